// Which GitHub environment a runbook runs in: what is of high risk waits for somebody's approval, everything else for nobody.
import type { Site } from './site.ts';

/** The identity of AWS in both environments: its trust names both. */
export const runbookRole = 'ops';

const approvalEnvironment = 'ops-approval';

/** Expressions of GitHub, without their braces. */
export interface Asked {
  readonly mode: string;
  readonly runbook: string;
  /** Whether a run is to be undone, or taken as it is, in place of going on. */
  readonly isOver: string;
}

export interface RunbookIdentity {
  /** Of the job. */
  readonly environment: string;
  /** The highest risk that the job may run: what is beyond it, the engine refuses. */
  readonly approvedRisk: string;
}

/**
 * Before its journal is read, nobody knows which runbook a run is of that is resumed: to go on takes the approval that the riskiest
 * takes. To undo takes none: it brings back what was.
 */
export function runbookIdentity({ runbooks }: Pick<Site, 'runbooks'>, { mode, runbook, isOver }: Asked): RunbookIdentity {
  const risky = JSON.stringify(runbooks.flatMap(({ id, risk }) => (risk === 'high' ? [id] : [])));
  const approval = `(${mode} == 'run' && contains(fromJSON('${risky}'), ${runbook}) || ${mode} == 'resume' && !(${isOver}))`;
  return {
    environment: `\${{ ${approval} && '${approvalEnvironment}' || '${runbookRole}' }}`,
    approvedRisk: `\${{ ${approval} && 'high' || 'medium' }}`,
  };
}
