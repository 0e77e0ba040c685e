// An environment in memory: its bucket, service, alarms and Terraform, which outlive the runs that deploy to it and may die.
import { watchedAlarms } from '../../../../src/actions/deploy/watched-alarms.ts';
import type { DeployWorld } from '../../../../src/actions/deploy/world.ts';
import { catalogue } from '../../../../src/kpis/index.ts';
import type { Alarms } from '../../../../src/ports/alarms.ts';
import type { Documents, StoredDocument } from '../../../../src/ports/documents.ts';
import type { IssueReport } from '../../../../src/ports/issues.ts';
import type { Series, Window } from '../../../../src/ports/metrics.ts';
import { pointsOf } from '../../../../src/ports/points.ts';
import type { Services } from '../../../../src/ports/services.ts';
import { memoryDocuments } from '../../../support/documents.ts';
import { type MemoryAlarms, memoryAlarms } from '../../../support/fake-alarms.ts';
import { type MemoryPager, memoryPager } from '../../../support/fake-pager.ts';
import { type MemoryServices, memoryServices } from '../../../support/fake-services.ts';
import { type ManualClock, manualClock } from '../../../support/manual-clock.ts';
import { fakeTerraform } from './terraform.ts';

export const environment = 'staging';
export const identity = { cluster: 'assess-staging', service: 'assess-staging-app' };
export const watched = watchedAlarms(catalogue, environment).map(({ name }) => name);
export const [errors = '', latency = '', unhealthy = ''] = watched;

export const zones = ['eu-west-2a', 'eu-west-2b'];

/** `v1`, `v2`: a commit, and the image that was built of it. */
export function shaOf(version: string): string {
  return Buffer.from(version).toString('hex').padEnd(40, '0');
}

export function imageOf(version: string): string {
  return `registry.example.org/app@sha256:${shaOf(version).padEnd(64, '0')}`;
}

export function versionOf(image: string): string {
  const digest = image.slice(image.indexOf('sha256:') + 'sha256:'.length);
  return Buffer.from(digest.replace(/(00)+$/, ''), 'hex').toString();
}

export function stackOf(version: string) {
  const backend = { s3: { key: 'staging/service.tfstate', region: 'eu-west-2', encrypt: true, use_lockfile: true } };
  return { terraform: { backend }, locals: { version } };
}

/** A version that has no image. */
export const unbuilt = 'unbuilt';

export interface Stage {
  readonly clock: ManualClock;
  readonly bucket: Map<string, StoredDocument>;
  readonly documents: Documents;
  readonly alarms: MemoryAlarms;
  readonly pager: MemoryPager;
  /** Of task definitions, by container. */
  readonly images: Record<string, Record<string, string>>;
  /** Nothing before the first deploy. */
  services: MemoryServices | undefined;
  readonly activeRuns: Set<number>;
  readonly issues: Map<string, IssueReport>;
  readonly closed: string[];
  /** What Terraform has changed, in its order. */
  readonly applied: string[];
  /** Called before each command of Terraform's, `apply host` for instance: it may throw, and the world may move on. */
  before: (command: string) => void;
  /** Called when a version has begun to roll out. */
  onRollout: (version: string) => void;
  /** Names of alarms that are not there: the next apply makes them, unless its code does not have them. */
  readonly absent: Set<string>;
  makesAlarms: boolean;
  /** A minute's requests; nothing where CloudWatch does not tell. */
  requestsPerMinute: number | undefined;
  /** Changes of the platform that are to be made. */
  platform: string[];
  lastTaskDefinition: number;
  /** What the bucket answers, as long as it does not answer; and how many times more. */
  refusal: Error | undefined;
  refusals: number;
  /** The version that was rolled out last. */
  rolledOut: string;
}

export interface StageSetup {
  /** What runs, was deployed by us, and is good; `none` on an environment without a service. */
  readonly running?: string;
}

export function openStage({ running = 'v1' }: StageSetup = {}): Stage {
  const clock = manualClock();
  const bucket = new Map<string, StoredDocument>();
  const stage: Stage = {
    clock,
    bucket,
    documents: memoryDocuments(bucket),
    alarms: memoryAlarms(
      clock,
      watched.map((name) => ({ name, reactionSeconds: 300 })),
    ),
    pager: memoryPager(),
    images: {},
    services: undefined,
    activeRuns: new Set(),
    issues: new Map(),
    closed: [],
    applied: [],
    before: () => undefined,
    onRollout: () => undefined,
    absent: new Set(running === 'none' ? watched : []),
    makesAlarms: true,
    requestsPerMinute: 1000,
    platform: [],
    lastTaskDefinition: 0,
    refusal: undefined,
    refusals: Number.POSITIVE_INFINITY,
    rolledOut: running,
  };
  if (running !== 'none') startWith(stage, running);
  return stage;
}

/** As an earlier deploy has left it: service, state, and what is known to be good. */
function startWith(stage: Stage, version: string): void {
  const taskDefinition = registerTaskDefinition(stage, imageOf(version));
  stage.services = openServices(stage, taskDefinition);
  const state = { serial: 7, version, image: imageOf(version), taskDefinition };
  stage.bucket.set('staging/service.tfstate', { value: state, version: '"state"' });
  const good = {
    id: '1-1',
    commit: shaOf(version),
    image: imageOf(version),
    terraform: stackOf(version),
    taskDefinition,
    deploymentId: 'ecs-svc/1',
    serial: 7,
    keptAt: stage.clock.now().toISOString(),
  };
  stage.bucket.set('staging/service.good.json', { value: { goods: [good] }, version: '"goods"' });
}

