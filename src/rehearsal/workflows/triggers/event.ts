// An event as it reaches a repository, with what GitHub derives from it.
import type { ValueObject } from '../language/values.ts';

export interface WorkflowEvent {
  /** GitHub's name: `pull_request`, `issue_comment`, `schedule` ... */
  readonly name: string;
  /** The webhook's payload; for `schedule` `{ schedule: <cron> }`, for `workflow_dispatch` with `workflow` and `inputs`. */
  readonly payload: ValueObject;
  /** `.github/workflows` of the ref whose workflows GitHub takes for this event. */
  readonly workflowsFolder: string;
  readonly actor: string;
  readonly actorId?: number;
  /** What `GITHUB_SHA` and `GITHUB_REF` become: of a pull request the test merge commit and `refs/pull/<n>/merge`. */
  readonly sha: string;
  readonly ref: string;
  /** Of a pull request: the branches it goes from and to. */
  readonly headRef?: string;
  readonly baseRef?: string;
  /** The pull request comes from a fork: its token only reads, and there are no secrets. */
  readonly fromFork?: boolean;
  /** Needed as soon as a workflow filters by path. */
  readonly changedFiles?: readonly string[];
}

/** The events for which a fork takes rights away; pull_request_target keeps them. */
const forkEvents = ['pull_request', 'pull_request_review', 'pull_request_review_comment'];

/** https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows#workflows-in-forked-repositories */
export function isFromFork({ name, fromFork = false }: WorkflowEvent): boolean {
  return fromFork && forkEvents.includes(name);
}
