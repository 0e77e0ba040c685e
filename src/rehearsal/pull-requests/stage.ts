// The stage of the pull requests: a GitHub, a runner for the generated workflows, and this repository between them.
import { randomUUID } from 'node:crypto';
import { cp, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { FaultPlan } from '../faults/decide.ts';
import { type Faults, openFaults } from '../faults/faults.ts';
import { type GitHubDouble, openGitHubDouble } from '../github/double.ts';
import type { WorkflowRun } from '../workflows/records.ts';
import { openRunner, type Runner } from '../workflows/runner.ts';
import { checkout } from '../workflows/stand-ins/checkout.ts';
import { configureAwsCredentials } from '../workflows/stand-ins/configure-aws-credentials.ts';
import { setupNode, setupTerraform } from '../workflows/stand-ins/tool-setup.ts';
import type { World } from '../world.ts';
import { mirrorRuns, passOnCancels, tokenPermissions, workflowEventOf } from './bridge.ts';
import { editedPaths } from './changes.ts';
import { openRegistry, type Registry } from './images.ts';
import { prepareMachine } from './machine.ts';
import { openRecorder, type Recorder } from './recorder.ts';
import { assumeRoleIn } from './roles.ts';
import { openSources } from './sources.ts';

export interface Stage {
  readonly github: GitHubDouble;
  readonly recorder: Recorder;
  readonly registry: Registry;
  readonly runner: Pick<Runner, 'runs' | 'killRun' | 'cancel' | 'artifactFolder'>;
  /** What actions have to get along with, where that was asked for. */
  readonly faults?: Faults;
  /** From now on this is told, line by line, what jobs do. */
  watch(say: (line: string) => void): void;
  /** Waits until every workflow that events so far have started has ended. @returns those since the last time */
  settled(): Promise<readonly WorkflowRun[]>;
  close(): Promise<void>;
}

export interface StageOptions {
  readonly world: World;
  /** This checkout. */
  readonly checkout: string;
  readonly accountId: string;
  readonly domain: string;
  /** Files of those that are played; pull requests' when left out. */
  readonly workflows?: readonly string[];
  /** What of this checkout people change; what they change in pull requests when left out. */
  readonly editedPaths?: readonly string[];
  /** The environments that there are, in the order in which they are deployed to. */
  readonly environments?: readonly string[];
  /** Where an action of ours lies that the workflows take from another repository. */
  readonly findAction?: (uses: string) => string | undefined;
  /** What jobs have in their environment beside that of every machine. */
  readonly environment?: Readonly<Record<string, string>>;
  /** Lets requests of actions go wrong on their way to GitHub and AWS. */
  readonly faults?: FaultPlan;
}

/** The others build and release this repository, or play something else. */
const ofPullRequests = ['pull-request.yml', 'chatops.yml', 'chatops-command.yml', 'reaper.yml', 'drift.yml'];

export const maintainer = 'robin';
export const developer = 'kim';
export const stranger = 'mallory';

export async function openStage(options: StageOptions): Promise<Stage> {
  const { world, accountId, domain } = options;
  const folder = join(world.folder, 'stage');
  const workflowsFolder = join(folder, 'workflows');
  await mkdir(workflowsFolder, { recursive: true });
  for (const name of options.workflows ?? ofPullRequests)
    await cp(join(options.checkout, '.github/workflows', name), join(workflowsFolder, name));
  const github = await openGitHubDouble({
    owner: 'example',
    name: 'assessments',
    people: [
      { login: maintainer, role: 'maintain' },
      { login: developer, role: 'write' },
      { login: stranger, role: 'none' },
    ],
    files: await readEdited(options.checkout, options.editedPaths ?? editedPaths),
    webhookSecret: randomUUID(),
    now: () => new Date(),
  });
  const recorder = openRecorder(github);
  const registry = await openRegistry(world.emulator, accountId);
  const variables = {
    AWS_ACCOUNT_ID: accountId,
    AWS_REGION: world.emulator.environment.AWS_REGION ?? '',
    OPSDECK_DOMAIN: domain,
    OPSDECK_IMAGE: registry.repository,
    ...(options.environments && { OPSDECK_ENVIRONMENTS: JSON.stringify(options.environments) }),
  };
  let say: (line: string) => void = () => undefined;
  const doubles = { gitHubUrl: github.url, awsUrl: world.emulator.url };
  const faults = options.faults && (await openFaults(options.faults, doubles));
  const parts = {
    folder,
    github,
    recorder,
    variables,
    apiUrl: faults?.gitHub.url ?? github.url,
    say: (line: string) => say(line),
  };
  const environment = { ...options.environment, ...(faults && { AWS_ENDPOINT_URL: faults.aws.url }) };
  const runner = await openStageRunner({ ...options, ...parts, environment });
  const { settled, stop } = connect(github, runner, workflowsFolder);
  const close = async (): Promise<void> => {
    stop();
    await runner.close();
    await faults?.close();
    await github.close();
  };
  const watch = (next: typeof say): void => {
    say = next;
  };
  return { github, recorder, registry, runner, ...(faults && { faults }), watch, settled, close };
}

async function readEdited(checkoutFolder: string, paths: readonly string[]): Promise<Readonly<Record<string, string>>> {
  const texts = paths.map(async (path) => [path, await readFile(join(checkoutFolder, path), 'utf8')] as const);
  return Object.fromEntries(await Promise.all(texts));
}

interface RunnerParts extends StageOptions {
  readonly folder: string;
  readonly github: GitHubDouble;
  readonly recorder: Recorder;
  readonly variables: Readonly<Record<string, string>>;
  readonly apiUrl: string;
  readonly say: (line: string) => void;
}

async function openStageRunner(parts: RunnerParts): Promise<Runner> {
  const { world, folder, github, recorder, variables, apiUrl, say } = parts;
  const sources = await openSources(parts.checkout, join(folder, 'repository'), { PATH: world.environment.PATH });
  const mirror = mirrorRuns(github);
  const { owner, name, id } = github.state.repository;
  return openRunner({
    temporaryFolder: join(folder, 'runner'),
    repository: { owner: owner.login, name, id, ownerId: owner.id },
    serverUrl: github.serverUrl,
    apiUrl,
    tokenFor: (permissions) => github.issueToken({ kind: 'job', permissions: tokenPermissions(permissions) }),
    revoke: (token) => github.revokeToken(token),
    standIns: {
      'actions/checkout': checkout({
        sourceOf: async ({ ref, defaults }) => {
          const commit = github.state.commits.get(ref || defaults.sha);
          if (!commit) throw new Error(`GitHub has no commit ${ref || defaults.sha}`);
          return { path: sources.path, commit: await sources.commitOf(commit) };
        },
      }),
      'actions/setup-node': setupNode,
      'hashicorp/setup-terraform': setupTerraform,
      'aws-actions/configure-aws-credentials': configureAwsCredentials({ assumeRole: assumeRoleIn(world.emulator) }),
    },
    ...(parts.findAction && { findAction: parts.findAction }),
    variables,
    onEvent: (event) => {
      mirror(event);
      recorder.onEvent(event);
      if (event.kind === 'step-started') say(`${event.job.run.workflow} / ${event.job.name}: ${event.step.name}`);
    },
    environment: {
      ...(await prepareMachine({ terraform: world.environment, folder, checkout: parts.checkout })),
      ...parts.environment,
    },
    clock: {
      nowMs: Date.now,
      wait: async (milliseconds, signal) => void (await wait(milliseconds, undefined, { signal }).catch(() => undefined)),
    },
    randomId: randomUUID,
    signal: world.signal,
  });
}

function connect(github: GitHubDouble, runner: Runner, workflowsFolder: string) {
  let pending: Promise<readonly WorkflowRun[]>[] = [];
  const stopCancelling = passOnCancels(github, runner);
  const stopListening = github.onWebhook((webhook) => {
    const event = workflowEventOf(webhook, github, workflowsFolder);
    if (!event) return;
    const dispatched = runner.dispatch(event);
    // Whoever waits for it gets the error; until then it is nobody's.
    dispatched.catch(() => undefined);
    pending.push(dispatched);
  });
  const settled = async (): Promise<readonly WorkflowRun[]> => {
    const ended: WorkflowRun[] = [];
    while (pending.length > 0) {
      const now = pending;
      pending = [];
      ended.push(...(await Promise.all(now)).flat());
    }
    return ended;
  };
  const stop = (): void => {
    stopListening();
    stopCancelling();
  };
  return { settled, stop };
}
