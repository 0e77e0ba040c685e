// What came of playing the runbooks: a table for a terminal, and the times for their documentation.
import type { MeasuredRun } from '../../runbooks/document.ts';
import { inSeconds, renderCells } from './table.ts';

/** Of one that was planned, and run to its end; seconds are those of the rehearsal's time. */
export interface RunbookRow {
  readonly runbook: string;
  readonly runSeconds: number;
  /** What went wrong in its middle; nothing where it changes nothing. */
  readonly failure?: string;
  /** Nothing where nobody can undo it. */
  readonly undoSeconds?: number;
}

export function renderRunbookRows(rows: readonly RunbookRow[]): readonly string[] {
  return renderCells([
    ['runbook', 'plan', 'run', 'planted failure', 'undone'],
    ...rows.map(({ runbook, runSeconds, failure, undoSeconds }) => [
      runbook,
      'ready',
      `done, ${inSeconds(runSeconds)}`,
      failure ?? '– (it changes nothing)',
      undoneWords(failure, undoSeconds),
    ]),
  ]);
}

function undoneWords(failure: string | undefined, undoSeconds: number | undefined): string {
  if (failure === undefined) return '–';
  return undoSeconds === undefined ? 'nobody can' : `all, ${inSeconds(undoSeconds)}`;
}

/** By runbook, as the documentation reads it. */
export function measuredOf(rows: readonly RunbookRow[]): Readonly<Record<string, MeasuredRun>> {
  const sorted = [...rows].sort((one, other) => one.runbook.localeCompare(other.runbook));
  return Object.fromEntries(
    sorted.map(({ runbook, runSeconds, undoSeconds }) => [
      runbook,
      { runSeconds: Math.round(runSeconds), ...(undoSeconds !== undefined && { undoSeconds: Math.round(undoSeconds) }) },
    ]),
  );
}
