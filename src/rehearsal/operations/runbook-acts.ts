// The act of all runbooks: those of a lane one after the other, the lanes side by side.
import { runbooks } from '../../runbooks/index.ts';
import { denyNoneOnce } from '../emulator/simulation.ts';
import { expectNoFault, type Operation, unexpected } from './operation.ts';
import type { AnyCase } from './runbook-case.ts';
import { findUnplayed, lanes } from './runbook-cases.ts';
import { playRunbook } from './runbook-play.ts';
import type { RunbookRow } from './runbook-table.ts';
import { inSeconds } from './table.ts';

/** @throws a Failure `rehearsal/unexpected` that names every runbook without a case */
export function expectCases(): void {
  const unplayed = findUnplayed(runbooks);
  if (unplayed.length > 0) throw unexpected('there is a runbook without a case, or a case without a runbook', unplayed);
}

/** @returns a row for each, in the order of the index */
export async function allRunbooks(operation: Operation): Promise<readonly RunbookRow[]> {
  expectCases();
  const rows = (await Promise.all(lanes.map((lane) => playLane(operation, lane)))).flat();
  await operation.stage.settled();
  await denyNoneOnce(operation.client.endpoint);
  await expectNoFault(operation);
  return runbooks.flatMap(({ id }) => rows.filter(({ runbook }) => runbook === id));
}

async function playLane(operation: Operation, lane: readonly AnyCase[]): Promise<readonly RunbookRow[]> {
  const rows: RunbookRow[] = [];
  for (const played of lane) rows.push(await playCase(operation, played));
  return rows;
}

async function playCase(operation: Operation, played: AnyCase): Promise<RunbookRow> {
  const runbook = runbooks.find(({ id }) => id === played.runbook);
  if (!runbook) throw new Error(`there is no runbook ${played.runbook}`);
  let row: RunbookRow | undefined;
  await operation.steps.run(runbook.id, `${runbook.id}: plan, fail and be undone, run`, async ({ note }) => {
    row = await playRunbook(operation, runbook, played, { note });
    return seenOf(row);
  });
  if (row === undefined) throw new Error('a step that ended well has a row');
  return row;
}

function seenOf({ runSeconds, failure, undoSeconds }: RunbookRow): string {
  const undone = undoSeconds === undefined ? 'nobody can undo it' : `undone in ${inSeconds(undoSeconds)}`;
  return `done in ${inSeconds(runSeconds)}${failure === undefined ? '' : `; ${failure}: ${undone}`}`;
}
