// Labels of the GitHub double: what puts them on issues and takes them off.
import { type Answer, type Call, list, notFound, type Route, texts } from './exchange.ts';
import type { Hub } from './hub.ts';
import { emitIssueEvent, findIssue, replaceIssue } from './issue-records.ts';
import { renderLabel } from './label-view.ts';
import type { Account, Issue } from './state.ts';

export interface Labelling {
  readonly by: Account;
  readonly add?: readonly string[];
  readonly remove?: readonly string[];
}

/** One event a label that changes. */
export function changeLabels(hub: Hub, issue: Issue, { by, add = [], remove = [] }: Labelling): Issue {
  const added = [...new Set(add)].filter((name) => !issue.labels.includes(name));
  const removed = remove.filter((name) => issue.labels.includes(name));
  let current = issue;
  for (const name of added) {
    current = replaceIssue(hub, { ...current, labels: [...current.labels, name] });
    emitIssueEvent(hub, current, { action: 'labeled', by, extra: { label: renderLabel(hub, name) } });
  }
  for (const name of removed) {
    current = replaceIssue(hub, { ...current, labels: current.labels.filter((each) => each !== name) });
    emitIssueEvent(hub, current, { action: 'unlabeled', by, extra: { label: renderLabel(hub, name) } });
  }
  return current;
}

function withIssue(call: Call, act: (issue: Issue) => Answer): Answer {
  const issue = findIssue(call.hub, call.params.issue_number);
  return issue === undefined ? notFound : act(issue);
}

function labelsOf(hub: Hub, issue: Issue): Answer {
  return list(issue.labels.map((name) => renderLabel(hub, name)));
}

const path = '/repos/{owner}/{repo}/issues/{issue_number}/labels';

export const labelRoutes: readonly Route[] = [
  {
    method: 'GET',
    path,
    needs: ['issues=read', 'pull_requests=read'],
    handle: (call) => withIssue(call, (issue) => labelsOf(call.hub, issue)),
  },
  {
    method: 'POST',
    path,
    needs: ['issues=write', 'pull_requests=write'],
    handle: (call) =>
      withIssue(call, (issue) =>
        labelsOf(call.hub, changeLabels(call.hub, issue, { by: call.caller, add: texts(call.body, 'labels') ?? [] })),
      ),
  },
  {
    method: 'DELETE',
    path: `${path}/{name}`,
    needs: ['issues=write', 'pull_requests=write'],
    handle: (call) =>
      withIssue(call, (issue) => {
        const { name = '' } = call.params;
        if (!issue.labels.includes(name)) return notFound;
        return labelsOf(call.hub, changeLabels(call.hub, issue, { by: call.caller, remove: [name] }));
      }),
  },
];
