// A run that dies at a call: its ports fail from then on, as those of a dead process never answer.
import type { RunbookWorld } from '../../../../src/actions/runbook/engine/world.ts';
import { portsOf, type Shop } from './shop.ts';
import type { Stage } from './stage.ts';

export interface Death {
  /** The call at which it dies. */
  readonly at: number;
  /** Whether that call still does what it was to do. */
  readonly isDone: boolean;
}

export const immortal: Death = { at: Number.POSITIVE_INFINITY, isDone: true };

export interface Mortal {
  readonly world: RunbookWorld;
  /** What it has called, in order. */
  readonly calls: readonly string[];
}

const watched = ['documents', 'workflowRuns', 'alarms', 'pager', 'taggedResources', 'clock'] as const;

/** @param changes of the world, before it becomes mortal */
export function mortal(stage: Stage, { at, isDone }: Death, changes: Partial<RunbookWorld> = {}): Mortal {
  const calls: string[] = [];
  const call = async (name: string, body: () => unknown): Promise<unknown> => {
    calls.push(name);
    if (calls.length > at) throw new Error('dead');
    if (calls.length < at) return body();
    if (isDone) await body();
    throw new Error('dead');
  };
  const wrap = <Port extends object>(name: string, port: Port): Port =>
    Object.fromEntries(
      Object.entries(port as Record<string, unknown>).map(([method, answer]) => [
        method,
        typeof answer === 'function' && method !== 'now'
          ? (...args: unknown[]) => call(`${name}.${method}`, () => answer(...args))
          : answer,
      ]),
    ) as Port;
  const world = stage.world(changes);
  const ports = Object.fromEntries(watched.map((name) => [name, wrap(name, world[name])]));
  const shop: Shop = wrap('shop', stage.shop);
  return { world: { ...world, ...ports, openPorts: () => portsOf(shop) } as RunbookWorld, calls };
}
