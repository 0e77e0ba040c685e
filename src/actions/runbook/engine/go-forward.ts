// Takes a run from wherever its journal stands to its end: the steps that are left, the alarms, and back where that fails.
import { compensate, type Ending } from './compensate.ts';
import { type AnyStep, type Execution, stepsOf } from './execution.ts';
import { performStep, type Trouble } from './perform-step.ts';
import { settle } from './settle.ts';
import { walk } from './walk.ts';

/** @throws what the journal throws, `runbook/lock-lost`: then nothing is touched any more, and `resume` goes on */
export async function goForward(execution: Execution): Promise<Ending> {
  const { world, journal } = execution;
  for (const step of remaining(execution)) {
    const trouble = await walk(world.progress, step.id, () => performStep(execution, step));
    if (trouble) return compensate(execution, trouble);
  }
  if (journal.current().steps.every(({ state }) => state === 'nothing')) {
    await journal.write({ state: 'nothing-to-do', because: 'everything was as it should be' }, 'nothing to do');
    return { kind: 'ended', journal: journal.current() };
  }
  const trouble: Trouble = await walk(world.progress, 'settle', () => settle(execution));
  if (trouble) return compensate(execution, trouble);
  await journal.write({ state: 'done', because: becauseOf(execution) }, 'done');
  return { kind: 'ended', journal: journal.current() };
}

function remaining({ runbook, journal }: Execution): readonly AnyStep[] {
  const ended = journal.current().steps.filter(({ state }) => state === 'done' || state === 'nothing');
  return stepsOf(runbook).filter(({ id }) => !ended.some((record) => record.id === id));
}

function becauseOf({ runbook, journal }: Execution): string {
  const { watched } = journal.current();
  if (runbook.settleSeconds === 0) return 'every step came true';
  if (watched.length === 0) return 'every step came true; no alarm could be watched';
  return `every step came true, and ${watched.length === 1 ? 'its alarm' : `${watched.length} alarms`} kept silent for ${runbook.settleSeconds} s`;
}
