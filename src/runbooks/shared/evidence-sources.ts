// Where evidence of what went wrong is looked for, one row a source, and what of it stands out.
import type { Alarm } from '../../ports/alarms.ts';
import type { ServiceState } from '../../ports/services.ts';
import type { Evidence, EvidenceScope, EvidenceSource } from './bundle.ts';
import { countBy, withoutAddresses } from './evidence-words.ts';

const mostLogLines = 500;
const mostChanges = 200;

/** What programs write when something is wrong; Insights reads it as a regular expression. */
const troublePattern = '(?i)(error|exception|fatal|panic|timed? ?out|refused|denied|out of memory|deadlock)';

/** As the stacks name them; a group that an environment does not have is left out. */
function logGroupsOf(prefix: string): readonly string[] {
  return [
    `/aws/ecs/${prefix}-app`,
    `/aws/rds/cluster/${prefix}/postgresql`,
    `/aws/elasticache/${prefix}`,
    `/aws/apigateway/${prefix}`,
    `/aws/kinesisfirehose/${prefix}`,
  ];
}

export const evidenceSources: readonly EvidenceSource[] = [
  { id: 'alarms', title: 'Alarms, and how they have changed', gather: gatherAlarms },
  { id: 'service', title: 'The service, its deployments and tasks', gather: gatherService },
  { id: 'targets', title: 'Health of the load balancer’s targets', gather: gatherTargets },
  { id: 'database', title: 'The database and its events', gather: gatherDatabase },
  { id: 'cache', title: 'The cache and its events', gather: gatherCache },
  { id: 'logs', title: 'Lines of the logs that speak of trouble', gather: gatherLogs },
  { id: 'experiments', title: 'Experiments, safety lever and zonal shifts', gather: gatherExperiments },
  { id: 'changes', title: 'Who has changed what', gather: gatherChanges },
];

async function gatherAlarms({ ports, place, since }: EvidenceScope): Promise<Evidence> {
  const alarms = await ports.alarms.withPrefix(place.prefix);
  const transitions = await ports.alarms.transitions(
    alarms.map(({ name }) => name),
    since,
  );
  const ringing = alarms.filter(({ state }) => state === 'ALARM');
  const rang = new Set(transitions.filter(({ to }) => to === 'ALARM').map(({ name }) => name));
  const over = alarms.filter(({ name, state }) => state !== 'ALARM' && rang.has(name));
  return {
    content: { alarms, transitions },
    notable: [
      ...ringing.map(({ name, transitionedAt, reason }) => `${name} rings since ${transitionedAt}: ${reason}`),
      ...over.map(({ name, state }: Alarm) => `${name} rang, and is ${state} now`),
    ],
  };
}

async function gatherService({ ports, place, since }: EvidenceScope): Promise<Evidence> {
  const identity = { cluster: place.prefix, service: `${place.prefix}-app` };
  const { cluster, service } = identity;
  const [state, tasks, stopped, events] = await Promise.all([
    ports.services.describe(identity),
    ports.services.tasks(identity),
    ports.evidence.stoppedTasks(cluster, service),
    ports.evidence.serviceEvents(cluster, service, since),
  ]);
  const why = countBy(
    stopped,
    ({ reason, containers }) => [reason, ...containers].filter(Boolean).join('; ') || 'no reason given',
  );
  return {
    content: { service: state ?? null, tasks, stoppedTasks: stopped, events },
    notable: [
      ...(state ? serviceTrouble(service, state) : [`there is no service ${service}`]),
      ...why.map(([reason, count]) => `${count === 1 ? 'a task' : `${count} tasks`} stopped: ${reason}`),
    ],
  };
}

function serviceTrouble(service: string, { desired, running, deployments }: ServiceState): readonly string[] {
  const missing = running < desired ? [`${service} runs ${running} of ${desired} tasks`] : [];
  const rollouts = deployments
    .filter(({ rollout }) => rollout !== 'COMPLETED')
    .map(({ id, rollout, reason }) => `the deployment ${id} is ${rollout}: ${reason || 'no reason given'}`);
  return [...missing, ...rollouts];
}

