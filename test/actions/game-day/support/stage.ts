// An environment in memory that a drill can be played on: three zones, six tasks, a database, a cache, alarms, and FIS.
import { defaultConfig, type GameDayConfig } from '../../../../src/actions/game-day/config.ts';
import type { GameDay } from '../../../../src/actions/game-day/game-day.ts';
import { journalKey } from '../../../../src/actions/game-day/keys.ts';
import { defaultPatience, type GameDaySettings, type GameDayWorld } from '../../../../src/actions/game-day/world.ts';
import type { DrillDefinition } from '../../../../src/define/drill.ts';
import { azFailure } from '../../../../src/drills/az-failure.ts';
import { taskLoss } from '../../../../src/drills/task-loss.ts';
import { catalogue } from '../../../../src/kpis/index.ts';
import type { StoredDocument } from '../../../../src/ports/documents.ts';
import type { ResolvedTarget } from '../../../../src/ports/experiments.ts';
import type { IssueReport } from '../../../../src/ports/issues.ts';
import type { TaggedResource } from '../../../../src/ports/tagged-resources.ts';
import { memoryDocuments } from '../../../support/documents.ts';
import { alarmArn, memoryAlarms } from '../../../support/fake-alarms.ts';
import { memoryCaches } from '../../../support/fake-caches.ts';
import { memoryDatabases } from '../../../support/fake-databases.ts';
import { type FakeTemplate, memoryExperiments } from '../../../support/fake-experiments.ts';
import { memoryNetworks } from '../../../support/fake-networks.ts';
import { memoryPager } from '../../../support/fake-pager.ts';
import { memoryServices } from '../../../support/fake-services.ts';
import { memoryZonalShifts } from '../../../support/fake-zonal-shifts.ts';
import { manualClock } from '../../../support/manual-clock.ts';
import { traffic } from './traffic.ts';

export const zones = ['eu-west-2a', 'eu-west-2b', 'eu-west-2c'] as const;
export const mainService = { cluster: 'assess-staging', service: 'assess-staging-app' };
export const alarmNames = [
  'assess-staging-api-5xx-rate',
  'assess-staging-edge-5xx-rate',
  'assess-staging-targets-5xx-rate',
] as const;
export const edgeAlarm = alarmNames[1];
export const loadBalancerArn = 'arn:aws:elasticloadbalancing:eu-west-2:123456789012:loadbalancer/app/assess-staging/1';
export const goodTaskDefinition = 'arn:aws:ecs:eu-west-2:123456789012:task-definition/assess-staging-app:7';

export interface StageSetup {
  /** One task each. */
  readonly taskZones?: readonly string[];
  readonly config?: Partial<GameDayConfig>;
  readonly drills?: readonly DrillDefinition[];
  /** The drill that a template is there for; left out, the loss of a zone. */
  readonly drill?: DrillDefinition;
  /** FIS itself stops on alarms; left out, only we do. */
  readonly hasStopConditions?: boolean;
  /** FIS leaves its network ACLs behind. */
  readonly isUnclean?: boolean;
  readonly tellsTargets?: boolean;
}

export type Stage = ReturnType<typeof openStage>;

