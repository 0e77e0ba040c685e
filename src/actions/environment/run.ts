// The environment's commands over the ports: holds it, lets it go, tells how it stands, and keeps the pull requests' comments right.
import type { Clock } from '../../ports/clock.ts';
import type { Comments } from '../../ports/comments.ts';
import type { Documents } from '../../ports/documents.ts';
import type { Progress } from '../../ports/progress.ts';
import type { WorkflowRuns } from '../../ports/workflow-runs.ts';
import { attempt } from '../comment/attempt.ts';
import { composeComment, pullRequestMarker, readSlots } from '../comment/slots.ts';
import { gatherStatus, type StatusFacts } from '../preview/status.ts';
import type { EnvironmentCommand } from './command.ts';
import type { Hold } from './hold.ts';
import { type FoundHold, gatherHolds, type LockResult, performLock, performUnlock, type UnlockResult } from './hold-store.ts';
import { renderEnvironmentSlot } from './words.ts';

export interface EnvironmentWorld {
  readonly clock: Clock;
  readonly progress: Progress;
  readonly documents: Documents;
  readonly comments: Comments;
  readonly workflowRuns: WorkflowRuns;
}

export type EnvironmentOutcome =
  | { readonly mode: 'lock'; readonly environment: string; readonly result: LockResult }
  | { readonly mode: 'unlock'; readonly environment: string; readonly result: UnlockResult }
  | {
      readonly mode: 'status';
      readonly environment: string;
      readonly holds: readonly FoundHold[];
      readonly now: Date;
      /** Of the pull request that it was asked on. */
      readonly preview?: StatusFacts;
    };

/** @throws a Failure when the bucket cannot be used; that a comment could not be written is a warning */
export async function runEnvironment(world: EnvironmentWorld, command: EnvironmentCommand): Promise<EnvironmentOutcome> {
  const { mode, environment } = command;
  switch (mode) {
    case 'lock': {
      const { request } = command;
      const result = await performLock(world, environment, request);
      if (result.kind !== 'refused') await tell(world, [...given(request.pullRequest), ...whereOf(result.previous)]);
      return { mode, environment, result };
    }
    case 'unlock': {
      const result = await performUnlock(world, environment, command.request);
      if (result.kind !== 'refused') await tell(world, [...given(command.pullRequest), ...whereOf(endedBy(result))]);
      return { mode, environment, result };
    }
    case 'status': {
      const { pullRequest } = command;
      const holds = await gatherHolds(world.documents);
      const preview = pullRequest === undefined ? {} : { preview: await gatherStatus(world, pullRequest) };
      return { mode, environment, holds, now: world.clock.now(), ...preview };
    }
    default:
      return mode satisfies never;
  }
}

function endedBy(result: Exclude<UnlockResult, { kind: 'refused' }>): Hold | undefined {
  return result.kind === 'unlocked' ? result.previous : result.expired;
}

function whereOf(hold: Hold | undefined): readonly number[] {
  return given(hold?.pullRequest);
}

function given<T>(value: T | undefined): readonly T[] {
  return value === undefined ? [] : [value];
}

/** Written from what the bucket has, so that whoever comes later puts right what a run that died has not written. */
async function tell({ documents, comments, clock, progress }: EnvironmentWorld, pullRequests: readonly number[]): Promise<void> {
  for (const pullRequest of new Set(pullRequests)) {
    await attempt({ progress }, `write the comment of #${pullRequest}`, async () => {
      const environment = renderEnvironmentSlot(await gatherHolds(documents), pullRequest, clock.now());
      if (environment !== '' || (await showsHold(comments, pullRequest)))
        await comments.revise(pullRequest, pullRequestMarker, (current) => composeComment(current, { environment }));
    });
  }
}

/** Where nothing is to be said, and nothing has been, no comment is begun. */
async function showsHold(comments: Comments, pullRequest: number): Promise<boolean> {
  const found = await comments.find(pullRequest, pullRequestMarker);
  return found !== undefined && readSlots(found.body).environment !== undefined;
}
