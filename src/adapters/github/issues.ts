// Implements the Issues port: one open issue of ours a marker.
import type { RestEndpointMethodTypes } from '@octokit/rest';
import type { Marker } from '../../ports/comments.ts';
import type { Issue, IssueReport, Issues } from '../../ports/issues.ts';
import type { Client } from './client.ts';
import { listComments } from './comments.ts';
import { createOnce } from './create-once.ts';
import { isOurs, isWrittenBy, refuseTooLong, withMarker } from './ours.ts';

type GitHubIssue = RestEndpointMethodTypes['issues']['listForRepo']['response']['data'][number];

export function openIssues(client: Client): Issues {
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
  };
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

/** Two equal comments of ours on one issue are one too many: it is closed once. */
async function commentOnce(client: Client, issue: number, body: string): Promise<void> {
  refuseTooLong(`the comment on #${issue}`, body);
  const { rest, repository, botLogin } = client;
  await createOnce(client, {
    create: async () => (await rest.issues.createComment({ ...repository, issue_number: issue, body })).data.id,
    find: async () => {
      const all = await listComments(client, issue);
      return all.find((comment) => comment.body === body && isWrittenBy(comment, botLogin))?.id;
    },
  });
}

function issueOf({ number, html_url: url }: GitHubIssue): Issue {
  return { number, url };
}
