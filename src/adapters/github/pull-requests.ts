// Implements the PullRequests port.
import type { RestEndpointMethodTypes } from '@octokit/rest';
import type { PullRequest, PullRequests, Review } from '../../ports/pull-requests.ts';
import { orAbsent } from './absence.ts';
import type { Client } from './client.ts';

type Pull = RestEndpointMethodTypes['pulls']['get']['response']['data'];
type PullReview = RestEndpointMethodTypes['pulls']['listReviews']['response']['data'][number];

/** Whom GitHub shows in place of somebody who deleted their account. */
const ghost = 'ghost';

export function openPullRequests(client: Client): PullRequests {
  const { rest, paginate, repository } = client;
  return {
    get: async (number) => {
      const answer = await orAbsent(client, () => rest.pulls.get({ ...repository, pull_number: number }));
      return answer && pullRequestOf(answer.data);
    },
    listOpen: async () => {
      const all = await paginate(rest.pulls.list, { ...repository, state: 'open', per_page: 100 });
      return all.map(({ number }) => number);
    },
    reviews: async (number) => {
      const all = await paginate(rest.pulls.listReviews, { ...repository, pull_number: number, per_page: 100 });
      return all.flatMap((review) => reviewOf(review) ?? []);
    },
  };
}

function pullRequestOf({ number, state, draft, locked, head, base, user, labels }: Pull): PullRequest {
  return {
    number,
    state,
    isDraft: draft ?? false,
    // A fork that was deleted is null.
    isFork: head.repo?.id !== base.repo.id,
    isLocked: locked,
    headRepository: head.repo?.full_name,
    headSha: head.sha,
    headRef: head.ref,
    baseSha: base.sha,
    baseRef: base.ref,
    author: user?.login ?? ghost,
    labels: labels.map(({ name }) => name),
  };
}

const reviewStates: Readonly<Record<string, Review['state']>> = {
  APPROVED: 'approved',
  CHANGES_REQUESTED: 'changes-requested',
  COMMENTED: 'commented',
  DISMISSED: 'dismissed',
};

/** @returns nothing for one that waits to be submitted */
function reviewOf({ user, state: name, commit_id: commitSha, submitted_at: submittedAt }: PullReview): Review | undefined {
  const state = reviewStates[name];
  if (state === undefined || submittedAt === undefined) return undefined;
  return { login: user?.login ?? ghost, state, commitSha: commitSha ?? '', submittedAt };
}
