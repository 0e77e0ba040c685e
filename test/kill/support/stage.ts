// A world for previews alone: the emulator with a mini host, a GitHub, and a machine for the jobs.
import { join } from 'node:path';
import { openDocuments } from '../../../src/adapters/aws/documents.ts';
import type { Documents } from '../../../src/ports/documents.ts';
import { type GitHubDouble, openGitHubDouble } from '../../../src/rehearsal/github/double.ts';
import type { Webhook } from '../../../src/rehearsal/github/webhooks.ts';
import { prepareMachine } from '../../../src/rehearsal/pull-requests/machine.ts';
import { sdkConfig } from '../../../src/rehearsal/sdk-config.ts';
import { type OpenWorld, openWorld } from '../../../src/rehearsal/world.ts';
import { parseSettings, stacksOfPullRequest } from '../../../src/stacks/settings.ts';
import { synthesize } from '../../../src/stacks/synth.ts';
import { type MiniHost, makeHost, region } from './host.ts';
import type { Machine } from './run-bundle.ts';

const developer = 'kim';

export const settings = parseSettings({ profile: 'staging', region });

export interface Stage {
  readonly world: OpenWorld;
  readonly host: MiniHost;
  readonly github: GitHubDouble;
  readonly machine: Machine;
  /** The state bucket. */
  readonly documents: Documents;
  /** Opens a pull request, and synthesizes it. */
  propose(): PullRequest;
  /** Pushes to the default branch. */
  merge(): Merge;
  /** @returns the event that starts the reaper */
  schedule(): Webhook;
  close(): Promise<void>;
}

export interface Merge {
  readonly sha: string;
  readonly webhook: Webhook;
}

export interface PullRequest {
  readonly number: number;
  /** What was synthesized, as the artifact of its job. */
  readonly folder: string;
  push(): void;
  /** One that is closed already is reopened first. */
  close(): void;
  /** What the next run is of. */
  headSha(): string;
  /** The event of the last of these. */
  webhook(): Webhook;
}

export interface StageOptions {
  readonly env: NodeJS.ProcessEnv;
  /** For the emulator's log, when something goes wrong. */
  readonly logFolder: string;
  readonly checkout: string;
}

export async function openStage({ env, logFolder, checkout }: StageOptions): Promise<Stage> {
  const { signal } = new AbortController();
  const world = await openWorld({ region, env, signal, logFolder, onProgress: () => undefined });
  const { environment: terraform, folder, emulator } = world;
  const host = await makeHost(emulator);
  const github = await openGitHubDouble({
    owner: 'example',
    name: 'assessments',
    people: [{ login: developer, role: 'write' }],
    files: { 'README.md': 'Assessments' },
    webhookSecret: 'a secret',
    now: () => new Date(),
  });
  // Of each pull request, and of the schedule, the last one.
  const webhooks = new Map<unknown, Webhook>();
  github.onWebhook((webhook) => webhooks.set(webhook.payload.number ?? webhook.event, webhook));
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY } = emulator.environment;
  const environment = {
    ...(await prepareMachine({ terraform, folder, checkout })),
    AWS_ACCESS_KEY_ID,
    AWS_SECRET_ACCESS_KEY,
  };
  return {
    world,
    host,
    github,
    machine: { github, environment, temporaryFolder: folder },
    documents: openDocuments({ bucket: host.bucket, client: sdkConfig(emulator) }),
    propose: () => propose(github, folder, webhooks),
    merge: () => {
      merges += 1;
      const files = { 'CHANGES.md': `Merge ${merges}` };
      const sha = github.push({ by: developer, branch: github.state.repository.defaultBranch, files });
      return { sha, webhook: known(webhooks.get('push')) };
    },
    schedule: () => {
      github.runSchedule({ by: developer, cron: '23 * * * *', workflowPath: '.github/workflows/reaper.yml' });
      return known(webhooks.get('schedule'));
    },
    close: async () => {
      await github.close();
      await world.close();
    },
  };
}

let branches = 0;
let merges = 0;

function propose(github: GitHubDouble, folder: string, webhooks: ReadonlyMap<unknown, Webhook>): PullRequest {
  branches += 1;
  const branch = `change-${branches}`;
  let pushes = 0;
  const by = developer;
  const push = (): void => {
    pushes += 1;
    github.push({ by, branch, files: { 'CHANGES.md': `Change ${pushes}` } });
  };
  push();
  const number = github.openPullRequest({ by, branch, title: 'A change' });
  return {
    number,
    folder: synthesizePullRequest(join(folder, `pr-${number}`), number),
    push,
    close: () => {
      if (github.state.issues.get(number)?.state === 'closed') github.reopenPullRequest({ by, number });
      github.closePullRequest({ by, number });
    },
    headSha: () => github.state.issues.get(number)?.pull?.headSha ?? '',
    webhook: () => known(webhooks.get(number)),
  };
}

function known(webhook: Webhook | undefined): Webhook {
  if (webhook) return webhook;
  throw new Error('no such event has happened');
}

/** Five stacks, of which a shared preview is one: the gate wants to see them all. */
function synthesizePullRequest(folder: string, number: number): string {
  const groups = stacksOfPullRequest(settings, number);
  for (const [group, requests] of Object.entries(groups)) synthesize(join(folder, group), requests);
  return folder;
}
