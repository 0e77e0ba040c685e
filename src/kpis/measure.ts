// From a measure of the catalogue to what CloudWatch is asked for: names for its places, and metric math.
import type { Fixed, Kpi, LayerPlaces, Level, Limit, Measure, Metric, Place } from '../define/kpi.ts';

/** What a layer calls its places: one name each, or several for `cache-node` and `zone`. They may be known only once it is applied. */
export type PlaceNames<L extends keyof LayerPlaces> = Readonly<Record<LayerPlaces[L], readonly string[]>>;

export type AnyPlaceNames = Readonly<Partial<Record<Place, readonly string[]>>>;

export type Limits = Readonly<Partial<Record<Limit, number>>>;

/** One of the several things that a KPI is measured at. */
export interface Instance {
  /** `2`, `a`: part of the alarm's name. Nothing where there is only one. */
  readonly label?: string;
  readonly measure: Measure<string>;
}

/** Places of which there may be several, and what tells them apart: nodes have numbers, zones the letter that ends their name. */
const several: Readonly<Partial<Record<Place, (name: string, index: number) => string>>> = {
  'cache-node': (_name, index) => String(index + 1),
  zone: (name) => name.slice(-1),
};

/** Whether the KPI is told zone by zone. */
export function isPerZone({ measure }: Kpi): boolean {
  return placesOf(measure).includes('zone');
}

export function placesOf(measure: Measure<Place | Fixed>): readonly Place[] {
  const dimensions = metricsOf(measure).flatMap((metric) => Object.values(metric.dimensions));
  return [...new Set(dimensions.flatMap((dimension) => (typeof dimension === 'string' ? dimension : [])))];
}

export function metricsOf<D>(measure: Measure<D>): readonly Metric<D>[] {
  return Object.values(inputsOf(measure));
}

/** @throws Error, a bug, when a place has no name */
export function resolveInstances(measure: Measure<Place | Fixed>, names: AnyPlaceNames): readonly Instance[] {
  const place = placesOf(measure).find((each) => each in several);
  const labelOf = place && several[place];
  if (!place || !labelOf) return [{ measure: resolve(measure, names) }];
  return (names[place] ?? []).map((name, index) => ({
    label: labelOf(name, index),
    measure: resolve(measure, { ...names, [place]: [name] }),
  }));
}

export function resolveMetric(metric: Metric<Place | Fixed>, names: AnyPlaceNames): Metric<string> {
  const dimensions = Object.entries(metric.dimensions).map(([key, dimension]) => [key, nameOf(dimension, names)] as const);
  return { ...metric, dimensions: Object.fromEntries(dimensions) };
}

function nameOf(dimension: Place | Fixed, names: AnyPlaceNames): string {
  if (typeof dimension !== 'string') return dimension.is;
  const [name] = names[dimension] ?? [];
  if (name === undefined) throw new Error(`nobody said what ${dimension} is called`);
  return name;
}

function resolve(measure: Measure<Place | Fixed>, names: AnyPlaceNames): Measure<string> {
  const of = (metric: Metric<Place | Fixed>) => resolveMetric(metric, names);
  switch (measure.kind) {
    case 'metric':
      return { ...measure, metric: of(measure.metric) };
    case 'percentage':
      return { ...measure, part: of(measure.part), whole: of(measure.whole) };
    case 'share':
      return { ...measure, part: of(measure.part), rest: of(measure.rest) };
    case 'difference':
      return { ...measure, minuend: of(measure.minuend), subtrahend: of(measure.subtrahend) };
    default:
      throw new Error(`no such measure: ${measure satisfies never}`);
  }
}

/** The metrics of a measure by the ids that its expression knows them by. */
export function inputsOf<D>(measure: Measure<D>): Readonly<Record<string, Metric<D>>> {
  switch (measure.kind) {
    case 'metric':
      return { value: measure.metric };
    case 'percentage':
      return { part: measure.part, whole: measure.whole };
    case 'share':
      return { part: measure.part, rest: measure.rest };
    case 'difference':
      return { minuend: measure.minuend, subtrahend: measure.subtrahend };
    default:
      throw new Error(`no such measure: ${measure satisfies never}`);
  }
}

/**
 * Metric math over the inputs; nothing for a plain metric. https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html
 *
 * @param suffix of the ids, where several measures stand in one graph
 */
export function expressionOf<D>(measure: Measure<D>, suffix = ''): string | undefined {
  const id = (name: string) => `${name}${suffix}`;
  switch (measure.kind) {
    case 'metric':
      return undefined;
    case 'percentage':
      return `IF(${id('whole')} >= ${measure.atLeast}, 100 * ${id('part')} / ${id('whole')}, 0)`;
    case 'share': {
      const whole = `(${id('part')} + FILL(${id('rest')}, 0))`;
      return `IF(${whole} >= ${measure.atLeast}, 100 * ${id('part')} / ${whole}, 0)`;
    }
    case 'difference':
      return `${id('minuend')} - ${id('subtrahend')}`;
    default:
      throw new Error(`no such measure: ${measure satisfies never}`);
  }
}

/** @throws Error, a bug, when the limit is not known */
export function levelAt(level: Level, limits: Limits): number {
  if (typeof level === 'number') return level;
  const limit = limits[level.of];
  if (limit === undefined) throw new Error(`nobody said what the limit of ${level.of} is`);
  return Math.floor(level.share * limit);
}
