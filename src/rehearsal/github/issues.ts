// Issues of the GitHub double.
import { type Answer, type Call, checkTexts, created, list, notFound, ok, type Route, text, texts } from './exchange.ts';
import { type Hub, timestamp } from './hub.ts';
import { closed, emitIssueEvent, findIssue, nextNumber, reopened, replaceIssue } from './issue-records.ts';
import { renderIssue } from './issue-view.ts';
import { ensureLabel } from './label-view.ts';
import { changeLabels } from './labels.ts';
import { sorted } from './sorting.ts';
import type { Account, Issue } from './state.ts';

/** GitHub refuses more: https://docs.github.com/en/rest/issues/issues */
const rules = [
  { resource: 'Issue', field: 'title', most: 256 },
  { resource: 'Issue', field: 'body', most: 65_536 },
] as const;

export interface NewIssue {
  readonly by: Account;
  readonly title: string;
  readonly body?: string | undefined;
  readonly labels?: readonly string[] | undefined;
}

export function createIssue(hub: Hub, { by, title, body, labels = [] }: NewIssue): Issue {
  for (const name of labels) ensureLabel(hub, name);
  const now = timestamp(hub);
  const times = { createdAt: now, updatedAt: now, closedAt: null, closedBy: null };
  const issue: Issue = {
    id: hub.nextId(),
    number: nextNumber(hub),
    title,
    body: body ?? null,
    author: by,
    state: 'open',
    stateReason: null,
    labels: [...new Set(labels)],
    ...times,
  };
  hub.state.issues.set(issue.number, issue);
  emitIssueEvent(hub, issue, { action: 'opened', by });
  return issue;
}

function listIssues({ hub, query }: Call): Answer {
  const state = query.get('state') ?? 'open';
  const labels = query.get('labels')?.split(',').filter(Boolean) ?? [];
  const creator = query.get('creator');
  const found = [...hub.state.issues.values()].filter(
    (issue) =>
      (state === 'all' || issue.state === state) &&
      labels.every((label) => issue.labels.includes(label)) &&
      (creator === null || issue.author.login === creator),
  );
  return list(sorted(found, query).map((issue) => renderIssue(hub, issue)));
}

function updateIssue(call: Call): Answer {
  const { hub, body, caller, params } = call;
  const issue = findIssue(hub, params.issue_number);
  if (issue === undefined) return notFound;
  const refusal = checkTexts(body, rules);
  if (refusal !== undefined) return refusal;
  const edited = replaceIssue(hub, {
    ...issue,
    title: text(body, 'title') ?? issue.title,
    body: text(body, 'body') ?? issue.body,
  });
  if (edited.title !== issue.title || edited.body !== issue.body) emitIssueEvent(hub, edited, { action: 'edited', by: caller });
  const labels = texts(body, 'labels');
  const labelled = labels === undefined ? edited : setLabels(hub, edited, caller, labels);
  return ok(renderIssue(hub, setState(call, labelled)));
}

function setLabels(hub: Hub, issue: Issue, by: Account, labels: readonly string[]): Issue {
  return changeLabels(hub, issue, { by, add: labels, remove: issue.labels.filter((name) => !labels.includes(name)) });
}

function setState({ hub, body, caller: by }: Call, issue: Issue): Issue {
  const state = text(body, 'state') ?? issue.state;
  if (state === issue.state) return issue;
  const isOpen = state === 'open';
  const reason = text(body, 'state_reason') ?? 'completed';
  const changed = isOpen ? reopened(hub, issue) : closed(hub, issue, { by, reason });
  emitIssueEvent(hub, changed, { action: isOpen ? 'reopened' : 'closed', by });
  return changed;
}

export const issueRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/issues',
    needs: ['issues=read'],
    handle: listIssues,
  },
  {
    method: 'POST',
    path: '/repos/{owner}/{repo}/issues',
    needs: ['issues=write'],
    handle: ({ hub, caller, body }) => {
      const [title, ...others] = rules;
      const refusal = checkTexts(body, [{ ...title, required: true }, ...others]);
      const issue = { by: caller, title: text(body, 'title') ?? '', body: text(body, 'body'), labels: texts(body, 'labels') };
      return refusal ?? created(renderIssue(hub, createIssue(hub, issue)));
    },
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/issues/{issue_number}',
    needs: ['issues=read', 'pull_requests=read'],
    handle: ({ hub, params }) => {
      const issue = findIssue(hub, params.issue_number);
      return issue === undefined ? notFound : ok(renderIssue(hub, issue));
    },
  },
  {
    method: 'PATCH',
    path: '/repos/{owner}/{repo}/issues/{issue_number}',
    needs: ['issues=write', 'pull_requests=write'],
    handle: updateIssue,
  },
];
