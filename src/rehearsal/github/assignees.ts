// Assignees of the GitHub double: who looks after an issue or pull request.
import { roleOf } from './accounts.ts';
import { type Answer, type Call, created, notFound, type Route, texts } from './exchange.ts';
import type { Hub } from './hub.ts';
import { emitIssueEvent, findIssue, replaceIssue } from './issue-records.ts';
import { renderIssue } from './issue-view.ts';
import type { Account, Issue } from './state.ts';

/** "Only users with push access can add assignees; assignees are silently ignored otherwise", and so is who cannot be one. */
function assignable(hub: Hub, login: string): Account | undefined {
  const account = hub.state.accounts.get(login.toLowerCase());
  return account !== undefined && roleOf(hub, account) !== 'none' ? account : undefined;
}

/** https://docs.github.com/en/rest/issues/assignees#add-assignees-to-an-issue */
const mostAssignees = 10;

function addAssignees({ hub, params, body, caller: by }: Call): Answer {
  const issue = findIssue(hub, params.issue_number);
  if (issue === undefined) return notFound;
  const { assignees = [] } = issue;
  const wanted = (texts(body, 'assignees') ?? []).flatMap((login) => assignable(hub, login) ?? []);
  const all = [...new Set([...assignees, ...wanted])];
  if (all.length === assignees.length) return created(renderIssue(hub, issue));
  const assigned: Issue = replaceIssue(hub, { ...issue, assignees: all.slice(0, mostAssignees) });
  emitIssueEvent(hub, assigned, { action: 'assigned', by });
  return created(renderIssue(hub, assigned));
}

export const assigneeRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/repos/{owner}/{repo}/issues/{issue_number}/assignees',
    needs: ['issues=write', 'pull_requests=write'],
    handle: addAssignees,
  },
];
