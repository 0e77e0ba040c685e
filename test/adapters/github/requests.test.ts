// What the adapter sends, judged by GitHub's own description of the requests it takes.
import { expect, test } from '@jest/globals';
import { problemsOfRequest } from '../../rehearsal/github/openapi.ts';
import { headOf, openPull } from '../../rehearsal/github/support.ts';
import { openAdapter } from './support.ts';

test('every request of every port is one that GitHub takes', async () => {
  const { ours, github } = await openAdapter();
  const number = openPull(github);
  const sha = headOf(github, number);
  const logUrl = 'https://ci.example.com/1';
  const check = { name: 'Plan', headSha: sha, title: 't', summary: 's', detailsUrl: logUrl };
  for (const text of ['one', 'two']) await ours.comments.revise(number, 'plan', () => text);
  await ours.checks.report(check);
  await ours.checks.report({ ...check, conclusion: 'success' });
  const id = await ours.deployments.create({ environment: 'preview/pr-1', sha, description: 'd' });
  await ours.deployments.setStatus(id, { state: 'success', description: 'd', logUrl, environmentUrl: 'https://x.example.com' });
  await ours.deployments.deactivate('preview/pr-1', logUrl);
  for (const body of ['one', 'two']) await ours.issues.upsertOpen({ marker: 'drift', title: 't', body, labels: ['drift'] });
  await ours.issues.close('drift', 'done');
  await ours.pullRequests.listOpen();
  await ours.workflowRuns.isActive({ runId: 1, attempt: 1 });
  await ours.workflowRuns.latestOfBranch({ workflowFile: 'runbook.yml', branch: 'topic', event: 'pull_request' });
  await ours.workflowRuns.activeOfBranch('topic');
  await ours.workflowRuns.cancel(1);
  const comment = github.comment({ by: 'wil', number, body: '/help' });
  for (const text of ['one', 'two']) await ours.replies.reply(number, comment, text);
  await ours.reactions.add(comment, 'eyes');
  await ours.collaborators.roleOf('wil');
  await ours.collaborators.isInTeam('acme', 'sre', 'wil');
  await ours.repositoryFiles.read('README.md');
  await ours.pullRequests.reviews(number);
  const problems = github.journal.flatMap(({ route = 'none', requestBody }) =>
    problemsOfRequest(route, requestBody === '' ? undefined : JSON.parse(requestBody)).map((problem) => `${route} ${problem}`),
  );
  expect(problems).toEqual([]);
  expect(new Set(github.journal.filter(({ requestBody }) => requestBody !== '').map(({ route }) => route)).size).toBe(9);
});
