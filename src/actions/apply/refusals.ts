// Why nothing is applied: somebody holds the environment, or the pull request is not what it was when it was asked for.
import { failure } from '../../define/failure.ts';
import { decideObstacle } from '../environment/hold.ts';
import { gatherHold } from '../environment/hold-store.ts';
import { obstacleFailure } from '../environment/words.ts';
import { gatherLeftUnfinished } from '../game-day/unfinished.ts';
import type { ApplyRequest } from './apply.ts';
import type { ApplyWorld } from './world.ts';

/** @throws a Failure `apply/held` */
export async function refuseHeld({ documents, clock, settings }: ApplyWorld, { actor }: ApplyRequest): Promise<void> {
  const { environment } = settings;
  const obstacle = decideObstacle(await gatherHold(documents, environment), actor, clock.now());
  if (obstacle !== undefined) throw obstacleFailure('apply', environment, obstacle);
}

/** For whoever holds the lock. @throws a Failure `game-day/left-unfinished` */
export async function refuseUnfinished({ documents, settings }: ApplyWorld): Promise<void> {
  const unfinished = await gatherLeftUnfinished(documents, settings.environment, settings.bucket);
  if (unfinished) throw unfinished;
}

/** What was pushed since was reviewed by nobody. @throws a Failure `apply/closed` or `apply/moved-on` */
export async function refuseMoved({ pullRequests }: ApplyWorld, { pullRequest, headSha }: ApplyRequest): Promise<void> {
  const found = await pullRequests.get(pullRequest);
  if (found?.state !== 'open') {
    throw failure({
      code: 'apply/closed',
      what: `Pull request #${pullRequest} is closed: nothing of it is applied.`,
      next: 'Reopen it, or let the deployment of the default branch do it.',
    });
  }
  if (found.headSha === headSha) return;
  throw failure({
    code: 'apply/moved-on',
    what: `The commit ${found.headSha.slice(0, 7)} was pushed after ${headSha.slice(0, 7)} was accepted: nothing was applied.`,
    next: 'Look at the new commit and its plan, and apply that.',
  });
}
