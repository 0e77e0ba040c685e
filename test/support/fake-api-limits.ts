// The ApiLimits port in memory.
import type { ApiLimits, ApiStage, Throttle, UsagePlan } from '../../src/ports/api-limits.ts';
import { type Troubled, troubled } from './troubles.ts';

export interface MemoryApiLimits extends Troubled<ApiLimits> {
  remove(apiName: string): void;
}

export interface ApiSetup {
  readonly name: string;
  readonly stage: string;
  readonly throttle?: Throttle;
  readonly plans?: readonly UsagePlan[];
}

export function memoryApiLimits(apis: readonly ApiSetup[] = []): MemoryApiLimits {
  const stages = new Map(apis.map(({ name, plans: _, ...stage }) => [name, { apiId: `id-${name}`, ...stage } as ApiStage]));
  const plans = new Map(apis.map(({ name, plans: all = [] }) => [`id-${name}`, all]));
  const port: ApiLimits = {
    stage: async (apiName, stage) => {
      const found = stages.get(apiName);
      if (found?.stage !== stage) return undefined;
      const { apiId, throttle } = found;
      return { apiId, stage, ...(throttle && { throttle }) };
    },
    usagePlans: async ({ apiId }) => plans.get(apiId) ?? [],
    setStage: async ({ apiId }, throttle) => {
      const [name, stage] = [...stages].find(([, one]) => one.apiId === apiId) ?? [];
      if (!name || !stage) throw new Error(`There is no API ${apiId}.`);
      const { throttle: _, ...rest } = stage;
      stages.set(name, { ...rest, ...(throttle && { throttle }) });
    },
    setUsagePlan: async (id, throttle) => {
      for (const [apiId, all] of plans) {
        const changed = ({ throttle: _, ...rest }: UsagePlan): UsagePlan => ({ ...rest, ...(throttle && { throttle }) });
        plans.set(
          apiId,
          all.map((plan) => (plan.id === id ? changed(plan) : plan)),
        );
      }
    },
  };
  return { ...troubled(port), remove: (apiName) => void stages.delete(apiName) };
}
