// Implements the PullRequests port.
import type { RestEndpointMethodTypes } from '@octokit/rest';
import type { PullRequest, PullRequests } from '../../ports/pull-requests.ts';
import { orAbsent } from './absence.ts';
import type { Client } from './client.ts';

type Pull = RestEndpointMethodTypes['pulls']['get']['response']['data'];

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
  };
}

function pullRequestOf({ number, state, draft, head, base, user, labels }: Pull): PullRequest {
  return {
    number,
    state,
    isDraft: draft ?? false,
    // A fork that was deleted is null.
    isFork: head.repo?.id !== base.repo.id,
    headSha: head.sha,
    headRef: head.ref,
    baseSha: base.sha,
    baseRef: base.ref,
    author: user?.login ?? ghost,
    labels: labels.map(({ name }) => name),
  };
}