export function openStage(setup: StageSetup = {}) {
  const { taskZones = [...zones, ...zones], drill = azFailure, isUnclean = false } = setup;
  const clock = manualClock('2026-01-31T12:00:00.000Z');
  const alarms = memoryAlarms(
    clock,
    alarmNames.map((name) => ({ name })),
  );
  const services = memoryServices(clock, {
    services: [{ ...mainService, taskDefinition: goodTaskDefinition, zones: taskZones }],
  });
  const networks = memoryNetworks({ vpcId: 'vpc-1', zones: subnetZones, acls: { 'subnet-data-a': 'acl-data' } });
  const shifts = memoryZonalShifts(clock);
  const databases = memoryDatabases(clock, [
    {
      id: 'assess-staging',
      status: 'available',
      members: [
        { id: 'assess-staging-0', zone: zones[0], isWriter: true, status: 'available' },
        { id: 'assess-staging-1', zone: zones[1], isWriter: false, status: 'available' },
      ],
    },
  ]);
  const caches = memoryCaches([
    {
      id: 'assess-staging',
      status: 'available',
      nodes: [
        { id: 'assess-staging-001', zone: zones[0], role: 'primary' },
        { id: 'assess-staging-002', zone: zones[1], role: 'replica' },
      ],
    },
  ]);
  const faults: Readonly<Record<string, Readonly<Record<'start' | 'end', () => void>>>> = {
    'fence-subnets': {
      start: () => {
        networks.fence(zones[0]);
        services.cutOff(zones[0]);
      },
      end: () => {
        if (isUnclean) return;
        networks.unfence(zones[0]);
        services.giveBack(zones[0]);
      },
    },
    'stop-tasks': { start: () => services.stopTasks(mainService, zones[0]), end: () => undefined },
    'fail-over-database': { start: () => databases.loseWriter('assess-staging'), end: () => undefined },
    'shift-traffic': {
      start: () => shifts.put({ id: 'shift-fis', resource: loadBalancerArn, awayFrom: 'euw2-az2' }),
      end: () => void shifts.cancel('shift-fis'),
    },
  };
  const fis = memoryExperiments(clock, {
    templates: [templateOf(drill)],
    onAction: (name, phase) => faults[name]?.[phase](),
    ...(setup.hasStopConditions && { alarms }),
    ...(setup.tellsTargets !== undefined && { tellsTargets: setup.tellsTargets }),
  });
  const experiments: typeof fis = {
    ...fis,
    resolvedTargets: async (id) => {
      const resolved = await fis.resolvedTargets(id);
      const tasks = (await services.tasks(mainService)).filter(({ zone }) => zone === zones[0]);
      return resolved?.flatMap((one) =>
        one.target === 'tasks' ? tasks.map((task) => ({ ...one, facts: { taskArn: task.arn } })) : [one],
      );
    },
  };
  const bucket = new Map<string, StoredDocument>();
  const issues = new Map<string, IssueReport & { readonly isOpen: boolean }>();
  const log: string[] = [];
  const activeRuns = new Set<number>([1]);
  const metrics = traffic(clock);
  const pager = memoryPager();
  const documents = memoryDocuments(bucket);

  /** Where nothing keeps tasks from starting any more, they come back. */
  const removeFisAcl: typeof networks.removeFisAcl = async (aclId) => {
    await networks.removeFisAcl(aclId);
    services.giveBack(zones[0]);
  };

  /** The ports of a run. */
  const world = (
    run: Partial<Omit<GameDayWorld, 'settings'>> & { readonly settings?: Partial<GameDaySettings> } = {},
  ): GameDayWorld => {
    const { settings, ...ports } = run;
    return {
      clock,
      documents,
      experiments,
      alarms,
      services,
      networks: { ...networks, removeFisAcl },
      databases,
      caches,
      pager,
      metrics,
      catalogue,
      zonalShifts: shifts,
      drills: setup.drills ?? [azFailure, taskLoss],
      progress: {
        info: (line) => void log.push(line),
        warning: (text) => void log.push(`warning: ${text}`),
        group: (_title, body) => body(),
      },
      workflowRuns: {
        isActive: async ({ runId }) => activeRuns.has(runId),
        latestOfBranch: async () => [],
        activeOfBranch: async () => [],
        cancel: async () => false,
      },
      issues: {
        upsertOpen: async (report) => {
          issues.set(report.marker, { ...report, isOpen: true });
          return { number: 1, url: `https://github.com/o/r/issues/${report.marker}` };
        },
        close: async (marker) => {
          const found = issues.get(marker);
          if (!found) return undefined;
          issues.set(marker, { ...found, isOpen: false });
          return { number: 1, url: `https://github.com/o/r/issues/${marker}` };
        },
      },
      taggedResources: { find: async () => resources },
      run: { runId: 1, attempt: 1, job: 'game-day' },
      ...ports,
      settings: {
        ...defaultPatience,
        pollSeconds: 5,
        environment: 'staging',
        region: 'eu-west-2',
        bucket: 'state',
        runUrl: 'https://github.com/o/r/actions/runs/1',
        timeRate: 1,
        config: { ...defaultConfig, ...setup.config },
        ...settings,
      },
    };
  };
  const journal = (): GameDay => bucket.get(journalKey('staging'))?.value as GameDay;
  return {
    ...{ clock, alarms, services, networks, shifts, databases, caches, experiments, bucket, issues, log, activeRuns },
    ...{ metrics, pager, documents, world, journal },
  };
}

