// One run's process, which can die between any two things that it does: what comes after never happens, `finally` included.
import type { Between } from './interleaved.ts';

export interface FakeProcess {
  readonly runId: number;
  /** Where it may die: called before and after everything that it does to the world outside. */
  point(where: string): Promise<void>;
  /** Does it with a point on either side. */
  act<T>(what: string, effect: () => T | Promise<T>): Promise<T>;
  /** How many points it has passed. */
  points(): number;
  /** Resolves when it died, with where. */
  readonly death: Promise<string>;
}

export interface ProcessFate {
  /** The point at which it dies: its number, from 1, or its name. */
  readonly dieAt?: number | string | undefined;
  /** Awaited at each point. */
  readonly between?: Between | undefined;
}

export function openProcess(runId: number, { dieAt, between }: ProcessFate = {}): FakeProcess {
  let passed = 0;
  let isDead = false;
  let tellDeath: (where: string) => void = () => undefined;
  const death = new Promise<string>((resolve) => {
    tellDeath = resolve;
  });
  const point = async (where: string): Promise<void> => {
    await between?.();
    passed += 1;
    if (!isDead && passed !== dieAt && where !== dieAt) return;
    // All that it does side by side dies with it; and nobody waits for it any more.
    isDead = true;
    tellDeath(where);
    await new Promise<never>(() => undefined);
  };
  const act: FakeProcess['act'] = async (what, effect) => {
    await point(`before ${what}`);
    const result = await effect();
    await point(`after ${what}`);
    return result;
  };
  return { runId, point, act, points: () => passed, death };
}
