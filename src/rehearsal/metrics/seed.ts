// Puts plausible metrics into the emulator, which measures nothing by itself.
import {
  CloudWatchClient,
  type CloudWatchClientConfig,
  type MetricDatum,
  PutMetricDataCommand,
} from '@aws-sdk/client-cloudwatch';
import type { Metric } from '../../define/kpi.ts';
import { type Samples, type Shape, samplesOf } from './samples.ts';

export interface Seed {
  /** Its statistic does not matter: all are computed of the same samples. */
  readonly metric: Metric<string>;
  readonly shape: Shape;
}

export interface Put {
  readonly namespace: string;
  readonly data: readonly MetricDatum[];
}

export interface SeedWindow {
  readonly from: Date;
  readonly to: Date;
}

const minuteMs = 60_000;

/** AWS takes 1,000 a request, and 1 MB: as many of a hundred values each are a third of it. */
const mostData = 200;

/** @param config of the emulator only: AWS takes its own namespaces (`AWS/...`) from nobody @returns the number of datapoints */
export async function seedMetrics(config: CloudWatchClientConfig, seeds: readonly Seed[], window: SeedWindow): Promise<number> {
  const puts = planPuts(seeds, window);
  await sendPuts(config, puts);
  return puts.reduce((sum, { data }) => sum + data.length, 0);
}

/** For what no catalogue says the looks of. @param config of the emulator only */
export async function putData(config: CloudWatchClientConfig, data: readonly Datum[]): Promise<void> {
  await sendPuts(config, inPuts(data));
}

async function sendPuts(config: CloudWatchClientConfig, puts: readonly Put[]): Promise<void> {
  const client = new CloudWatchClient(config);
  try {
    for (const { namespace, data } of puts) {
      await client.send(new PutMetricDataCommand({ Namespace: namespace, MetricData: [...data] }));
    }
  } finally {
    client.destroy();
  }
}

/** One datum for each metric and minute that something is reported of; of seeds of the same metric, the first one counts. */
export function planPuts(seeds: readonly Seed[], window: SeedWindow): readonly Put[] {
  return inPuts(distinct(seeds).flatMap(({ metric, shape }) => dataOf(metric, shape, window)));
}

export interface Datum {
  readonly namespace: string;
  readonly datum: MetricDatum;
}

/** As many at once as AWS takes, namespace by namespace. */
export function inPuts(all: readonly Datum[]): readonly Put[] {
  const byNamespace = new Map<string, MetricDatum[]>();
  for (const { namespace, datum } of all) {
    const data = byNamespace.get(namespace) ?? [];
    byNamespace.set(namespace, data);
    data.push(datum);
  }
  return [...byNamespace].flatMap(([namespace, data]) =>
    Array.from({ length: Math.ceil(data.length / mostData) }, (_, index) => ({
      namespace,
      data: data.slice(index * mostData, (index + 1) * mostData),
    })),
  );
}

/** @param minute since 1970 @returns nothing where nothing is reported */
export function datumOf(
  { namespace, name, dimensions }: Metric<string>,
  samples: Samples | undefined,
  minute: number,
): readonly Datum[] {
  if (!samples) return [];
  const Dimensions = Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value }));
  const Timestamp = new Date(minute * minuteMs);
  return [
    { namespace, datum: { MetricName: name, Dimensions, Timestamp, Values: [...samples.values], Counts: [...samples.counts] } },
  ];
}

function distinct(seeds: readonly Seed[]): readonly Seed[] {
  const byKey = new Map<string, Seed>();
  for (const seed of seeds) {
    const { namespace, name, dimensions } = seed.metric;
    const key = JSON.stringify([namespace, name, Object.entries(dimensions).sort()]);
    if (!byKey.has(key)) byKey.set(key, seed);
  }
  return [...byKey.values()];
}

function dataOf(metric: Metric<string>, shape: Shape, { from, to }: SeedWindow): readonly Datum[] {
  const first = Math.ceil(from.getTime() / minuteMs);
  const minutes = Math.max(0, Math.ceil(to.getTime() / minuteMs) - first);
  // Which minute of the hour, not which of all: a rehearsal looks the same at any time.
  return Array.from({ length: minutes }, (_, index) => first + index).flatMap((minute) =>
    datumOf(metric, samplesOf(metric, shape, minute - first), minute),
  );
}
