// Implements the ports of issues: one open issue of ours a marker, and what is done with one whose number is known.
import type { RestEndpointMethodTypes } from '@octokit/rest';
import type { Marker } from '../../ports/comments.ts';
import type { Issue, IssueReport, IssueState, IssueThreads } from '../../ports/issues.ts';
import { unlessGone } from './absence.ts';
import type { Client } from './client.ts';
import { type Comment, listComments } from './comments.ts';
import { createOnce } from './create-once.ts';
import { isOurs, isWrittenBy, refuseTooLong, withMarker } from './ours.ts';

type GitHubIssue = RestEndpointMethodTypes['issues']['listForRepo']['response']['data'][number];

export function openIssues(client: Client): IssueThreads {
  return {
    upsertOpen: async (report) => {
      const body = withMarker(report.marker, report.body);
      refuseTooLong(`the issue ${report.marker}`, body);
      const open = await findOpen(client, report.marker);
      return issueOf(open === undefined ? await create(client, report, body) : await update(client, open, report, body));
    },
    close: async (marker, comment) => {
      const open = await findOpen(client, marker);
      if (open === undefined) return undefined;
      await commentOnce(client, open.number, comment);
      const target = { ...client.repository, issue_number: open.number };
      await client.rest.issues.update({ ...target, state: 'closed', state_reason: 'completed' });
      return issueOf(open);
    },
    look: async (number, marker) => {
      const found = await findKnown(client, number, marker);
      return found && stateOf(client, found);
    },
    update: async (number, report) => {
      const found = await findKnown(client, number, report.marker);
      return found && issueOf(await updateKnown(client, found, report));
    },
    reopen: async (number, marker, comment) => {
      const found = await findKnown(client, number, marker);
      if (found === undefined) return undefined;
      const target = { ...client.repository, issue_number: number };
      if (found.state !== 'open') await client.rest.issues.update({ ...target, state: 'open', state_reason: 'reopened' });
      await commentOnce(client, number, comment);
      return issueOf(found);
    },
    comment: (number, body) => commentOnce(client, number, body),
  };
}

/** One that somebody else opened, or that has been deleted, is none of ours. */
async function findKnown(client: Client, number: number, marker: Marker): Promise<GitHubIssue | undefined> {
  const { rest, repository, botLogin } = client;
  const answer = await unlessGone(() => rest.issues.get({ ...repository, issue_number: number }));
  return answer !== undefined && isOurs(answer.data, marker, botLogin) ? answer.data : undefined;
}

function updateKnown(client: Client, found: GitHubIssue, report: IssueReport): Promise<GitHubIssue> {
  const body = withMarker(report.marker, report.body);
  refuseTooLong(`the issue ${report.marker}`, body);
  return update(client, found, report, body);
}

async function stateOf(client: Client, issue: GitHubIssue): Promise<IssueState> {
  const comments = issue.comments === 0 ? [] : await listComments(client, issue.number);
  const first = comments.find(isByPerson);
  return {
    ...issueOf(issue),
    isOpen: issue.state === 'open',
    assignees: (issue.assignees ?? []).map(({ login }) => login),
    ...(first?.user && { firstAnswer: { by: first.user.login, at: first.created_at } }),
  };
}

/** Of anybody else a word is no promise to look: https://docs.github.com/en/graphql/reference/enums#commentauthorassociation */
const belonging: readonly string[] = ['OWNER', 'MEMBER', 'COLLABORATOR'];

function isByPerson({ user, author_association: association, performed_via_github_app: app }: Comment): boolean {
  const isPerson = user !== null && user.type === 'User' && !user.login.endsWith('[bot]') && (app ?? null) === null;
  return isPerson && belonging.includes(association);
}

/** The oldest one; GitHub lists pull requests among the issues. */
async function findOpen({ rest, paginate, repository, botLogin }: Client, marker: Marker): Promise<GitHubIssue | undefined> {
  const query = { ...repository, state: 'open', sort: 'created', direction: 'asc', per_page: 100 } as const;
  const all = await paginate(rest.issues.listForRepo, query);
  return all.find((issue) => issue.pull_request === undefined && isOurs(issue, marker, botLogin));
}

function create(client: Client, { title, labels, marker }: IssueReport, body: string): Promise<GitHubIssue> {
  const request = { ...client.repository, title, body, labels: [...labels] };
  return createOnce(client, {
    create: async () => (await client.rest.issues.create(request)).data,
    find: () => findOpen(client, marker),
  });
}

async function update(client: Client, open: GitHubIssue, report: IssueReport, body: string): Promise<GitHubIssue> {
  const present = open.labels.map((label) => (typeof label === 'string' ? label : (label.name ?? '')));
  const labels = [...new Set([...present, ...report.labels])];
  if (open.title === report.title && open.body === body && labels.length === present.length) return open;
  const request = { ...client.repository, issue_number: open.number, title: report.title, body, labels };
  return (await client.rest.issues.update(request)).data;
}

/** Two equal comments of ours on one issue are one too many, also when a run that died has said the first. */
async function commentOnce(client: Client, issue: number, body: string): Promise<void> {
  refuseTooLong(`the comment on #${issue}`, body);
  const { rest, repository, botLogin } = client;
  const find = async () => {
    const all = await listComments(client, issue);
    return all.find((comment) => comment.body === body && isWrittenBy(comment, botLogin))?.id;
  };
  if ((await find()) !== undefined) return;
  const create = async () => (await rest.issues.createComment({ ...repository, issue_number: issue, body })).data.id;
  await createOnce(client, { create, find });
}

function issueOf({ number, html_url: url }: GitHubIssue): Issue {
  return { number, url };
}
