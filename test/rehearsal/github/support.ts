// A GitHub double for tests, with a clock that only moves when told, and a way to ask it as `fetch` does.
import { afterEach, jest } from '@jest/globals';
import type { Clock } from '../../../src/ports/clock.ts';
import { type GitHubDouble, openGitHubDouble } from '../../../src/rehearsal/github/double.ts';
import type { Permissions } from '../../../src/rehearsal/github/exchange.ts';
import type { Webhook } from '../../../src/rehearsal/github/webhooks.ts';

// Hundreds of requests and large schemas: on a busy machine the usual five seconds are not enough.
jest.setTimeout(60_000);

export const secret = 'sesame';

export const workflowFile = '.github/workflows/runbook.yml';

/** All that a job can be given. */
export const everything: Permissions = {
  actions: 'write',
  actions_variables: 'write',
  administration: 'write',
  checks: 'write',
  contents: 'write',
  deployments: 'write',
  issues: 'write',
  members: 'read',
  pull_requests: 'write',
  statuses: 'write',
};

export interface TestClock extends Clock {
  /** Every sleep so far, in seconds. */
  readonly sleptSeconds: readonly number[];
}

/** Sleeping takes no time, but the clock believes that it did. */
export function testClock(): TestClock {
  let now = Date.parse('2026-01-01T00:00:00Z');
  const sleptSeconds: number[] = [];
  const sleep = async (milliseconds: number): Promise<void> => {
    now += milliseconds;
    sleptSeconds.push(milliseconds / 1000);
  };
  return { now: () => new Date(now), sleep, sleptSeconds };
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape.
  readonly body: any;
}

export type Ask = (method: string, path: string, options?: AskOptions) => Promise<Answer>;

export interface AskOptions {
  readonly body?: unknown;
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Fixture {
  readonly github: GitHubDouble;
  readonly clock: TestClock;
  readonly webhooks: readonly Webhook[];
  /** As a job with every permission, if no other token is given. */
  readonly ask: Ask;
}

const opened: GitHubDouble[] = [];

afterEach(async () => {
  for (const github of opened.splice(0)) await github.close();
});

/** `acme/platform` with people of several roles and an app; closed after the test. */
export async function openFixture({ isPrivate = true } = {}): Promise<Fixture> {
  const clock = testClock();
  const github = await openGitHubDouble({
    owner: 'acme',
    name: 'platform',
    people: [
      { login: 'ada', role: 'admin', teams: ['sre'] },
      { login: 'max', role: 'maintain' },
      { login: 'wil', role: 'write' },
      { login: 'tri', role: 'triage' },
      { login: 'rea', role: 'read' },
      { login: 'eve', role: 'none' },
    ],
    apps: ['helper'],
    isPrivate,
    files: { 'README.md': 'hello\n', [workflowFile]: 'on: workflow_dispatch\n' },
    webhookSecret: secret,
    now: clock.now,
  });
  opened.push(github);
  const webhooks: Webhook[] = [];
  github.onWebhook((webhook) => webhooks.push(webhook));
  const job = github.issueToken({ kind: 'job', permissions: everything });
  return { github, clock, webhooks, ask: asker(github.url, job) };
}

export const repository = '/repos/acme/platform';

function asker(url: string, job: string): Ask {
  return async (method, path, { body, token = job, headers = {} } = {}) => {
    const response = await fetch(`${url}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
    return { status: response.status, headers: response.headers, text, body: isJson ? JSON.parse(text) : undefined };
  };
}

/** A branch with a change, and a pull request from it. @returns its number */
export function openPull(github: GitHubDouble, { by = 'wil', branch = 'topic' } = {}): number {
  github.push({ by, branch, files: { 'src/a.ts': 'one\ntwo\n' } });
  return github.openPullRequest({ by, branch, title: 'A change' });
}

export function headOf(github: GitHubDouble, pull: number): string {
  return github.state.issues.get(pull)?.pull?.headSha ?? 'none';
}
