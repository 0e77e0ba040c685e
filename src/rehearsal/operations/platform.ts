// The platform that is operated on, as the rehearsal sees it: what of it is measured, and what its users get.
import { questionsOf } from '../../actions/kpi/questions.ts';
import { gatherSubjects } from '../../actions/kpi/subjects.ts';
import { openServices } from '../../adapters/aws/services.ts';
import { openTaggedResources } from '../../adapters/aws/tagged-resources.ts';
import type { Metric } from '../../define/kpi.ts';
import { defaultStacksConfig } from '../../define/stacks-config.ts';
import { catalogue } from '../../kpis/index.ts';
import type { Services, Task } from '../../ports/services.ts';
import { prefixOf } from '../../stacks/names.ts';
import { profiles } from '../../stacks/profiles.ts';
import { zonesOf } from '../../stacks/regions.ts';
import type { Settings } from '../../stacks/settings.ts';
import { getJson } from '../emulator/local-http.ts';
import type { SdkConfig } from '../sdk-config.ts';
import type { Fault, TrafficFacts } from '../traffic/conditions.ts';

export const environment = 'staging';
export const mainServiceOf = { cluster: prefixOf(environment), service: `${prefixOf(environment)}-app` } as const;

/** Every metric of the catalogue, at what is there, once. */
export async function gatherMetrics(client: SdkConfig): Promise<readonly Metric<string>[]> {
  const request = { environment, compare: 'none', windowSeconds: 3600, keepsIssue: false } as const;
  const settings = { names: defaultStacksConfig, region: client.region };
  const { subject } = await gatherSubjects(openTaggedResources(client), request, settings);
  const all = subject.layers.flatMap((layer) => {
    const { kpis, slos } = questionsOf(catalogue, layer);
    return [
      ...kpis.flatMap(({ inputs }) => Object.values(inputs).map(({ metric }) => metric)),
      ...slos.flatMap(({ bad, all: every }) => [bad.metric, every.metric]),
    ];
  });
  const keyed = all.map(
    (metric) => [JSON.stringify([metric.namespace, metric.name, Object.entries(metric.dimensions).sort()]), metric] as const,
  );
  return [...new Map(keyed).values()];
}

export interface TrafficSource {
  readonly client: SdkConfig;
  readonly settings: Settings;
  /** Digests of images that answer badly. */
  readonly badImages: ReadonlySet<string>;
}

/** @returns what asks the emulator how its platform is */
export function trafficGatherer({ client, settings, badImages }: TrafficSource): () => Promise<TrafficFacts> {
  const services = openServices(client);
  const zones = zonesOf(settings.region, profiles[settings.profile].zones);
  const isBad = badness(services, badImages);
  return async () => {
    const [state, tasks, faults] = await Promise.all([
      services.describe(mainServiceOf),
      services.tasks(mainServiceOf),
      getJson(`${client.endpoint}/moto-api/simulation/faults`) as Promise<readonly Fault[]>,
    ]);
    const running = tasks.filter(({ status }) => status === 'RUNNING');
    const bad = (await Promise.all(running.map(({ taskDefinition }) => isBad(taskDefinition)))).filter(Boolean).length;
    return {
      zones,
      tasksByZone: countByZone(running),
      desiredTasks: state?.desired ?? 0,
      faults,
      badShare: running.length === 0 ? 0 : bad / running.length,
    };
  };
}

export function countByZone(tasks: readonly Pick<Task, 'zone'>[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { zone } of tasks) counts[zone] = (counts[zone] ?? 0) + 1;
  return counts;
}

/** What a task definition says never changes; that nobody could read it is asked again. */
function badness(services: Services, badImages: ReadonlySet<string>): (taskDefinition: string) => Promise<boolean> {
  const known = new Map<string, readonly string[]>();
  return async (taskDefinition) => {
    const images = known.get(taskDefinition) ?? Object.values(await services.images(taskDefinition));
    if (images.length > 0) known.set(taskDefinition, images);
    return images.some((image) => badImages.has(image.slice(image.indexOf('@') + 1)));
  };
}
