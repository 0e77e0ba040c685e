// Looks at everything that a drill would look at, and breaks nothing.
import type { GameDay, PastGameDay } from './game-day.ts';
import { gatherHistory } from './history.ts';
import { experimentTags, newGameDay } from './new-game-day.ts';
import { planDigest } from './plan-digest.ts';
import { decidePreflight } from './preflight/decide.ts';
import { gatherPreflight, onlyOf } from './preflight/gather.ts';
import type { DrillRequest } from './request.ts';
import { decideZone } from './run-drill.ts';
import { gatherScene } from './scene.ts';
import type { GameDayWorld } from './world.ts';

export interface Planned {
  readonly isReady: boolean;
  /** Why not; empty where it is ready. */
  readonly because: string;
  /** As it would begin. */
  readonly gameDay: GameDay;
  readonly history: readonly PastGameDay[];
  /** Stands for what was looked at; nothing where there is nothing to play. */
  readonly digest?: string;
}

/** @throws a Failure where the environment is not there */
export async function planDrill(world: GameDayWorld, request: DrillRequest): Promise<Planned> {
  const { documents, settings } = world;
  const { drill } = request;
  const scene = await gatherScene(world.taggedResources, settings.environment, settings.region);
  const history = await gatherHistory(documents, settings.environment, drill.id);
  const zone = decideZone(request, scene, history);
  const gameDay = newGameDay(world, request, zone);
  const tags = experimentTags(gameDay);
  const facts = await gatherPreflight(world, { request, scene, zone, clientToken: gameDay.clientToken, tags });
  const { kind, because, findings } = decidePreflight(facts);
  const template = onlyOf(facts.templates);
  return {
    isReady: kind === 'go',
    because,
    gameDay: { ...gameDay, preflight: findings, expectedTargets: facts.expectedTargets },
    history,
    ...(template && { digest: planDigest({ environment: settings.environment, drill: drill.id, zone, template }) }),
  };
}
