// A hundred pull requests on one stage: real workflows, bundles and doubles, and a Terraform that takes no time.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { readPlan } from '../../../src/actions/plan/read/read-plan.ts';
import { mirrorRuns, tokenPermissions, workflowEventOf } from '../../../src/rehearsal/pull-requests/bridge.ts';
import type { StandIn } from '../../../src/rehearsal/workflows/options.ts';
import type { WorkflowRun } from '../../../src/rehearsal/workflows/records.ts';
import { openRunner, type Runner } from '../../../src/rehearsal/workflows/runner.ts';
import { configureAwsCredentials } from '../../../src/rehearsal/workflows/stand-ins/configure-aws-credentials.ts';
import { toolSetup } from '../../../src/rehearsal/workflows/stand-ins/tool-setup.ts';
import type { WorkflowEvent } from '../../../src/rehearsal/workflows/triggers/event.ts';
import { stacksOfPullRequest } from '../../../src/stacks/settings.ts';
import { synthesize } from '../../../src/stacks/synth.ts';
import { region } from '../../kill/support/host.ts';
import { openStage, type Stage, settings } from '../../kill/support/stage.ts';

export interface Crowd {
  readonly stage: Stage;
  /** Opens them all, then plays the workflow of each, so many at a time. @returns the runs in the order of their numbers */
  openAll(numbers: readonly number[], machines: number): Promise<readonly WorkflowRun[]>;
  reap(): Promise<readonly WorkflowRun[]>;
  /** `apply previews/pr-1/service.tfstate`, in their order. */
  log(): readonly string[];
  close(): Promise<void>;
}

/** Longer than any that is played, so that it stands nowhere by chance. */
const template = 90_909;
const accountId = '123456789012';
const developer = 'kim';

export async function openCrowd(): Promise<Crowd> {
  const checkout = resolve('.');
  const stage = await openStage({ env: process.env, logFolder: join(checkout, '.opsdeck'), checkout });
  const folder = stage.world.folder;
  const [workflows, synthesized, logFile] = ['workflows', 'synthesized', 'terraform.log'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  await mkdir(workflows);
  await cp(resolve('test/hardening/support/crowd-workflow.yml'), join(workflows, 'pull-request.yml'));
  await cp(resolve('.github/workflows/reaper.yml'), join(workflows, 'reaper.yml'));
  await writeFile(logFile, '');
  for (const [group, requests] of Object.entries(stacksOfPullRequest(settings, template))) {
    synthesize(join(folder, 'template', group), requests);
  }
  const runner = openCrowdRunner(stage, { checkout, folder, synthesized, logFile });
  const play = (event: WorkflowEvent | undefined): Promise<readonly WorkflowRun[]> =>
    event === undefined ? Promise.resolve([]) : runner.dispatch(event);
  return {
    stage,
    openAll: async (numbers, machines) => {
      const events = new Map<number, WorkflowEvent>();
      for (const number of numbers) {
        await copyRenamed(join(folder, 'template'), join(synthesized, `pr-${number}`), number);
        events.set(number, openPullRequest(stage, workflows));
      }
      const runs = new Map<number, readonly WorkflowRun[]>();
      const waiting = [...events];
      const machine = async (): Promise<void> => {
        for (let next = waiting.shift(); next; next = waiting.shift()) runs.set(next[0], await play(next[1]));
      };
      await Promise.all(Array.from({ length: machines }, machine));
      return numbers.flatMap((number) => runs.get(number) ?? []);
    },
    reap: () => play(workflowEventOf(stage.schedule(), stage.github, workflows)),
    log: () => readFileSync(logFile, 'utf8').split('\n').filter(Boolean),
    close: async () => {
      await runner.close();
      await stage.close();
    },
  };
}

let branches = 0;

/** @returns the event that starts its workflow */
function openPullRequest({ github }: Stage, workflows: string): WorkflowEvent {
  branches += 1;
  const branch = `crowd-${branches}`;
  let event: WorkflowEvent | undefined;
  const stop = github.onWebhook((webhook) => {
    event ??= webhook.event === 'pull_request' ? workflowEventOf(webhook, github, workflows) : undefined;
  });
  github.push({ by: developer, branch, files: { 'CHANGES.md': branch } });
  github.openPullRequest({ by: developer, branch, title: `Change ${branches}` });
  stop();
  if (event === undefined) throw new Error('a pull request that was opened starts a workflow');
  return event;
}

/** Stacks of pull requests differ in the number alone: to synthesize each would take longer than all the rest. */
async function copyRenamed(from: string, to: string, number: number): Promise<void> {
  const renamed = (text: string): string => text.replaceAll(String(template), String(number));
  for (const entry of await readdir(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name !== 'cdk.tf.json') continue;
    const source = join(entry.parentPath, entry.name);
    const target = join(to, renamed(relative(from, source)));
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, renamed(await readFile(source, 'utf8')));
  }
}

interface Machine {
  readonly checkout: string;
  readonly folder: string;
  readonly synthesized: string;
  readonly logFile: string;
}

function openCrowdRunner({ github, host, machine }: Stage, { checkout, folder, synthesized, logFile }: Machine): Runner {
  const { owner, name, id } = github.state.repository;
  // What the Terraform of the crowd says of every plan.
  const plan = { format_version: '1.2', terraform_version: '1.11.4', resource_changes: [] };
  return openRunner({
    temporaryFolder: join(folder, 'runner'),
    repository: { owner: owner.login, name, id, ownerId: owner.id },
    serverUrl: github.serverUrl,
    apiUrl: github.url,
    tokenFor: (permissions) => github.issueToken({ kind: 'job', permissions: tokenPermissions(permissions) }),
    revoke: (token) => github.revokeToken(token),
    standIns: {
      'actions/checkout': linkedCheckout(checkout),
      'hashicorp/setup-terraform': toolSetup({ command: 'node', inputs: ['terraform_version', 'terraform_wrapper'] }),
      'aws-actions/configure-aws-credentials': configureAwsCredentials({ assumeRole: async () => anyCredentials }),
    },
    variables: {
      AWS_ACCOUNT_ID: accountId,
      AWS_REGION: region,
      OPSDECK_DOMAIN: host.domain,
      DIGEST: readPlan(Buffer.from(JSON.stringify(plan))).digest,
    },
    onEvent: mirrorRuns(github),
    environment: {
      ...machine.environment,
      OPSDECK_TERRAFORM: resolve('test/hardening/support/fake-terraform.mjs'),
      SYNTHESIZED: synthesized,
      TF_CROWD_LOG: logFile,
    },
    clock: {
      nowMs: Date.now,
      wait: async (milliseconds, signal) => void (await wait(milliseconds, undefined, { signal }).catch(() => undefined)),
    },
    randomId: randomUUID,
    signal: new AbortController().signal,
  });
}

const anyCredentials = { accessKeyId: 'test', secretAccessKey: 'test', sessionToken: 'test', accountId };

/** The actions and their bundles are all that jobs need of the repository. */
function linkedCheckout(checkout: string): StandIn {
  return {
    about: 'links the actions of this checkout',
    inputs: { 'persist-credentials': 'true', ref: '' },
    main: async ({ env }) => {
      const workspace = env.GITHUB_WORKSPACE ?? '';
      for (const name of ['actions', 'dist']) await symlink(join(checkout, name), join(workspace, name));
    },
  };
}
