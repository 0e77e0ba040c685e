// The AutoScaling port in memory: limits, which nobody scales by.
import type { AutoScaling, ScalableTarget } from '../../src/ports/auto-scaling.ts';
import type { ServiceIdentity } from '../../src/ports/services.ts';
import { type Troubled, troubled } from './troubles.ts';

export interface MemoryAutoScaling extends Troubled<AutoScaling> {
  /** Nothing: it does not scale by itself any more. */
  put(service: ServiceIdentity, target: ScalableTarget | undefined): void;
}

export function memoryAutoScaling(): MemoryAutoScaling {
  const targets = new Map<string, ScalableTarget>();
  const port: AutoScaling = {
    describe: async (service) => targets.get(keyOf(service)),
    setLimits: async (service, limits) => {
      const isScaleInSuspended = targets.get(keyOf(service))?.isScaleInSuspended ?? false;
      targets.set(keyOf(service), { ...limits, isScaleInSuspended });
    },
  };
  return {
    ...troubled(port),
    put: (service, target) => void (target ? targets.set(keyOf(service), target) : targets.delete(keyOf(service))),
  };
}

function keyOf({ cluster, service }: ServiceIdentity): string {
  return `${cluster}/${service}`;
}