export function openServices({ clock, images }: Stage, taskDefinition: string): MemoryServices {
  return memoryServices(clock, { services: [{ ...identity, taskDefinition, zones }], images, rolloutSeconds: 120 });
}

export function registerTaskDefinition(stage: Stage, image: string): string {
  stage.lastTaskDefinition += 1;
  const arn = `arn:aws:ecs:eu-west-2:123456789012:task-definition/assess-staging-app:${stage.lastTaskDefinition}`;
  stage.images[arn] = { app: image, xray: 'public.ecr.aws/xray/aws-xray-daemon:3.x' };
  return arn;
}

/** Rings when that version has run for so long, and is well again when another one has. */
export function makeBad(stage: Stage, version: string, { alarm = errors, afterSeconds = 240 } = {}): void {
  stage.onRollout = (rolledOut) => {
    stage.clock.in(afterSeconds, () => {
      if (stage.rolledOut === rolledOut)
        stage.alarms.set(alarm, rolledOut === version ? 'ALARM' : 'OK', '3 of 5 were above 1.0.');
    });
  };
}

/** What the ports of a run are given. */
export type Ports = Omit<DeployWorld, 'settings' | 'run' | 'signal' | 'progress' | 'tell'>;

export function portsOf(stage: Stage, stacks: ReadonlyMap<string, unknown>): Ports {
  return {
    clock: stage.clock,
    alarms: alarmsOf(stage),
    pager: stage.pager,
    documents: documentsOf(stage),
    services: servicesOf(stage),
    metrics: {
      read: async (queries, window) => new Map(queries.map(({ id }) => [id, requestsIn(window, stage.requestsPerMinute)])),
    },
    issues: {
      upsertOpen: async (report) => {
        stage.issues.set(report.marker, report);
        return { number: 12, url: 'https://github.test/acme/platform/issues/12' };
      },
      close: async (marker) => {
        const found = stage.issues.delete(marker);
        if (found) stage.closed.push(marker);
        return found ? { number: 12, url: 'https://github.test/acme/platform/issues/12' } : undefined;
      },
    },
    images: { pin: async (_repository, tag) => (tag === shaOf(unbuilt) ? undefined : imageOf(versionOf(`sha256:${tag}`))) },
    taggedResources: { find: async () => tagged },
    terraform: fakeTerraform(stage, stacks),
    workflowRuns: {
      isActive: async ({ runId: other }) => stage.activeRuns.has(other),
      latestOfBranch: async () => [],
      activeOfBranch: async () => [],
      cancel: async () => false,
    },
  };
}

function requestsIn({ from, to }: Window, perMinute: number | undefined): Series {
  if (perMinute === undefined) return { kind: 'unavailable', because: 'CloudWatch does not tell' };
  // The last three minutes are not measured in full yet.
  const minutes = Math.floor((to.getTime() - from.getTime()) / 60_000) - 3;
  const atMs = Array.from({ length: minutes }, (_, minute) => from.getTime() + minute * 60_000);
  return {
    kind: 'data',
    points: pointsOf(
      atMs,
      atMs.map(() => perMinute),
    ),
  };
}

function alarmsOf({ alarms, absent }: Stage): Alarms {
  return {
    ...alarms,
    read: async (names) => (await alarms.read(names)).filter(({ name }) => !absent.has(name)),
  };
}

function documentsOf(stage: Stage): Documents {
  const { documents } = stage;
  const guarded = Object.entries(documents).map(([method, call]) => [
    method,
    async (...args: unknown[]) => {
      if (stage.refusal && stage.refusals > 0) {
        stage.refusals -= 1;
        throw stage.refusal;
      }
      return call(...args);
    },
  ]);
  return Object.fromEntries(guarded) as Documents;
}

function servicesOf(stage: Stage): Services {
  const running = (): MemoryServices => {
    if (!stage.services) throw new Error('There is no service yet.');
    return stage.services;
  };
  return {
    describe: async (of) => stage.services?.describe(of),
    tasks: (of) => running().tasks(of),
    images: (taskDefinition) => running().images(taskDefinition),
    deploy: (of, taskDefinition) => running().deploy(of, taskDefinition),
    rollouts: (of) => running().rollouts(of),
    turnBack: (rollout) => running().turnBack(rollout),
    isUsable: (taskDefinition) => running().isUsable(taskDefinition),
    scale: (of, desired) => running().scale(of, desired),
    subnets: (of) => running().subnets(of),
    moveTo: (of, subnets) => running().moveTo(of, subnets),
    stopTask: (of, task, reason) => running().stopTask(of, task, reason),
  };
}

const ofPlatform = { Environment: environment, Layer: 'platform' };
const ofService = { Environment: environment, Layer: 'service', Service: 'app' };
const arn = (service: string, resource: string) => `arn:aws:${service}:eu-west-2:123456789012:${resource}`;
export const alertsTopic = arn('sns', 'assess-staging-alerts');

const tagged = [
  { arn: arn('elasticloadbalancing', 'loadbalancer/app/assess-staging/1'), tags: ofPlatform },
  { arn: arn('elasticloadbalancing', 'targetgroup/assess-staging-app/2'), tags: ofService },
  { arn: arn('ecs', 'service/assess-staging/assess-staging-app'), tags: ofService },
  { arn: alertsTopic, tags: ofPlatform },
];
