// The record that a game day begins with, and what the environment was like before it.
import { drillTag } from '../../define/drill.ts';
import type { Before, GameDay } from './game-day.ts';
import type { PreflightFacts } from './preflight/facts.ts';
import type { DrillRequest } from './request.ts';
import type { Scene } from './scene.ts';
import type { GameDayWorld } from './world.ts';

/** Part of the id; by them an experiment is found whose start was not written down. */
export const gameDayTag = 'GameDay';

export function newGameDay(
  { clock, settings, run }: GameDayWorld,
  { drill, by }: DrillRequest,
  zone: string | undefined,
): GameDay {
  const startedAt = clock.now().toISOString();
  const again = run.attempt > 1 ? `-${run.attempt}` : '';
  const id = `${startedAt.slice(0, 10)}-${drill.id}-${run.runId}${again}`;
  return {
    id,
    environment: settings.environment,
    drill: drill.id,
    ...(zone !== undefined && { zone }),
    run: { runId: run.runId, attempt: run.attempt, job: run.job },
    runUrl: settings.runUrl,
    by,
    phase: 'preflight',
    startedAt,
    preflight: [],
    expectedTargets: [],
    clientToken: `opsdeck-${settings.environment}-${id}`,
    transitions: [],
    rollback: [],
    recovery: [],
    kpis: [],
    times: {},
    findings: [],
    costUsd: 0,
    timeRate: settings.timeRate,
    takenOverFrom: [],
  };
}

export function experimentTags({
  id,
  environment,
  drill,
}: Pick<GameDay, 'id' | 'environment' | 'drill'>): Readonly<Record<string, string>> {
  return { Environment: environment, [drillTag]: drill, [gameDayTag]: id, ManagedBy: 'opsdeck' };
}

/** `a`, or `eu-west-2a`. @returns nothing where the environment has no such zone */
export function zoneNamed(name: string, { zones }: Pick<Scene, 'zones'>): string | undefined {
  return zones.find((zone) => zone === name || (name.length === 1 && zone.endsWith(name)));
}

/** @throws what the world says: without it nothing could be put right */
export async function gatherBefore({ networks }: Pick<GameDayWorld, 'networks'>, facts: PreflightFacts): Promise<Before> {
  const { scene, service, tasks, database } = facts;
  const state = 'value' in service ? service.value : undefined;
  const found = 'value' in tasks ? tasks.value : [];
  const writer = 'value' in database ? database.value?.members.find(({ isWriter }) => isWriter) : undefined;
  const counts = new Map<string, number>(scene.zones.map((zone) => [zone, 0]));
  for (const { zone } of found) counts.set(zone, (counts.get(zone) ?? 0) + 1);
  return {
    taskDefinition: state?.taskDefinition ?? '',
    deploymentId: state?.deployments[0]?.id ?? '',
    vpcId: scene.vpcId,
    subnets: await networks.subnetAcls(scene.vpcId),
    writer: writer?.id ?? '',
    writerZone: writer?.zone ?? '',
    tasksByZone: Object.fromEntries(counts),
  };
}
