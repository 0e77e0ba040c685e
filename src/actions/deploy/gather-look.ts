// Looks at a service and at its alarms, as they are now.
import { catalogue } from '../../kpis/index.ts';
import { resolveMetric } from '../../kpis/measure.ts';
import type { Alarm } from '../../ports/alarms.ts';
import { publicationDelaySeconds } from '../../ports/metrics.ts';
import { mainService, prefixOf } from '../gate/subject.ts';
import { computePlaces } from '../kpi/places.ts';
import type { Look, Watch } from './decide-bake.ts';
import { isPassing } from './failures.ts';
import type { DeployJournal } from './journal.ts';
import { identityOf } from './keys.ts';
import { ringsOf } from './rings.ts';
import { ringSecondsOf } from './watched-alarms.ts';
import { wordsOf } from './words.ts';
import type { DeployWorld } from './world.ts';

/** Our clock may be ahead of CloudWatch's; what is told too much, the baseline sorts out. */
const skewSeconds = 600;

/** Fails only where nothing will ever answer: not to see anything for a while is something to decide upon. */
export async function gatherLook(
  world: DeployWorld,
  watched: Watch['alarms'],
  { startedAt, alarms: baseline }: Pick<DeployJournal, 'startedAt' | 'alarms'>,
): Promise<Look> {
  const { alarms, services, clock, settings } = world;
  const names = watched.map(({ name }) => name);
  const since = new Date(Date.parse(startedAt) - skewSeconds * 1000);
  try {
    const [found, transitions, service] = await Promise.all([
      alarms.read(names),
      alarms.transitions(names, since),
      services.describe(identityOf(settings.environment)),
    ]);
    const rings = ringsOf(baseline, found, transitions);
    const isAsked = watched.some(({ name, needsRequests }) => needsRequests && rings.some((ring) => ring.name === name));
    const requests = isAsked ? await gatherRequests(world, found) : undefined;
    return { kind: 'seen', at: clock.now(), alarms: found, rings, service, requests };
  } catch (error) {
    if (!isPassing(error)) throw error;
    return { kind: 'blind', at: clock.now(), why: wordsOf(error) };
  }
}

/** @returns how many there were while the alarm made up its mind; nothing where CloudWatch does not tell */
async function gatherRequests(world: DeployWorld, alarms: readonly Alarm[]): Promise<number | undefined> {
  const { clock, metrics, taggedResources, settings } = world;
  const { environment, region } = settings;
  const kpi = catalogue.kpis.find(({ id, layer }) => id === 'requests' && layer === 'service');
  if (kpi?.measure.kind !== 'metric') return undefined;
  const resources = await taggedResources.find({ Environment: [environment] });
  const own = resources.filter(({ tags }) => tags.Layer === 'platform' || tags.Service === mainService);
  const places = computePlaces(own, { region, apiName: prefixOf({ environment }) });
  if (!places['load-balancer'] || !places['target-group']) return undefined;
  const metric = resolveMetric(kpi.measure.metric, places);
  const to = clock.now();
  // What CloudWatch is late is left out by the port, and added here: so many minutes are measured in full.
  const from = new Date(to.getTime() - (ringSecondsOf(alarms) + publicationDelaySeconds) * 1000);
  const series = (await metrics.read([{ id: 'requests', metric, periodSeconds: kpi.periodSeconds }], { from, to })).get(
    'requests',
  );
  if (series?.kind !== 'data') return undefined;
  return series.points.values.reduce((sum, value) => sum + value, 0);
}