async function gatherTargets({ ports, place }: EvidenceScope): Promise<Evidence> {
  const targets = await ports.evidence.targetHealth(place.prefix);
  const bad = targets.filter(({ state }) => state !== 'healthy');
  return {
    content: { targets },
    notable: bad.map(
      ({ target, zone, state, reason }) => `${target}${zone && ` in ${zone}`} is ${state}${reason && `: ${reason}`}`,
    ),
  };
}

async function gatherDatabase({ ports, place, since }: EvidenceScope): Promise<Evidence> {
  const [cluster, events] = await Promise.all([
    ports.databases.describe(place.prefix),
    ports.evidence.databaseEvents(place.prefix, since),
  ]);
  if (!cluster) return { content: { cluster: null, events }, notable: [`there is no database ${place.prefix}`] };
  const { status, members } = cluster;
  return {
    content: { cluster, events },
    notable: [
      ...(status === 'available' ? [] : [`the database is ${status}`]),
      ...(members.some(({ isWriter }) => isWriter) ? [] : ['the database has no writer']),
      ...members.filter((one) => one.status !== 'available').map((one) => `${one.id} in ${one.zone} is ${one.status}`),
      ...events.map(({ at, source, message }) => `${at} ${source}: ${message}`),
    ],
  };
}

async function gatherCache({ ports, place, since }: EvidenceScope): Promise<Evidence> {
  const [group, events] = await Promise.all([
    ports.caches.describe(place.prefix),
    ports.evidence.cacheEvents(place.prefix, since),
  ]);
  if (!group) return { content: { group: null, events }, notable: [`there is no cache ${place.prefix}`] };
  return {
    content: { group, events },
    notable: [
      ...(group.status === 'available' ? [] : [`the cache is ${group.status}`]),
      ...(group.nodes.some(({ role }) => role === 'primary') ? [] : ['the cache has no primary node']),
      ...events.map(({ at, source, message }) => `${at} ${source}: ${message}`),
    ],
  };
}

async function gatherLogs({ ports, place, since }: EvidenceScope): Promise<Evidence> {
  const groups = logGroupsOf(place.prefix);
  const found = await ports.evidence.logs(groups, { pattern: troublePattern, since, most: mostLogLines });
  const lines = found.map((line) => ({ ...line, message: withoutAddresses(line.message) }));
  const counts = countBy(lines, ({ group }) => group);
  return {
    content: { groups, lines },
    notable: counts.map(([group, count]) => {
      const newest = lines.find((line) => line.group === group)?.message ?? '';
      const most = count === mostLogLines ? 'at least ' : '';
      return `${group} has ${most}${count === 1 ? 'a line' : `${count} lines`} of trouble, the newest: ${newest}`;
    }),
  };
}

async function gatherExperiments({ ports }: EvidenceScope): Promise<Evidence> {
  const [active, lever, shifts] = await Promise.all([
    ports.experiments.active(),
    ports.experiments.safetyLever(),
    ports.zonalShifts.active(),
  ]);
  return {
    content: { active, lever, shifts },
    notable: [
      ...active.map(({ id, status, startedAt }) => `the experiment ${id} is ${status} since ${startedAt ?? 'now'}`),
      ...(lever === 'engaged' ? ['the safety lever of FIS is engaged'] : []),
      ...shifts.map(({ resource, awayFrom }) => `traffic of ${resource} is shifted away from ${awayFrom}`),
    ],
  };
}

async function gatherChanges({ ports, place, since }: EvidenceScope): Promise<Evidence> {
  const changes = await ports.evidence.changes(since, mostChanges);
  const own = changes.filter(({ resources }) => resources.some((name) => name.includes(place.prefix)));
  const counts = countBy(own, ({ by, call }) => `${by} called ${call}`);
  return {
    content: { changes },
    notable: counts.map(([what, count]) => `${what}${count === 1 ? '' : ` ${count} times`} on what is named ${place.prefix}`),
  };
}
