// What jobs write on GitHub while every third request goes wrong: it stands there once, and as it was meant.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import { composeComment, pullRequestMarker, readSlots } from '../../src/actions/comment/slots.ts';
import { type GitHub, openGitHub } from '../../src/adapters/github/github.ts';
import type { Clock } from '../../src/ports/clock.ts';
import { findDuplicates } from '../../src/rehearsal/faults/duplicates.ts';
import { type FaultProxy, openFaultProxy } from '../../src/rehearsal/faults/proxy.ts';
import type { GitHubDouble } from '../../src/rehearsal/github/double.ts';
import { everything, headOf, openFixture, openPull } from '../rehearsal/github/support.ts';

const delays = { slowMilliseconds: 5, retryAfterSeconds: 1 };
const proxies: FaultProxy[] = [];

afterEach(async () => {
  for (const proxy of proxies.splice(0)) await proxy.close();
});

interface Scene {
  readonly github: GitHubDouble;
  readonly proxy: FaultProxy;
  readonly pull: number;
  openJob(): GitHub;
}

async function openScene(seed: number): Promise<Scene> {
  const { github } = await openFixture();
  const proxy = await openFaultProxy({ name: 'GitHub', upstream: github.url, plan: { percent: 30, seed, delays } });
  proxies.push(proxy);
  const openJob = (): GitHub =>
    openGitHub({
      token: github.issueToken({ kind: 'job', permissions: everything }),
      apiUrl: proxy.url,
      repository: { owner: 'acme', name: 'platform' },
      userAgent: 'opsdeck/test',
      clock: hurried,
      log: () => undefined,
    });
  return { github, proxy, pull: openPull(github), openJob };
}

/** A second in a hundredth of one: who waits for others still does. */
const haste = 100;
const hurried: Clock = {
  now: () => new Date(performance.now() * haste),
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds / haste)),
};

const seeds = Array.from({ length: 12 }, (_, index) => index + 1);

test.each(seeds)('seed %i: two jobs in turn, all that they write', async (seed) => {
  const { github, proxy, pull, openJob } = await openScene(seed);
  const comment = github.comment({ by: 'wil', number: pull, body: '/preview deploy' });
  for (const times of [1, 2]) await writeAll(openJob(), { pull, comment, headSha: headOf(github, pull), times });
  expect(findDuplicates(github.state)).toEqual([]);
  expect(whatStands(github, pull)).toEqual({
    replies: ['Second time'],
    slots: { verdict: 'Verdict 2', preview: 'Preview 2' },
    checks: ['success'],
    deployments: ['inactive', 'inactive'],
    reactions: ['eyes', 'rocket'],
    issues: ['closed: Drift 2'],
    saidOnIssue: ['It is gone.'],
  });
  expect(proxy.requests.filter(({ fault }) => fault).length).toBeGreaterThan(5);
});

interface Work {
  readonly pull: number;
  readonly comment: number;
  readonly headSha: string;
  readonly times: number;
}

async function writeAll(job: GitHub, { pull, comment, headSha, times }: Work): Promise<void> {
  const runUrl = `https://github.com/acme/platform/actions/runs/${times}`;
  for (const content of ['eyes', 'rocket'] as const) await job.reactions.add(comment, content);
  await job.replies.reply(pull, comment, times === 1 ? 'First time' : 'Second time', { isFirst: times === 1 });
  await revise(job, pull, { verdict: `Verdict ${times}` });
  await revise(job, pull, { preview: `Preview ${times}` });
  const check = { name: 'plan', headSha, title: 'Plan', summary: 'Of it', detailsUrl: runUrl };
  await job.checks.report(check);
  await job.checks.report({ ...check, conclusion: 'success' });
  const id = await job.deployments.create({ environment: 'preview/pr-1', sha: headSha, description: 'A preview' });
  for (const state of ['in_progress', 'success'] as const) {
    await job.deployments.setStatus(id, { state, description: state, logUrl: runUrl });
  }
  await job.deployments.deactivate('preview/pr-1', runUrl);
  const report = { marker: 'drift/platform', title: `Drift ${times}`, body: 'Of it', labels: ['drift'] };
  await job.issues.upsertOpen(report);
  if (times === 2) await job.issues.close(report.marker, 'It is gone.');
}

function revise({ comments }: GitHub, pull: number, slots: Parameters<typeof composeComment>[1]) {
  return comments.revise(pull, pullRequestMarker, (current) => composeComment(current, slots));
}

function whatStands({ state }: GitHubDouble, pull: number) {
  const ours = [...state.comments.values()].filter(({ author, deletedAt }) => author.type === 'Bot' && !deletedAt);
  const on = (issue: number, marker: string) =>
    ours.filter(({ issue: where, body }) => where === issue && body.startsWith(`<!-- opsdeck:${marker}`)).map(({ body }) => body);
  const issues = [...state.issues.values()].filter(({ author }) => author.type === 'Bot');
  return {
    replies: on(pull, 'reply').map((body) => body.split('\n').slice(1).join('\n')),
    slots: readSlots(on(pull, pullRequestMarker)[0] ?? ''),
    checks: [...state.checkRuns.values()].map(({ conclusion }) => conclusion),
    deployments: [...state.deployments.values()].map(({ statuses }) => statuses.at(-1)?.state),
    reactions: [...state.reactions.values()].map(({ content }) => content),
    issues: issues.map(({ title, state: stands }) => `${stands}: ${title}`),
    saidOnIssue: ours.filter(({ issue }) => issue !== pull).map(({ body }) => body),
  };
}

test.each(seeds)('seed %i: four jobs at once, a slot each of the same comment', async (seed) => {
  const { github, pull, openJob } = await openScene(seed);
  const names = ['verdict', 'preview', 'kpis', 'changes'] as const;
  await Promise.all(names.map((name) => revise(openJob(), pull, { [name]: `Of ${name}` })));
  expect(findDuplicates(github.state)).toEqual([]);
  expect(whatStands(github, pull).slots).toEqual(Object.fromEntries(names.map((name) => [name, `Of ${name}`])));
});

test('a server that takes the request and never answers', async () => {
  const silent = createServer(() => undefined);
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const lines: string[] = [];
  const { pullRequests } = openGitHub({
    token: 'any',
    apiUrl: `http://127.0.0.1:${(silent.address() as AddressInfo).port}`,
    repository: { owner: 'acme', name: 'platform' },
    userAgent: 'opsdeck/test',
    clock: hurried,
    log: (line) => lines.push(line),
    answerTimeoutSeconds: 0.05,
  });
  const expected = { code: 'github/no-answer', message: expect.stringContaining('tried 4 times') };
  await expect(pullRequests.get(1)).rejects.toMatchObject(expected);
  expect(lines).toHaveLength(3);
  silent.closeAllConnections();
  silent.close();
});
