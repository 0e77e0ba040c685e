// Brings a run to its end that was left: goes on where it stopped, undoes it, or takes a stuck one as it is.
import { failure } from '../../../define/failure.ts';
import type { Obstacle } from '../../../define/runbook.ts';
import type { Runbook } from '../../../runbooks/asking.ts';
import { isSameOwner, ownerText } from '../../preview/lock.ts';
import { compensate, type Ending } from './compensate.ts';
import { decideResume, type ResumeDecision } from './decide-resume.ts';
import { type Execution, openViewing } from './execution.ts';
import { goForward } from './go-forward.ts';
import { holdTarget } from './hold-target.ts';
import type { RunbookJournal } from './journal.ts';
import { type FoundJournal, gatherJournal } from './journal-store.ts';
import { targetLockKey } from './keys.ts';
import { findRunbook, type ResumeRequest } from './request.ts';
import { executionOf } from './run.ts';
import { cleanWords } from './words.ts';
import type { RunbookWorld } from './world.ts';

export type ResumeResult =
  /** A sentence with its full stop. */
  | { readonly kind: 'nothing'; readonly why: string }
  | { readonly kind: 'refused'; readonly obstacles: readonly Obstacle[] }
  | Ending;

/** @throws a Failure `runbook/...` when nobody can tell how things stand */
export async function resumeRunbook(world: RunbookWorld, request: ResumeRequest): Promise<ResumeResult> {
  const nothing = {
    kind: 'nothing',
    why: `No runbook was left unfinished on ${request.target} of ${request.environment}.`,
  } as const;
  const lock = await world.documents.read(targetLockKey(request.environment, request.target));
  // A run can also die before it has written anything down: then only its lock is given back.
  if (!lock && !(await gatherJournal(world.documents, request))) return nothing;
  const held = await holdTarget(world, request, `resume ${request.target}`, async (lost): Promise<ResumeResult> => {
    // Somebody else may have been quicker: what counts is what is there under the lock.
    const found = await gatherJournal(world.documents, request);
    return found ? takeUp(world, request, found, lost) : nothing;
  });
  return held.kind === 'done' ? held.value : { kind: 'refused', obstacles: held.obstacles };
}

async function takeUp(
  world: RunbookWorld,
  request: ResumeRequest,
  found: FoundJournal,
  lost: AbortSignal,
): Promise<ResumeResult> {
  const { journal } = found;
  const runbook = runbookOf(world, journal);
  const decision = decideResume(journal, { ...request, risk: runbook.risk });
  if (decision.kind === 'nothing') return decision;
  if (decision.kind === 'refuse') return { kind: 'refused', obstacles: [decision.obstacle] };
  const { id, environment, inputs } = journal;
  const viewing = openViewing(world, { runbook, id, environment, inputs });
  const execution = executionOf(viewing, { journal, over: found.version, lost });
  return perform(execution, decision, request);
}

async function perform(
  execution: Execution,
  decision: Exclude<ResumeDecision, { kind: 'nothing' | 'refuse' }>,
  { by, reason, way }: ResumeRequest,
): Promise<Ending> {
  const { world, journal } = execution;
  const { kind } = decision;
  if (kind === 'accept') {
    const accepted = { by, at: world.clock.now().toISOString(), reason: cleanWords(reason) };
    await journal.write({ accepted }, `${by} takes it as it is: ${accepted.reason}`);
    return { kind: 'ended', journal: journal.current() };
  }
  await journal.write(takenOver(world, journal.current()), `taken up by ${by}: ${way}`);
  return kind === 'continue' ? goOn(execution) : compensate(execution, decision.cause);
}

/** What the journal says of how it was before has to be what its steps can use. */
function goOn(execution: Execution): Promise<Ending> {
  const { runbook, journal } = execution;
  const problems = journal.current().steps.flatMap((record) => {
    const step = runbook.steps.find(({ id }) => id === record.id);
    if (!step) return [`${record.id}: this version of the runbook has no such step`];
    if (record.state !== 'running' && record.state !== 'verifying') return [];
    return step.problemsOf(record.before).map((problem) => `${record.id}: ${problem}`);
  });
  if (problems.length === 0) return goForward(execution);
  return compensate(execution, {
    kind: 'failed',
    words: `its journal cannot be gone on with: ${cleanWords(problems.join('; '))}`,
  });
}

/** One's own post step is no other run. */
function takenOver({ run, progress }: RunbookWorld, journal: RunbookJournal): Partial<RunbookJournal> {
  const own = { runId: run.runId, attempt: run.attempt, job: run.job };
  if (isSameOwner(journal.run, own)) return {};
  progress.warning(`${journal.runbook} was left by ${ownerText(journal.run)}, ${journal.state}; bringing it to its end.`);
  return { run: own, runUrl: run.url, takenOverFrom: [...journal.takenOverFrom, journal.run] };
}

function runbookOf({ runbooks }: RunbookWorld, { runbook: id, target, environment }: RunbookJournal): Runbook {
  const found = findRunbook(runbooks, id);
  if (found.kind === 'found') return found.runbook;
  throw failure({
    code: 'runbook/unknown',
    what: `${target} of ${environment} was left unfinished by the runbook ${id}, which this version does not know.`,
    next: 'Resume it with the version that began it.',
  });
}
