// Asks every source that the preflight looks at, all at once: one that does not answer is a finding, not an end.

import { type DrillDefinition, drillTag, drillZoneTag } from '../../../define/drill.ts';
import { isFailure } from '../../../define/failure.ts';
import type { Experiment, ExperimentTemplate } from '../../../ports/experiments.ts';
import { gatherHold } from '../../environment/hold-store.ts';
import type { DrillRequest } from '../request.ts';
import type { Scene } from '../scene.ts';
import { watchedAlarms } from '../watched-alarms.ts';
import { type GameDayWorld, wordsOf } from '../world.ts';
import { computeExpectedTargets } from './expected-targets.ts';
import type { PreflightFacts, Preview, Seen } from './facts.ts';
import { gatherBudgets, gatherCpu, gatherKpisBefore } from './gather-kpis.ts';
import { previewTargets } from './preview-targets.ts';

export interface PreflightAsk {
  readonly request: DrillRequest;
  readonly scene: Scene;
  readonly zone: string | undefined;
  /** By which AWS makes a preview only once. */
  readonly clientToken: string;
  readonly tags: Readonly<Record<string, string>>;
}

export async function gatherPreflight(world: GameDayWorld, ask: PreflightAsk): Promise<PreflightFacts> {
  const { request, scene, zone } = ask;
  const { experiments, services, settings, zonalShifts, networks, documents } = world;
  const { drill } = request;
  const now = world.clock.now();
  const isPlaced = !drill.isZonal || zone !== undefined;
  const templates = await seen(() => gatherTemplates(world, drill, isPlaced ? zone : (request.zone ?? '')));
  const watched = watchedAlarms(world.catalogue, scene, onlyOf(templates));
  const quietSince = new Date(now.getTime() - settings.config.quietHours * 3_600_000);
  const [alarms, transitions, kpis, budgets, cpu, hold, active, shifts, lever, service, tasks, database, cache, fisAcls] =
    await Promise.all([
      seen(() => world.alarms.read(watched)),
      seen(() => world.alarms.transitions(watched, quietSince)),
      seen(() => gatherKpisBefore(world, scene, drill)),
      seen(() => gatherBudgets(world, scene)),
      seen(() => gatherCpu(world, scene)),
      seen(() => gatherHold(documents, settings.environment)),
      seen(() => experiments.active()),
      seen(() => zonalShifts.active()),
      seen(() => experiments.safetyLever()),
      seen(() => services.describe(scene.service)),
      seen(() => services.tasks(scene.service)),
      seen(async () => scene.database && (await world.databases.describe(scene.database.name))),
      seen(async () => scene.cache && (await world.caches.describe(scene.cache.name))),
      seen(() => networks.fisAcls(scene.vpcId)),
    ]);
  const targetFacts = {
    scene,
    zone,
    tasks: valueOr(tasks, []),
    database: valueOr(database, undefined),
    cache: valueOr(cache, undefined),
  };
  return {
    now,
    drill,
    request,
    environment: settings.environment,
    zone,
    scene,
    config: settings.config,
    runnerZone: settings.runnerZone,
    credentialsExpireAt: settings.credentialsExpireAt,
    credentialReserveSeconds: settings.credentialReserveSeconds,
    watched,
    alarms,
    transitions,
    kpis,
    budgets,
    cpuPercent: valueOr(cpu, undefined),
    hold,
    experiments: active,
    shifts,
    lever,
    templates,
    service,
    tasks,
    database,
    cache,
    fisAcls,
    expectedTargets: isPlaced ? computeExpectedTargets(drill, targetFacts) : [],
    preview: await gatherPreview(world, ask, { templates, active, lever }),
  };
}

export function gatherTemplates(
  { experiments, settings }: Pick<GameDayWorld, 'experiments' | 'settings'>,
  drill: DrillDefinition,
  zone: string | undefined,
): Promise<readonly ExperimentTemplate[]> {
  const ofZone = zone === undefined ? {} : { [drillZoneTag]: zone };
  return experiments.templates({ Environment: settings.environment, [drillTag]: drill.id, ...ofZone });
}

interface PreviewFacts {
  readonly templates: Seen<readonly ExperimentTemplate[]>;
  readonly active: Seen<readonly Experiment[]>;
  readonly lever: Seen<string>;
}

/** It is an experiment itself: not beside another one, and not against the safety lever. */
async function gatherPreview(world: GameDayWorld, ask: PreflightAsk, facts: PreviewFacts): Promise<Preview> {
  const template = onlyOf(facts.templates);
  const notAsked = (because: string): Preview => ({ kind: 'not-asked', because });
  if (!template) return notAsked('there is not exactly one template');
  if (ask.request.drill.isZonal && ask.zone === undefined) return notAsked('there is no such zone');
  if (valueOr(facts.active, []).length > 0) return notAsked('another experiment runs');
  if (valueOr(facts.lever, 'unknown') === 'engaged') return notAsked('the safety lever is engaged');
  try {
    return await previewTargets(world, { templateId: template.id, token: ask.clientToken, tags: ask.tags });
  } catch (error) {
    // The adapter saw that it was none, and stopped it.
    const hasActed = isFailure(error) && error.code === 'fis/no-preview';
    return hasActed ? { kind: 'acted', words: wordsOf(error) } : notAsked(wordsOf(error));
  }
}

export function onlyOf<T>(found: Seen<readonly T[]>): T | undefined {
  return 'value' in found && found.value.length === 1 ? found.value[0] : undefined;
}

export function valueOr<T, U>(found: Seen<T>, otherwise: U): T | U {
  return 'value' in found ? found.value : otherwise;
}

async function seen<T>(look: () => Promise<T>): Promise<Seen<T>> {
  try {
    return { value: await look() };
  } catch (error) {
    return { problem: wordsOf(error).replace(/\.$/, '') };
  }
}
