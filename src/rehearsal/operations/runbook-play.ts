// Plays the case of one runbook: planned, run into a failure and undone, and run to its end.
import { isDeepStrictEqual } from 'node:util';
import type { RunbookJournal } from '../../actions/runbook/engine/journal.ts';
import type { Runbook } from '../../runbooks/asking.ts';
import type { StepReport } from '../steps.ts';
import type { WorkflowRun } from '../workflows/records.ts';
import { type Operation, until } from './operation.ts';
import { type AnyCase, wordsOfFailure } from './runbook-case.ts';
import { causeOf, plant, strike } from './runbook-failures.ts';
import { ended, type Inputs, readJournal, readKept, start, targetOf, wrong } from './runbook-run.ts';
import type { RunbookRow } from './runbook-table.ts';

interface Scene {
  readonly operation: Operation;
  readonly played: AnyCase;
  readonly runbook: Runbook;
  /** As AWS has told it before anything was done. */
  readonly before: unknown;
  readonly inputs: Inputs;
}

export async function playRunbook(
  operation: Operation,
  runbook: Runbook,
  played: AnyCase,
  { note }: Pick<StepReport, 'note'>,
): Promise<RunbookRow> {
  note('preparing');
  await played.prepare?.(operation);
  const before = await played.look(operation);
  const inputs = await played.inputs(operation, before);
  const scene: Scene = { operation, played, runbook, before, inputs };
  note('planning');
  await plan(scene);
  const undone = await runIntoFailure(scene, note);
  await played.prepareRun?.(operation);
  note('running');
  const runSeconds = await runToEnd(scene);
  await played.restore?.(operation, before);
  return { runbook: runbook.id, runSeconds, ...undone };
}

async function plan(scene: Scene): Promise<void> {
  const { operation, played, runbook, before, inputs } = scene;
  const run = await ended(operation, await start(operation, { mode: 'plan', runbook, inputs }));
  if (run.conclusion !== 'success') throw wrong(operation, run, [`it ended as ${run.conclusion}`]);
  const { report } = await readKept(operation, run);
  const after = await played.look(operation);
  const isWritten = await readJournal(operation, targetOf(runbook, inputs), run);
  const problems = [
    ...(report.includes('this is what it would change') ? [] : [`the report says "${report.split('\n')[0]}"`]),
    ...(isDeepStrictEqual(before, after) ? [] : [`a plan has changed ${JSON.stringify(before)} to ${JSON.stringify(after)}`]),
    ...(isWritten ? ['a plan has written a journal'] : []),
  ];
  if (problems.length > 0) throw wrong(operation, run, problems);
}

async function runIntoFailure(scene: Scene, note: (text: string) => void): Promise<Pick<RunbookRow, 'failure' | 'undoSeconds'>> {
  const { operation, played, runbook, before, inputs } = scene;
  const failure = played.failure?.(operation);
  if (!failure) return {};
  const words = wordsOfFailure(failure);
  note(`running, until: ${words}`);
  await plant(operation, failure);
  const begun = await start(operation, { mode: 'run', runbook, inputs });
  const target = targetOf(runbook, inputs);
  const journal = () => readJournal(operation, target, begun);
  await strike(operation, failure, { run: begun, journal });
  const run = await ended(operation, begun);
  const found = await journal();
  const problems = [
    ...(run.conclusion === 'success' ? ['it ended as success'] : []),
    ...(found?.state === 'compensated' ? [] : [`its journal says ${found?.state}, not compensated`]),
    ...(found?.cause?.kind === causeOf(failure) ? [] : [`its cause is ${found?.cause?.kind}, not ${causeOf(failure)}`]),
  ];
  if (problems.length > 0) throw wrong(operation, run, problems, found);
  const isUndone = played.isUndone ?? isDeepStrictEqual;
  await expectSoon(scene, run, 'it is not as it was', (after) => isUndone(before, after));
  const isKept = found?.steps.every(({ state }) => state !== 'undone');
  return { failure: words, ...(!isKept && { undoSeconds: undoSecondsOf(found) }) };
}

async function runToEnd(scene: Scene): Promise<number> {
  const { operation, played, runbook, before, inputs } = scene;
  const begun = await start(operation, { mode: 'run', runbook, inputs });
  const run = await ended(operation, begun);
  const found = await readJournal(operation, targetOf(runbook, inputs), run);
  const environment = run.jobs.find(({ key }) => key === 'runbook')?.environment;
  const approval = runbook.risk === 'high' ? 'ops-approval' : 'ops';
  const problems = [
    ...(run.conclusion === 'success' ? [] : [`it ended as ${run.conclusion}`]),
    ...(found?.state === 'done' ? [] : [`its journal says ${found?.state}, not done`]),
    ...(environment === approval ? [] : [`its job ran in ${environment}, not ${approval}`]),
  ];
  if (problems.length > 0) throw wrong(operation, run, problems, found);
  const { files } = await readKept(operation, run);
  await expectSoon(scene, run, 'AWS says otherwise', (after) => played.isDone(before, after, files));
  return secondsBetween(found?.startedAt, found?.endedAt);
}

/** What the runbook has verified is so; what goes on by itself after that may take a while. */
const soonMinutes = 10;

async function expectSoon(
  { operation, played, before }: Scene,
  run: WorkflowRun,
  what: string,
  isSo: (after: unknown) => boolean,
): Promise<void> {
  let after: unknown;
  try {
    await until(operation, what, soonMinutes, async () => {
      after = await played.look(operation);
      return isSo(after);
    });
  } catch {
    throw wrong(operation, run, [`${what}: ${JSON.stringify(before)} before, ${JSON.stringify(after)} now`]);
  }
}

function undoSecondsOf({ timeline = [], endedAt }: Partial<RunbookJournal> = {}): number {
  const began = timeline.find(({ words }) => words.endsWith(': undoing'));
  return secondsBetween(began?.at, endedAt);
}

function secondsBetween(from: string | undefined, to: string | undefined): number {
  return from === undefined || to === undefined ? 0 : (Date.parse(to) - Date.parse(from)) / 1000;
}
