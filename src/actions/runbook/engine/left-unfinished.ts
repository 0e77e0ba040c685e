// What on a target, or in an environment, has to be brought to its end before a runbook may be run there.
import type { Obstacle } from '../../../define/runbook.ts';
import { freezer } from '../../deploy/freeze.ts';
import { isFinal as isDeployFinal } from '../../deploy/journal.ts';
import { journalUnreadable as deployUnreadable, gatherJournal as gatherDeploy } from '../../deploy/journal-store.ts';
import { decideObstacle } from '../../environment/hold.ts';
import { gatherHold } from '../../environment/hold-store.ts';
import { obstacleFailure } from '../../environment/words.ts';
import { gatherLeftUnfinished } from '../../game-day/unfinished.ts';
import { gatherLockAt } from '../../lock/hold-lock.ts';
import { isSameOwner, ownerText } from '../../preview/lock.ts';
import { resumeCommand } from './commands.ts';
import { type Door, isInTheWay, type RunbookJournal } from './journal.ts';
import { gatherJournal } from './journal-store.ts';
import { targetLockKey, wholeEnvironment } from './keys.ts';
import type { RunbookWorld } from './world.ts';

export interface Aim {
  readonly environment: string;
  readonly target: string;
  readonly door: Door;
  /** Login of who asks: a hold of theirs lets them pass. */
  readonly by: string;
}

/** What begins the reasons of our locks: those of others are theirs to be brought to an end. */
export const lockReason = 'runbook';

/** All of it at once. @throws when nobody can tell how things stand */
export async function gatherLeft(world: RunbookWorld, aim: Aim): Promise<readonly Obstacle[]> {
  const found = await gatherJournal(world.documents, aim);
  const own = found && isInTheWay(found.journal) ? [ownObstacle(found.journal, aim.door)] : [];
  return aim.target === wholeEnvironment ? [...own, ...(await gatherLeftOfOthers(world, aim))] : own;
}

function ownObstacle(journal: RunbookJournal, door: Door): Obstacle {
  const { runbook, target, environment, state, because } = journal;
  const where = `${target} of ${environment}`;
  if (state === 'stuck') {
    return {
      what: `${runbook} on ${where} is stuck: ${because ?? 'it could not be undone'}.`,
      next: `Put it right by hand, then undo the rest with ${resumeCommand(door, journal, 'undo')}, or take it as it is with ${resumeCommand(door, journal, 'accept')}.`,
    };
  }
  return {
    what: `${runbook} on ${where} was left unfinished by ${ownerText(journal.run)}: it was ${state}.`,
    next: `Bring it to its end with ${resumeCommand(door, journal, 'continue')}, or take back what it did with ${resumeCommand(door, journal, 'undo')}.`,
  };
}

async function gatherLeftOfOthers({ documents, clock, settings }: RunbookWorld, { environment, by, door }: Aim) {
  const hold = decideObstacle(await gatherHold(documents, environment), by, clock.now());
  // A deploy freezes an environment until a person has looked: one who runs a runbook does.
  const isOwnFreeze = hold?.kind === 'hold' && hold.hold.by === freezer && door !== 'alarm';
  const deploy = await gatherDeploy(documents, environment);
  const failures = [
    ...(hold && !isOwnFreeze ? [obstacleFailure('hold', environment, hold)] : []),
    ...(deploy.kind === 'corrupt' ? [deployUnreadable(environment, deploy.problems)] : []),
    ...present(await gatherLeftUnfinished(documents, environment, settings.bucket)),
  ];
  const open = deploy.kind === 'valid' && !isDeployFinal(deploy.journal) ? [openDeploy(environment, deploy.journal.state)] : [];
  return [...failures.map(({ message: what, next }) => ({ what, next })), ...open];
}

function present<T>(value: T | undefined): readonly T[] {
  return value === undefined ? [] : [value];
}

function openDeploy(environment: string, state: string): Obstacle {
  return {
    what: `A deploy to ${environment} was left in the state ${state}.`,
    next: 'Run that deploy again, which brings it to its end first; then run this again.',
  };
}

/** Who works on it now, and what somebody else has died over. */
export async function gatherLocked(world: RunbookWorld, { environment, target }: Aim): Promise<readonly Obstacle[]> {
  const facts = await gatherLockAt(world, targetLockKey(environment, target));
  if (facts.kind !== 'held' || isSameOwner(facts.lock.owner, world.run)) return [];
  const { owner, reason } = facts.lock;
  const who = `${ownerText(owner)} (${reason})`;
  if (facts.holderIsActive) return [lockedBy({ environment, target }, who)];
  if (reason.startsWith(`${lockReason} `)) return [];
  return [
    {
      what: `${who} has ended without bringing its work on ${environment} to an end.`,
      next: 'Run that again, or deploy once more; then run the runbook.',
    },
  ];
}

export function lockedBy({ environment, target }: Pick<Aim, 'environment' | 'target'>, who: string): Obstacle {
  const where = target === wholeEnvironment ? environment : `${target} of ${environment}`;
  return { what: `${where} is being changed by ${who}.`, next: 'Wait until that has ended; then run this again.' };
}
