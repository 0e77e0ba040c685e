// Decides which commit a command is about: the one that stood there when it was given, by the clock of GitHub's servers.
import { type Command, type CommandDefinition, isAtLeast, type RepositoryRole } from '../../define/command.ts';
import { inlineCode } from '../comment/text.ts';

/** A run of the workflow that makes the Terraform JSON of a pull request's commits. */
export interface CommitRun {
  readonly runId: number;
  readonly headSha: string;
  /** When GitHub learned of the commit, or of what started the run: no pusher sets it. */
  readonly createdAt: string;
  readonly isCompleted: boolean;
  /** `owner/name`; branches of several repositories may have the same name. */
  readonly headRepository: string | undefined;
}

export interface PinFacts {
  readonly command: Command;
  readonly definition: CommandDefinition;
  readonly role: RepositoryRole;
  readonly author: string;
  /** Of the comment. */
  readonly createdAt: string;
  readonly pullRequest: PinnedPullRequest | undefined;
  /** Of the branch, newest first; empty when the command does not ask for them. */
  readonly runs: readonly CommitRun[];
  /** Of a pull request from a fork. */
  readonly reviews: readonly CommitReview[];
}

export interface PinnedPullRequest {
  readonly state: 'open' | 'closed';
  readonly isFork: boolean;
  readonly isLocked: boolean;
  readonly headSha: string;
  readonly headRepository: string | undefined;
}

export interface CommitReview {
  readonly author: string;
  readonly isApproval: boolean;
  readonly commitSha: string;
}

export type Pin =
  /** Without a commit: on an issue there is none. */
  | { readonly kind: 'pinned'; readonly headSha?: string; readonly runId?: number }
  | { readonly kind: 'refused'; readonly because: string };

export function decidePin(facts: PinFacts): Pin {
  const { definition, pullRequest, author, role, reviews } = facts;
  if (pullRequest === undefined) return refused('There is no such pull request any more.');
  const { headSha } = pullRequest;
  if (!definition.mutates && !definition.needsTerraformJson) return { kind: 'pinned', headSha };
  if (pullRequest.state === 'closed') return refused('The pull request is closed.');
  if (pullRequest.isLocked) return refused('The conversation is locked.');
  if (pullRequest.headRepository === undefined) return refused('The repository that the pull request came from is gone.');
  if (pullRequest.isFork) {
    if (!isAtLeast(role, 'maintain')) return refused('The pull request comes from a fork: only a maintainer may do this.');
    if (!isReviewed(reviews, author, headSha)) {
      const commit = inlineCode(headSha.slice(0, 7));
      return refused(`The pull request comes from a fork: approve its commit ${commit} in a review first, after reading it.`);
    }
  }
  return definition.needsTerraformJson ? pinToRun(facts, pullRequest) : { kind: 'pinned', headSha };
}

/** Somebody who pushes another commit between the comment and this moment is found by the run that every push starts. */
function pinToRun({ runs, createdAt, command }: PinFacts, { headSha, headRepository }: PinnedPullRequest): Pin {
  const own = runs.filter((run) => run.headRepository === headRepository);
  const later = own.findIndex((run) => run.headSha !== headSha);
  const ofCommit = later === -1 ? own : own.slice(0, later);
  const first = ofCommit.at(-1);
  const commit = inlineCode(headSha.slice(0, 7));
  if (first === undefined) {
    return refused(`The workflow has not run for the commit ${commit}: solve its conflicts with the base, or push again.`);
  }
  // GitHub's times are texts of one form, in whole seconds: whoever writes in the second of the push cannot have seen the commit.
  if (first.createdAt >= createdAt) {
    return refused(`The commit ${commit} came after the command: look at it, and ask again.`);
  }
  if (!first.isCompleted && command.arguments.plan === undefined) {
    return refused(
      `The workflow is still at work on the commit ${commit}: it plans and deploys by itself. Ask again when it has ended.`,
    );
  }
  return { kind: 'pinned', headSha, runId: first.runId };
}

/** The latest review of a person is the one that counts. */
function isReviewed(reviews: readonly CommitReview[], author: string, headSha: string): boolean {
  const latest = reviews.findLast((review) => review.author === author);
  return latest?.isApproval === true && latest.commitSha === headSha;
}

function refused(because: string): Pin {
  return { kind: 'refused', because };
}
