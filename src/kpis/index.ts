// The catalogue: every KPI and every objective, in the order of the documentation and the dashboards.
import type { KpiCatalogue } from '../define/kpi.ts';
import { apiKpis } from './api.ts';
import { cacheKpis } from './cache.ts';
import { databaseKpis } from './database.ts';
import { edgeKpis } from './edge.ts';
import { eventKpis } from './events.ts';
import { operationsKpis } from './operations.ts';
import { securityKpis } from './security.ts';
import { serviceKpis } from './service.ts';
import { slos } from './slo.ts';

export const catalogue: KpiCatalogue = {
  kpis: [
    ...edgeKpis,
    ...serviceKpis,
    ...databaseKpis,
    ...cacheKpis,
    ...eventKpis,
    ...apiKpis,
    ...securityKpis,
    ...operationsKpis,
  ],
  slos,
};
