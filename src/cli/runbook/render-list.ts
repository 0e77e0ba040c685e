// The runbooks that there are, for a terminal: grouped by how much one should think before running them.
import pc from 'picocolors';
import { type RunbookRisk, runbookRisks } from '../../define/runbook.ts';
import type { Runbook } from '../../runbooks/asking.ts';
import { renderColumns } from './wrap.ts';

export const riskWords: Readonly<Record<RunbookRisk, string>> = {
  none: 'reads only',
  low: 'can be undone at once, and users do not notice',
  medium: 'users may notice for seconds, or it costs money',
  high: 'users notice: somebody has to approve it',
};

const paints: Readonly<Record<RunbookRisk, (text: string) => string>> = {
  none: pc.green,
  low: pc.green,
  medium: pc.yellow,
  high: pc.red,
};

export function paintRisk(risk: RunbookRisk): string {
  return paints[risk](risk);
}

export function renderList(runbooks: readonly Runbook[], width: number): readonly string[] {
  return runbookRisks.flatMap((risk) => {
    const those = runbooks.filter((runbook) => runbook.risk === risk);
    if (those.length === 0) return [];
    const rows = those.map(({ id, title }) => [id, title]);
    const widest = Math.max(...runbooks.map(({ id }) => id.length));
    const padded = rows.map(([id = '', title = '']) => [id.padEnd(widest), title]);
    const paint = (cell: string, column: number): string => (column === 0 ? pc.bold(cell) : cell);
    return [`${paintRisk(risk)} ${pc.dim(riskWords[risk])}`, ...renderColumns(padded, { width, paint }), ''];
  });
}

/** For scripts. */
export function listAsJson(runbooks: readonly Runbook[]): readonly object[] {
  return runbooks.map(({ id, title, about, risk, permission, symptoms, inputs }) => {
    return { id, title, about, risk, permission, symptoms, inputs };
  });
}
