// The samples of one metric in one minute, under the conditions of that minute: what is plausible, bent by what is broken.
import type { Metric } from '../../define/kpi.ts';
import { requestsPerMinute } from '../metrics/plausible.ts';
import { type Samples, samplesOf } from '../metrics/samples.ts';
import type { Conditions, ZoneConditions } from './conditions.ts';

/** @returns nothing where AWS would report nothing */
export function trafficSamples(metric: Metric<string>, conditions: Conditions, minute: number): Samples | undefined {
  const bend = bent[metric.namespace]?.[metric.name];
  const calm = samplesOf(metric, 'good', minute);
  return bend === undefined ? calm : bend({ metric, calm, ...placeOf(metric, conditions), all: conditions });
}

interface Bending {
  readonly metric: Metric<string>;
  readonly calm: Samples | undefined;
  /** Of the zone that the metric is about, or of all together. */
  readonly place: Pick<ZoneConditions, 'healthyTasks' | 'unhealthyTasks' | 'errorShare' | 'requestShare'>;
  readonly all: Conditions;
}

type Bend = (bending: Bending) => Samples | undefined;

function placeOf({ dimensions }: Metric<string>, conditions: Conditions): Pick<Bending, 'place'> {
  const zone = conditions.zones.find((each) => each.zone === dimensions.AvailabilityZone);
  return { place: zone ?? { ...conditions, requestShare: 1 } };
}

const one = (value: number): Samples => ({ values: [value], counts: [1] });

/** Those that a task was found for. */
function requests({ place, all }: Bending): number {
  return Math.round(requestsPerMinute * (1 - all.refusedShare) * place.requestShare);
}

function times(samples: Samples | undefined, factor: number): Samples | undefined {
  return samples && { ...samples, values: samples.values.map((value) => Number((value * factor).toPrecision(4))) };
}

/** Reported only where there is one. */
function some(count: number): Samples | undefined {
  return count > 0 ? one(count) : undefined;
}

const bent: Readonly<Record<string, Readonly<Record<string, Bend>>>> = {
  'AWS/ApplicationELB': {
    RequestCount: (bending) => some(requests(bending)),
    TargetResponseTime: (bending) => (requests(bending) > 0 ? times(bending.calm, bending.all.latencyFactor) : undefined),
    HTTPCode_Target_5XX_Count: (bending) => some(Math.round(requests(bending) * bending.place.errorShare)),
    HTTPCode_ELB_5XX_Count: ({ all }) => some(Math.round(requestsPerMinute * all.refusedShare)),
    HealthyHostCount: ({ place }) => one(place.healthyTasks),
    UnHealthyHostCount: ({ place }) => one(place.unhealthyTasks),
  },
  'AWS/ECS': { CPUUtilization: ({ all }) => one(Number(all.cpuPercent.toPrecision(3))) },
  'ECS/ContainerInsights': {
    DesiredTaskCount: ({ all }) => one(all.desiredTasks),
    RunningTaskCount: ({ all }) => one(all.healthyTasks + all.unhealthyTasks),
  },
  'AWS/ApiGateway': {
    // The API leads to the same tasks.
    '5XXError': ({ all }) => one(Math.round(requestsPerMinute * Math.max(all.refusedShare, all.errorShare))),
    Latency: ({ calm, all }) => times(calm, all.latencyFactor),
  },
  'AWS/RDS': { DatabaseConnections: ({ calm, all }) => times(calm, all.isDatabaseFailingOver ? 0.4 : 1) },
  'AWS/ElastiCache': { ReplicationLag: ({ calm, all }) => times(calm, all.isCacheInterrupted ? 8 : 1) },
  'AWS/Kinesis': { WriteProvisionedThroughputExceeded: ({ all }) => one(all.isStreamThrottled ? 40 : 0) },
};
