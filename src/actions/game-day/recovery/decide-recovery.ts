// Whether what must be true again after a drill is true: one pure look a check.
import type { RecoveryCheck } from '../../../define/drill.ts';
import type { Alarm } from '../../../ports/alarms.ts';
import type { CacheGroup } from '../../../ports/caches.ts';
import type { DatabaseCluster } from '../../../ports/databases.ts';
import { type Experiment, hasEnded } from '../../../ports/experiments.ts';
import type { FisAcl } from '../../../ports/networks.ts';
import type { ServiceState, Task } from '../../../ports/services.ts';
import type { ZonalShift } from '../../../ports/zonal-shifts.ts';
import type { Before } from '../game-day.ts';
import { decideService } from '../rollback/restore-service.ts';

export interface Holds {
  readonly isTrue: boolean;
  readonly words: string;
}

export function decideExperimentEnded(experiment: Experiment | undefined): Holds {
  if (!experiment) return yes('None was started');
  return hasEnded(experiment) ? yes(`${experiment.id} is ${experiment.status}`) : no(`${experiment.id} is ${experiment.status}`);
}

/** Too little data is not all well: the alarm was OK before. */
export function decideAlarms(watched: readonly string[], alarms: readonly Alarm[]): Holds {
  const missing = watched.filter((name) => !alarms.some((alarm) => alarm.name === name));
  const wrong = [
    ...alarms.filter(({ state }) => state !== 'OK').map(({ name, state }) => `${name} is ${state}`),
    ...missing.map((name) => `${name} is gone`),
  ];
  return wrong.length === 0 ? yes(`All ${alarms.length} are OK`) : no(wrong.join('; '));
}

export function decideAcls(acls: readonly FisAcl[]): Holds {
  return acls.length === 0 ? yes('None is left') : no(`${acls.map(({ aclId }) => aclId).join(', ')} is left`);
}

export function decideShifts(shifts: readonly ZonalShift[], loadBalancerArn: string | undefined): Holds {
  const ours = shifts.filter(({ resource }) => resource === loadBalancerArn);
  return ours.length === 0 ? yes('None is active') : no(`${ours.map(({ id }) => id).join(', ')} is active`);
}

/** As evenly as can be: no zone has two more than another one. */
export function decideBalance(zones: readonly string[], tasks: readonly Task[], state: ServiceState | undefined): Holds {
  const running = tasks.filter(({ status }) => status === 'RUNNING');
  const counts = zones.map((zone) => running.filter((task) => task.zone === zone).length);
  const words = zones.map((zone, index) => `${counts[index]} in ${zone}`).join(', ');
  if (!state || running.length < state.desired) return no(`${running.length} of ${state?.desired ?? 0} tasks run: ${words}`);
  return Math.max(...counts) - Math.min(...counts) <= 1 ? yes(words) : no(words);
}

export function decideTaskDefinition(state: ServiceState | undefined, before: Before | undefined): Holds {
  if (!before) return yes('Nothing was broken');
  const decision = decideService(state, before);
  const words = decision.kind === 'wait' ? 'Its deployment is not completed' : decision.words;
  return { isTrue: decision.kind === 'nothing', words };
}

export function decideDatabase(cluster: DatabaseCluster | undefined): Holds {
  if (!cluster) return no('The cluster is not there');
  const writers = cluster.members.filter(({ isWriter }) => isWriter);
  const [writer] = writers;
  const waiting = cluster.members.filter(({ status }) => status !== 'available').map(({ id, status }) => `${id} is ${status}`);
  if (cluster.status !== 'available') return no(`${cluster.id} is ${cluster.status}`);
  if (!writer || writers.length > 1) return no(`${writers.length} members write`);
  return waiting.length === 0 ? yes(`${writer.id} in ${writer.zone} writes`) : no(waiting.join('; '));
}

export function decideCache(group: CacheGroup | undefined): Holds {
  if (!group) return no('The replication group is not there');
  const primary = group.nodes.find(({ role }) => role === 'primary');
  if (group.status !== 'available') return no(`${group.id} is ${group.status}`);
  return primary ? yes(`${primary.id} in ${primary.zone} is primary`) : no('No node is primary');
}

function yes(words: string): Holds {
  return { isTrue: true, words };
}

function no(words: string): Holds {
  return { isTrue: false, words };
}

/** What a check is called in a sentence. */
export const checkTitles: Readonly<Record<RecoveryCheck, string>> = {
  'experiment-ended': 'the experiment',
  'alarms-ok': 'the alarms',
  'no-fis-network-acls': 'the network ACLs of FIS',
  'no-zonal-shift': 'the zonal shift',
  'tasks-balanced': 'the tasks',
  'service-on-good-task-definition': 'the service',
  'database-available': 'the database',
  'cache-available': 'the cache',
};
