// What a layer would say about itself: names for all its places, and limits.
import type { KpiCatalogue } from '../../../src/define/kpi.ts';
import type { LayerFacts } from '../../../src/kpis/alarms.ts';
import { catalogue } from '../../../src/kpis/index.ts';
import type { PlaceNames } from '../../../src/kpis/measure.ts';

export const platformNames: PlaceNames<'platform'> = {
  'load-balancer': ['app/lb/1'],
  'api-name': ['api'],
  'api-stage': ['v1'],
  'database-cluster': ['db'],
  'cache-node': ['cache-001', 'cache-002'],
  stream: ['events'],
  'delivery-stream': ['delivery'],
  'web-acl': ['acl'],
  region: ['eu-west-2'],
  'dead-letter-queue': ['dead-letters'],
};

export const serviceNames: PlaceNames<'service'> = {
  'load-balancer': ['app/lb/1'],
  'target-group': ['targetgroup/tg/1'],
  cluster: ['cluster'],
  service: ['app'],
  zone: ['eu-west-2a', 'eu-west-2b'],
};

export const limits = { 'database-connections': 5000, 'database-memory-bytes': 64 * 1024 ** 3 };

export function platformFacts(of: KpiCatalogue = catalogue, isLasting = true): LayerFacts<'platform'> {
  return { layer: 'platform', catalogue: of, names: platformNames, limits, isLasting };
}

export function serviceFacts(of: KpiCatalogue = catalogue, isLasting = true): LayerFacts<'service'> {
  return { layer: 'service', catalogue: of, names: serviceNames, limits: {}, isLasting };
}
