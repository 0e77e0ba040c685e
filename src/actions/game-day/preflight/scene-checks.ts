// Whether nothing else goes on, and what is left would carry the load: experiments, deploys, capacity, what would be hit.
import type { DrillTarget } from '../../../define/drill.ts';
import { bad, type Check, type Look, lookAt, noneOf, ok, unknown } from './check.ts';
import { compareTargets } from './expected-targets.ts';
import type { PreflightFacts } from './facts.ts';
import { rounded } from './steady-checks.ts';

/** What the tasks that are left may be loaded with: above that, scaling has no room before they fail. */
const mostCpuPercent = 85;

export const sceneChecks: readonly Check[] = [
  {
    id: 'experiments',
    title: 'No other experiment',
    bad: 'refuse',
    unknown: 'refuse',
    look: ({ experiments }) =>
      lookAt(experiments, (found) =>
        noneOf(
          found.map(({ id, status }) => `${id} is ${status}`),
          'none is active in this account and region',
        ),
      ),
  },
  {
    id: 'shifts',
    title: 'No zonal shift',
    bad: 'refuse',
    unknown: 'refuse',
    look: ({ shifts, scene }) =>
      lookAt(shifts, (found) =>
        noneOf(
          found
            .filter(({ resource }) => resource === scene.loadBalancerArn)
            .map(({ id, awayFrom }) => `${id} moves traffic away from ${awayFrom}`),
          'no traffic is moved away from a zone',
        ),
      ),
  },
  {
    id: 'leftovers',
    title: 'Nothing left of an earlier experiment',
    bad: 'refuse',
    unknown: 'refuse',
    look: ({ fisAcls }) =>
      lookAt(fisAcls, (found) =>
        noneOf(
          found.map(({ aclId, subnets }) => `the network ACL ${aclId} of FIS is there, on ${subnets.length} subnets`),
          'no network ACL of FIS',
        ),
      ),
  },
  { id: 'deploy', title: 'No deploy', bad: 'refuse', unknown: 'refuse', look: lookAtDeploy },
  // A drill is there to show it, but not to people who depend on it.
  {
    id: 'capacity',
    title: 'Capacity that survives',
    bad: 'tell',
    badInProduction: 'refuse',
    unknown: 'tell',
    look: inZone(lookAtCapacity),
  },
  { id: 'database', title: 'Database elsewhere', bad: 'refuse', unknown: 'refuse', look: inZone(lookAtDatabase) },
  { id: 'cache', title: 'Cache elsewhere', bad: 'refuse', unknown: 'refuse', look: inZone(lookAtCache) },
  { id: 'targets', title: 'What would be hit', bad: 'refuse', unknown: 'tell', look: lookAtTargets },
];

/** Of a zone that is not there, nothing can be told. */
function inZone(look: (facts: PreflightFacts) => Look): (facts: PreflightFacts) => Look {
  return (facts) => (facts.drill.isZonal && facts.zone === undefined ? unknown('there is no such zone') : look(facts));
}

function lookAtDeploy({ service }: PreflightFacts): Look {
  return lookAt(service, (state) => {
    if (!state) return bad('the service is not there');
    const [primary, another] = state.deployments;
    if (another || primary?.rollout !== 'COMPLETED') return bad(`${another ? 'one rolls out' : 'the latest is not completed'}`);
    return state.running < state.desired
      ? bad(`only ${state.running} of ${state.desired} tasks run`)
      : ok(`all ${state.running} tasks run`);
  });
}

function lookAtCapacity({ drill, zone, tasks, cpuPercent }: PreflightFacts): Look {
  const hit = targetsOf(drill.targets, 'tasks')[0];
  if (!hit) return ok('no task is hit');
  return lookAt(tasks, (found) => {
    const lost =
      zone === undefined ? Math.ceil((found.length * hit.percent) / 100) : found.filter((task) => task.zone === zone).length;
    const left = found.length - lost;
    if (found.length === 0) return bad('no task runs');
    if (left === 0) return bad(`all ${found.length} tasks are ${zone === undefined ? 'hit' : `in ${zone}`}`);
    if (cpuPercent === undefined) return unknown('nobody knows how busy the tasks are');
    const after = (cpuPercent * found.length) / left;
    const words = `${left} of ${found.length} tasks would be at ${rounded(after)} % of their CPU`;
    return after > mostCpuPercent ? bad(`${words}; at most ${mostCpuPercent} % leaves room to scale`) : ok(words);
  });
}

function lookAtDatabase({ drill, zone, database }: PreflightFacts): Look {
  if (targetsOf(drill.targets, 'database-cluster').length === 0) return ok('not hit');
  return lookAt(database, (cluster) => {
    const writer = cluster?.members.find(({ isWriter }) => isWriter);
    if (!cluster || !writer) return bad('there is no cluster with a writer');
    if (cluster.status !== 'available') return bad(`${cluster.id} is ${cluster.status}`);
    if (zone !== undefined && writer.zone !== zone) return ok(`the writer ${writer.id} is in ${writer.zone}`);
    const reader = cluster.members.find((one) => !one.isWriter && one.zone !== writer.zone && one.status === 'available');
    return reader ? ok(`${reader.id} in ${reader.zone} can take over`) : bad(`no reader outside of ${writer.zone} can take over`);
  });
}

function lookAtCache({ drill, zone, cache }: PreflightFacts): Look {
  if (targetsOf(drill.targets, 'cache-group').length === 0) return ok('not hit');
  return lookAt(cache, (group) => {
    if (!group) return bad('there is no replication group');
    if (group.status !== 'available') return bad(`${group.id} is ${group.status}`);
    const left = group.nodes.filter((node) => node.zone !== zone);
    return left.length > 0 ? ok(`${left.map(({ id }) => id).join(', ')} would be left`) : bad(`all its nodes are in ${zone}`);
  });
}

function lookAtTargets({ drill, preview, expectedTargets }: PreflightFacts): Look {
  switch (preview.kind) {
    case 'resolved':
      return noneOf(compareTargets(drill, expectedTargets, preview.targets), `${preview.targets.length} resources, all expected`);
    case 'not-offered':
      return unknown('AWS does not tell what it would hit; what should be hit is told instead');
    case 'not-asked':
      return unknown(`not asked: ${preview.because}`);
    case 'acted':
      return bad(preview.words);
    default:
      return preview satisfies never;
  }
}

function targetsOf<K extends DrillTarget['kind']>(targets: Readonly<Record<string, DrillTarget>>, kind: K) {
  return Object.values(targets).filter((target): target is Extract<DrillTarget, { readonly kind: K }> => target.kind === kind);
}
