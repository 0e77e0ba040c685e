// Which alarms break a deploy off, told by the catalogue of KPIs, and how long they take to ring.
import type { KpiCatalogue, ServiceKpi } from '../../define/kpi.ts';
import type { Alarm } from '../../ports/alarms.ts';
import { publicationDelaySeconds } from '../../ports/metrics.ts';
import { servicePrefixOf } from './keys.ts';

export interface WatchedAlarm {
  readonly name: string;
  /** Rings for a share or a percentile of requests: of a few of them, it tells nothing. */
  readonly needsRequests: boolean;
}

/** A p99 of fewer requests is just the slowest one of them. */
export const leastRequests = 100;

export function watchedAlarms({ kpis }: KpiCatalogue, environment: string): readonly WatchedAlarm[] {
  return kpis.filter(isWatched).map((kpi) => ({
    name: `${servicePrefixOf(environment)}-${kpi.id}`,
    needsRequests: needsRequests(kpi),
  }));
}

function isWatched(kpi: KpiCatalogue['kpis'][number]): kpi is ServiceKpi {
  return kpi.layer === 'service' && kpi.alarm !== undefined && kpi.aborts.includes('deploy');
}

function needsRequests({ measure }: ServiceKpi): boolean {
  return measure.kind === 'metric' ? measure.metric.statistic.startsWith('p') : measure.kind !== 'difference';
}

/** From a request that goes wrong until the slowest of the alarms has rung: periods of evaluation, and what CloudWatch is late. */
export function ringSecondsOf(alarms: readonly Pick<Alarm, 'reactionSeconds'>[]): number {
  return Math.max(0, ...alarms.map(({ reactionSeconds }) => reactionSeconds)) + publicationDelaySeconds;
}

/** How long silence has to last to prove something. @param wanted never makes it shorter */
export function bakeSecondsOf(alarms: readonly Pick<Alarm, 'reactionSeconds'>[], wanted = 0): number {
  return Math.max(ringSecondsOf(alarms), wanted);
}
