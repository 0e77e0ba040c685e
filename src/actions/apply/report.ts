// What an apply leaves behind for later steps and for people.
import type { OutputName } from '../../define/contract.ts';
import type { ApplyResult } from './apply.ts';
import type { applyContract } from './contract.ts';

export interface ApplyReport {
  readonly outputs: Readonly<Partial<Record<OutputName<typeof applyContract>, string>>>;
  /** Markdown. */
  readonly summary: string;
}

export function reportOf(environment: string, result: ApplyResult): ApplyReport {
  const message = messageOf(environment, result);
  return { outputs: { status: result.kind, digest: result.digest, message }, summary: message };
}

/** @param environment one of ours: no hostile text */
function messageOf(environment: string, result: ApplyResult): string {
  if (result.kind === 'nothing-to-do') return `${environment} is as the pull request wants it already.`;
  const { changed, left } = result;
  const applied = `${counted(changed, 'change')} applied to ${environment}`;
  if (left === 0) return `${applied}; a further plan has nothing to change.`;
  return `${applied}; a further plan would change ${counted(left, 'resource')}: ask for \`/plan\`.`;
}

function counted(count: number, what: string): string {
  return count === 1 ? `1 ${what}` : `${count} ${what}s`;
}
