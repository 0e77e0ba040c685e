// The game-day action's modes, as one: what it is asked to do, and what came of it.
import type { DrillDefinition } from '../../define/drill.ts';
import { type Aborted, abortGameDay } from './abort.ts';
import { type Planned, planDrill } from './plan-drill.ts';
import type { GameDayRequest } from './request.ts';
import { type Resumed, resume } from './resume.ts';
import { type Played, runDrill } from './run-drill.ts';
import type { GameDayWorld } from './world.ts';

export type GameDayOutcome =
  | { readonly mode: 'plan'; readonly drill: DrillDefinition; readonly planned: Planned }
  | { readonly mode: 'run'; readonly drill: DrillDefinition; readonly played: Played }
  | { readonly mode: 'abort'; readonly aborted: Aborted }
  | { readonly mode: 'resume'; readonly resumed: Resumed };

export async function runGameDay(world: GameDayWorld, asked: GameDayRequest): Promise<GameDayOutcome> {
  switch (asked.mode) {
    case 'plan':
      return { mode: 'plan', drill: asked.request.drill, planned: await planDrill(world, asked.request) };
    case 'run':
      return { mode: 'run', drill: asked.request.drill, played: await runDrill(world, asked.request) };
    case 'abort':
      return { mode: 'abort', aborted: await abortGameDay(world, asked) };
    case 'resume':
      return { mode: 'resume', resumed: await resume(world) };
    default:
      return asked satisfies never;
  }
}
