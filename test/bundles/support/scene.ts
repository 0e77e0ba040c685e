// A pull request on a GitHub of its own, with all that the jobs of its workflow find: Terraform JSON, Terraform, a bucket.
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, jest } from '@jest/globals';
import { readSlots, type SlotTexts } from '../../../src/actions/comment/slots.ts';
import { type GitHubDouble, openGitHubDouble } from '../../../src/rehearsal/github/double.ts';
import type { EventName } from '../../../src/rehearsal/github/hub.ts';
import type { Comment } from '../../../src/rehearsal/github/state.ts';
import type { Webhook } from '../../../src/rehearsal/github/webhooks.ts';
import { planJson } from '../../actions/plan/support/plan-json.ts';
import { openEmptyBucket } from './bucket.ts';
import { type ActionName, type Ended, runStep } from './runner.ts';
import { synthesize, writeEmptyStacks } from './stacks.ts';
import { type Answers, type FakeTerraform, writeTerraform } from './terraform.ts';

// Each run is a process of its own, which waits for GitHub as it would in earnest; and the machine may be busy.
jest.setTimeout(120_000);

export interface SceneFacts {
  /** Stacks without resources, unless this repository's own are asked for. */
  readonly stacks?: 'synthesized';
  /** What Terraform says; of stacks that are not named, that nothing changes. */
  readonly answers?: Answers;
  /** Owner of the fork that the pull request comes from. */
  readonly fork?: string;
}

export interface RunFacts {
  readonly inputs?: Readonly<Record<string, string>>;
  /** The latest one of the pull request when left out. */
  readonly event?: Webhook;
  readonly withoutPermission?: string;
  readonly cancelledAt?: string;
}

export interface Scene {
  readonly github: GitHubDouble;
  readonly terraform: FakeTerraform;
  /** All that the jobs have on disk, each a folder of its own in it. */
  readonly jobs: string;
  /** The artifact of the synth job: what the pull request's code wrote. */
  readonly artifact: string;
  plan(facts?: RunFacts): Promise<Ended>;
  gate(facts?: RunFacts): Promise<Ended>;
  /** Another commit on the pull request's branch. @returns its SHA */
  push(): string;
  /** The latest event of this name. */
  latest(name: EventName): Webhook;
  /** Those that are there, oldest first. */
  comments(): readonly Comment[];
  /** What stands in the only comment, by slot. */
  slots(): SlotTexts;
  /** `failure: The plan failed` */
  checks(): readonly string[];
}

export const pullRequest = 1;
export const developer = 'kim';
export const maintainer = 'robin';
const branch = 'topic';
const image = `123456789012.dkr.ecr.eu-west-2.amazonaws.com/app@sha256:${'0123456789abcdef'.repeat(4)}`;

const unchanged = { plan: planJson() };
const nothingChanges: Answers = {
  'host/stacks/platform': unchanged,
  'host/stacks/service': { ...unchanged, outputs: { deployed_image: { value: image, sensitive: false, type: 'string' } } },
  'shared/stacks/service-pr-1': unchanged,
  'isolated/stacks/platform': unchanged,
};

const closing: (() => unknown)[] = [];
afterAll(async () => {
  for (const close of closing.splice(0)) await close();
});

export async function openScene({ stacks, answers = {}, fork }: SceneFacts = {}): Promise<Scene> {
  const folder = mkdtempSync(join(tmpdir(), 'opsdeck-bundles-'));
  const jobs = join(folder, 'jobs');
  mkdirSync(jobs);
  const artifact = join(folder, 'artifact');
  if (stacks === 'synthesized') await synthesize(artifact, pullRequest);
  else writeEmptyStacks(artifact, pullRequest);
  const terraform = writeTerraform(folder, { ...nothingChanges, ...answers });
  const bucket = await openEmptyBucket();
  const github = await openGitHub();
  closing.push(bucket.close, github.close, () => rmSync(folder, { recursive: true, force: true }));
  const events = rememberEvents(github);
  const latest = (name: EventName): Webhook => last(events.filter(({ event }) => event === name));
  const source = { by: developer, branch, ...(fork !== undefined && { fork }) };
  const push = (): string => github.push({ ...source, files: { 'main.ts': `change ${events.length}` } });
  push();
  github.openPullRequest({ ...source, title: 'A change' });
  const env = {
    PATH: process.env.PATH ?? '',
    HOME: folder,
    OPSDECK_TERRAFORM: terraform.path,
    AWS_ENDPOINT_URL: bucket.url,
    AWS_REGION: 'eu-west-2',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
  };
  const run = (action: ActionName, own: RunFacts['inputs'], { event, inputs, ...facts }: RunFacts): Promise<Ended> => {
    // Every job starts with an empty workspace.
    const job = mkdtempSync(join(jobs, `${action}-`));
    cpSync(artifact, join(job, 'workspace/cdktf.out'), { recursive: true });
    return runStep({ action, github, job, env, event: event ?? latest('pull_request'), inputs: { ...own, ...inputs }, ...facts });
  };
  const comments = (): readonly Comment[] =>
    [...github.state.comments.values()].filter(({ deletedAt }) => deletedAt === undefined);
  return {
    github,
    terraform,
    jobs,
    artifact,
    plan: (facts = {}) => run('plan', { 'state-bucket': 'states', domain: 'staging.example.com', image }, facts),
    gate: (facts = {}) => run('gate', {}, facts),
    push,
    latest,
    comments,
    slots: () => readSlots(only(comments()).body),
    checks: () => [...github.state.checkRuns.values()].map(({ conclusion, output }) => `${conclusion}: ${output.title}`),
  };
}

function openGitHub(): Promise<GitHubDouble> {
  return openGitHubDouble({
    owner: 'acme',
    name: 'assessments',
    people: [
      { login: maintainer, role: 'maintain' },
      { login: developer, role: 'write' },
    ],
    files: { 'README.md': 'hello\n' },
    webhookSecret: 'sesame',
    now: () => new Date(),
  });
}

function rememberEvents(github: GitHubDouble): readonly Webhook[] {
  const events: Webhook[] = [];
  github.onWebhook((webhook) => events.push(webhook));
  return events;
}

function last<T>(list: readonly T[]): T {
  const found = list.at(-1);
  if (found === undefined) throw new Error('There is none yet.');
  return found;
}

export function only<T>(list: readonly T[]): T {
  if (list.length !== 1) throw new Error(`There should be one, and there are ${list.length}.`);
  return last(list);
}
