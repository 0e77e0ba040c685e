// The samples of one metric in one minute: plausible, different from minute to minute, the same in every rehearsal.
import { createHash } from 'node:crypto';
import type { Metric } from '../../define/kpi.ts';
import { type Pattern, plausible, requestsPerMinute } from './plausible.ts';

/** `good`: all is well. `slow`: a release that takes several times longer. `silent`: nothing is reported. */
export type Shape = 'good' | 'slow' | 'silent';

export interface Samples {
  readonly values: readonly number[];
  /** How often each of them was seen. */
  readonly counts: readonly number[];
}

/** AWS takes 150 a datum: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricDatum.html */
const mostValues = 100;

/** How far the requests of a minute are from those of the average one, at most. */
const requestsSway = 0.15;

/** @returns nothing where nothing is reported @throws Error, a bug, for a metric that nobody said the looks of */
export function samplesOf(metric: Metric<string>, shape: Shape, minute: number): Samples | undefined {
  const pattern = plausible[metric.namespace]?.[metric.name];
  if (!pattern) throw new Error(`nobody said what ${metric.namespace} ${metric.name} looks like`);
  return shape === 'silent' ? undefined : drawn(pattern, metric, shape, minute);
}

function drawn(pattern: Pattern, metric: Metric<string>, shape: 'good' | 'slow', minute: number): Samples | undefined {
  const place = JSON.stringify([metric.namespace, Object.entries(metric.dimensions).sort()]);
  const draw = (of: string): number => uniform(`${place} ${of} ${minute}`);
  const requests = Math.round(requestsPerMinute * (1 + requestsSway * (2 * draw('requests') - 1)));
  switch (pattern.kind) {
    case 'gauge': {
      const factor = shape === 'slow' ? (pattern.slowFactor ?? 1) : 1;
      return one((pattern.level + pattern.spread * (2 * draw(metric.name) - 1)) * factor);
    }
    case 'requests':
      return one(requests);
    case 'of-requests':
      return one(Math.round(requests * pattern.share * (0.8 + 0.4 * draw(metric.name))));
    case 'rare': {
      if (draw(metric.name) < 1 / pattern.everyMinutes) return one(1);
      return pattern.otherwise === 'zero' ? one(0) : undefined;
    }
    case 'durations': {
      const median = pattern.median * (shape === 'slow' ? pattern.slowFactor : 1);
      const at = (index: number): number => Math.exp(pattern.sigma * normal(draw(`${metric.name} ${index}`), draw(`${index}`)));
      const counts = shared(requests, Math.min(requests, mostValues));
      return { values: counts.map((_, index) => rounded(median * at(index))), counts };
    }
    default:
      throw new Error(`no such pattern: ${pattern satisfies never}`);
  }
}

function one(value: number): Samples {
  return { values: [rounded(value)], counts: [1] };
}

/** @returns as many whole numbers, as equal as can be */
function shared(total: number, among: number): readonly number[] {
  return Array.from({ length: among }, (_, index) => Math.floor((total + index) / among));
}

/** From a text, so that no draw depends on which were made before. @returns above 0, at most 1 */
function uniform(text: string): number {
  return (createHash('sha256').update(text).digest().readUInt32BE() + 1) / 2 ** 32;
}

/** https://en.wikipedia.org/wiki/Box–Muller_transform */
function normal(one: number, other: number): number {
  return Math.sqrt(-2 * Math.log(one)) * Math.cos(2 * Math.PI * other);
}

/** To what a person would read, and what keeps requests small. */
function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
