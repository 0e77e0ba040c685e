// What CloudWatch has measured: raw series over time; what is computed of them is not its business.
import type { Metric } from '../define/kpi.ts';
import type { Points } from './points.ts';

export interface MetricQuery {
  /** By which its series is found in the answer; any text, once only. */
  readonly id: string;
  readonly metric: Metric<string>;
  /** Of one datapoint. Of data that is kept in coarser steps only, datapoints are as long as those. */
  readonly periodSeconds: number;
}

export type Series =
  /** None at all: nothing was measured, which may be good or bad. */
  | {
      readonly kind: 'data';
      readonly points: Points;
      /** Length of its periods, where the data is no longer kept as fine as it was asked for. */
      readonly coarseSeconds?: number;
    }
  /** `because` completes "not available: ...". */
  | { readonly kind: 'unavailable'; readonly because: string };

export interface Window {
  readonly from: Date;
  readonly to: Date;
}

/**
 * A minute's data of an AWS service arrives about two minutes later (https://docs.datadoghq.com/integrations/guide/cloud-metric-delay/);
 * the third is for a clock of ours that runs ahead. What is asked for earlier looks like a drop.
 */
export const publicationDelaySeconds = 180;

export interface Metrics {
  /**
   * Only periods that lie in the window as a whole, and only those that are measured in full by now.
   *
   * @returns a series for each id
   */
  read(queries: readonly MetricQuery[], window: Window): Promise<ReadonlyMap<string, Series>>;
}

/** The same text for the same metric, whatever the order of its dimensions. None of its parts has a line break in it. */
export function metricKey({ namespace, name, dimensions, statistic }: Metric<string>): string {
  let key = `${namespace}\n${name}\n${statistic}`;
  for (const dimension of Object.keys(dimensions).sort()) key += `\n${dimension}=${dimensions[dimension]}`;
  return key;
}