const subnetZones: Readonly<Record<string, string>> = Object.fromEntries(
  ['app', 'data'].flatMap((tier) => zones.map((zone) => [`subnet-${tier}-${zone.slice(-1)}`, zone])),
);

const arn = (service: string, resource: string) => `arn:aws:${service}:eu-west-2:123456789012:${resource}`;

function platform(service: string, resource: string, tags: Readonly<Record<string, string>> = {}): TaggedResource {
  return { arn: arn(service, resource), tags: { Environment: 'staging', Layer: 'platform', ...tags } };
}

const ofService = { Environment: 'staging', Layer: 'service', Service: 'app' };

export const resources: readonly TaggedResource[] = [
  platform('ec2', 'vpc/vpc-1', { Name: 'assess-staging' }),
  ...Object.entries(subnetZones).map(([id, zone]) => {
    const tier = id.split('-')[1] ?? '';
    return platform('ec2', `subnet/${id}`, { Tier: tier, Name: `assess-staging-${tier}-${zone}` });
  }),
  { arn: loadBalancerArn, tags: { Environment: 'staging', Layer: 'platform' } },
  platform('rds', 'cluster:assess-staging'),
  platform('elasticache', 'replicationgroup:assess-staging'),
  platform('elasticache', 'cluster:assess-staging-001'),
  platform('elasticache', 'cluster:assess-staging-002'),
  platform('kinesis', 'stream/assess-staging-events'),
  platform('firehose', 'deliverystream/assess-staging-events'),
  platform('sns', 'assess-staging-alerts'),
  { arn: 'arn:aws:apigateway:eu-west-2::/restapis/1/stages/live', tags: { Environment: 'staging', Layer: 'platform' } },
  { arn: arn('ecs', 'service/assess-staging/assess-staging-app'), tags: ofService },
  { arn: arn('elasticloadbalancing', 'targetgroup/assess-staging-app/1'), tags: ofService },
];

/** As the stack would make it: by hand, and not by what the engine expects. */
export function templateOf(drill: DrillDefinition): FakeTemplate {
  const zone = drill.isZonal ? { Zone: zones[0] } : {};
  return {
    id: `EXT-${drill.id}`,
    tags: { Environment: 'staging', Drill: drill.id, ...zone },
    stopAlarmArns: alarmNames.map(alarmArn),
    actions: Object.fromEntries(
      drill.actions.map(({ name, actionId, durationSeconds, after }) => [
        name,
        { actionId, ...(durationSeconds !== undefined && { durationSeconds }), ...(after && { after }) },
      ]),
    ),
    resolves: resolvedTargets().filter(({ target }) => Object.hasOwn(drill.targets, target)),
  };
}

/** Tasks are looked for each time: they come and go. */
function resolvedTargets(): readonly ResolvedTarget[] {
  const resolved = (target: string, resourceType: string, name: string, value: string): ResolvedTarget => ({
    target,
    resourceType,
    facts: { [name]: value },
  });
  return [
    resolved('subnets', 'aws:ec2:subnet', 'subnetArn', arn('ec2', 'subnet/subnet-app-a')),
    resolved('subnets', 'aws:ec2:subnet', 'subnetArn', arn('ec2', 'subnet/subnet-data-a')),
    resolved('tasks', 'aws:ecs:task', 'taskArn', 'any'),
    resolved('database', 'aws:rds:cluster', 'dbClusterArn', arn('rds', 'cluster:assess-staging')),
    resolved('cache', 'aws:elasticache:replicationgroup', 'arn', arn('elasticache', 'replicationgroup:assess-staging')),
    resolved('writer', 'aws:iam:role', 'arn', 'arn:aws:iam::123456789012:role/assess-staging-app-task'),
    resolved('load-balancer', 'aws:arc:zonal-shift-managed-resource', 'arn', loadBalancerArn),
  ];
}
