// Reviews of pull requests in the GitHub double; the event of a review is left out, because nothing here listens to it.
import { associationOf, renderAccount } from './accounts.ts';
import { list, notFound, type Route } from './exchange.ts';
import { apiUrl, type Hub, type Json, nodeId, pageUrl, timestamp } from './hub.ts';
import { findPull, type PullIssue } from './issue-records.ts';
import type { Account, Review } from './state.ts';

export interface NewReview {
  readonly by: Account;
  readonly state: Exclude<Review['state'], 'DISMISSED'>;
  readonly body: string;
}

export function createReview(hub: Hub, { number, author, pull }: PullIssue, { by, state, body }: NewReview): Review {
  if (author.id === by.id && state !== 'COMMENTED') throw new Error(`${by.login} cannot judge a pull request of their own.`);
  const submittedAt = timestamp(hub);
  const review = { id: hub.nextId(), pull: number, author: by, state, body, commitSha: pull.headSha, submittedAt };
  hub.state.reviews.set(review.id, review);
  return review;
}

export function dismissReview({ state }: Hub, id: number): void {
  const review = state.reviews.get(id);
  if (review === undefined) throw new Error(`There is no review ${id} in this GitHub double.`);
  state.reviews.set(id, { ...review, state: 'DISMISSED' });
}

function renderReview(hub: Hub, { id, pull, author, state, body, commitSha, submittedAt }: Review): Json {
  const page = `${pageUrl(hub)}/pull/${pull}#pullrequestreview-${id}`;
  const api = `${apiUrl(hub)}/pulls/${pull}`;
  return {
    id,
    node_id: nodeId('PRR', id),
    user: renderAccount(hub, author),
    ...{ body, state, html_url: page, pull_request_url: api, author_association: associationOf(hub, author) },
    _links: { html: { href: page }, pull_request: { href: api } },
    submitted_at: submittedAt,
    commit_id: commitSha,
  };
}

export const reviewRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/pulls/{pull_number}/reviews',
    needs: ['pull_requests=read'],
    handle: ({ hub, params }) => {
      const issue = findPull(hub, params.pull_number);
      if (issue === undefined) return notFound;
      const reviews = [...hub.state.reviews.values()].filter(({ pull }) => pull === issue.number);
      return list(reviews.map((review) => renderReview(hub, review)));
    },
  },
];
