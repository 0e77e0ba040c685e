// Runs that deploy to the environment in memory, each of which may die between any two things that it does.
import type { DeployJournal } from '../../../../src/actions/deploy/journal.ts';
import type { DeployResult } from '../../../../src/actions/deploy/result.ts';
import { runDeploy } from '../../../../src/actions/deploy/run.ts';
import { type DeploySettings, type DeployWorld, defaultPatience } from '../../../../src/actions/deploy/world.ts';
import { type FakeProcess, openProcess, type ProcessFate } from '../../preview/support/process.ts';
import { identity, portsOf, type Stage, shaOf, stackOf, versionOf } from './stage.ts';

export interface RunOptions extends ProcessFate {
  readonly settings?: Partial<DeploySettings>;
  readonly signal?: AbortSignal;
  readonly log?: string[];
  /** What was synthesized: the version of the default branch. */
  readonly version?: string;
  /** That of another one: another step of the same job. */
  readonly runId?: number;
}

export type Died = { readonly kind: 'died'; readonly where: string; readonly runId: number };

let lastRun = 100;

/** It is over for GitHub when it has ended or died. */
export async function run<T>(
  stage: Stage,
  options: RunOptions,
  body: (world: DeployWorld) => Promise<T>,
): Promise<{ readonly kind: 'ended'; readonly value: T; readonly points: number } | Died> {
  lastRun += 1;
  const { runId = lastRun } = options;
  const process = openProcess(runId, options);
  stage.activeRuns.add(process.runId);
  const ending = body(worldOf(stage, process, options)).then(
    (value) => ({ kind: 'ended', value, points: process.points() }) as const,
  );
  const death = process.death.then((where) => ({ kind: 'died', where, runId }) as const);
  try {
    return await Promise.race([ending, death]);
  } finally {
    stage.activeRuns.delete(process.runId);
  }
}

export function worldOf(stage: Stage, process: FakeProcess, options: RunOptions): DeployWorld {
  const { version = 'v2', settings, signal = new AbortController().signal, log = [] } = options;
  const stacks = new Map([['host/stacks/service', stackOf(version)]]);
  const ports = portsOf(stage, stacks);
  const { taggedResources, alarms, services, metrics, pager, issues, images, workflowRuns, documents } = ports;
  return {
    ...ports,
    ...mortal(process, { taggedResources, alarms, services, metrics, pager, issues, images, workflowRuns, documents }),
    terraform: {
      open: (folder) => mortalStack(process, ports.terraform.open(folder)),
      withConfiguration: (configuration, use) =>
        ports.terraform.withConfiguration(configuration, (stack) => use(mortalStack(process, stack))),
    },
    progress: {
      info: (line) => void log.push(line),
      warning: (text) => void log.push(`warning: ${text}`),
      group: (_title, work) => work(),
    },
    run: { runId: process.runId, attempt: 1, job: 'service', url: `https://github.test/runs/${process.runId}` },
    signal,
    tell: () => undefined,
    settings: {
      ...defaultPatience,
      folder: '/synthesized',
      stacks,
      environment: 'staging',
      region: 'eu-west-2',
      bucket: 'states',
      domain: 'staging.example.org',
      image: 'registry.example.org/app',
      pollSeconds: 10,
      timeRate: 1,
      imagePatienceSeconds: 0,
      lockWaitSeconds: 0,
      ...settings,
    },
  };
}

type Methods = Readonly<Record<string, unknown>>;

/** Each call of each of these ports is two points at which the run can die. */
function mortal<Ports extends Readonly<Record<string, object>>>({ act }: FakeProcess, ports: Ports): Ports {
  const wrap = (name: string, port: Methods) =>
    Object.fromEntries(
      Object.entries(port).map(([method, call]) => [
        method,
        typeof call !== 'function' ? call : (...args: unknown[]) => act(`${name}.${method}`, () => call(...args)),
      ]),
    );
  return Object.fromEntries(Object.entries(ports).map(([name, port]) => [name, wrap(name, port as Methods)])) as Ports;
}

function mortalStack<Stack extends object>(process: FakeProcess, stack: Stack): Stack {
  return mortal(process, { terraform: stack }).terraform;
}

/** A push of that version. */
export async function deploy(
  stage: Stage,
  version: string,
  options: RunOptions & { readonly isRecovery?: boolean } = {},
): Promise<DeployResult | Died> {
  const { isRecovery = false, ...others } = options;
  const request = { commit: shaOf(version), isRecovery, by: 'ada' };
  const ended = await run(stage, { ...others, version }, (world) => runDeploy(world, { mode: 'service', request }));
  return ended.kind === 'ended' ? ended.value : ended;
}

export async function rollBack(stage: Stage, options: RunOptions = {}): Promise<DeployResult | Died> {
  const request = { by: 'ada', reason: 'logins fail' };
  const ended = await run(stage, options, (world) => runDeploy(world, { mode: 'rollback', request }));
  return ended.kind === 'ended' ? ended.value : ended;
}

export function journalOf(stage: Stage): DeployJournal {
  return stage.bucket.get('staging/deploy.json')?.value as DeployJournal;
}

/** Versions that are known to be good, newest first. */
export function goodVersions(stage: Stage): readonly string[] {
  const value = stage.bucket.get('staging/service.good.json')?.value as
    | { readonly goods: readonly { readonly image: string }[] }
    | undefined;
  return (value?.goods ?? []).map(({ image }) => versionOf(image));
}

/** What the primary deployment runs, and whether it has been completed. */
export async function running(stage: Stage): Promise<string> {
  const [primary] = (await stage.services?.describe(identity))?.deployments ?? [];
  if (!primary) return 'nothing';
  return `${versionOf(stage.images[primary.taskDefinition]?.app ?? '')} ${primary.rollout}`;
}

/** The reason why it ended so, in a word. */
export function codeOf(result: DeployResult | Died): string {
  if ('failure' in result) return result.failure.code;
  if ('journal' in result) return `${result.kind}${result.journal.cause ? ` ${result.journal.cause.kind}` : ''}`;
  return result.kind;
}
