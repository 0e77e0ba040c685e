// What CloudWatch is asked for: the raw metrics of the catalogue's rows, each only once.
import type { Kpi, KpiCatalogue, Layer, Limit, Measure, Metric, Place, Slo } from '../../define/kpi.ts';
import { inputsOf, placesOf, resolveInstances, resolveMetric } from '../../kpis/measure.ts';
import { type MetricQuery, metricKey, type Series } from '../../ports/metrics.ts';
import type { FoundPlaces } from './places.ts';

/** One row of the catalogue at one thing. */
export interface Question {
  /** `cache-cpu`, `cache-cpu/2`: the same thing has the same one in every environment. */
  readonly id: string;
  readonly kpi: Kpi;
  /** Number or letter, where there are several. */
  readonly label?: string;
  /** Nothing where a place has no name. */
  readonly measure?: Measure<string>;
  /** What the measure is computed of, by the names of `metricInputs`. */
  readonly inputs: Readonly<Record<string, MetricQuery>>;
  /** Places that nothing was found for. */
  readonly missing: readonly Place[];
}

export interface SloQuestion {
  readonly slo: Slo;
  readonly bad: MetricQuery;
  readonly all: MetricQuery;
}

export interface Questions {
  readonly kpis: readonly Question[];
  readonly slos: readonly SloQuestion[];
}

/** What is known of an environment's layer, or of a preview's. */
export interface FoundLayer {
  readonly layer: Layer;
  readonly places: FoundPlaces;
  /** Whether it is of an environment that lives on, and not of a preview. */
  readonly isLasting: boolean;
}

/** Which limit an environment has is not told by its ARNs. */
export function unknownLimit({ target }: Kpi): Limit | undefined {
  return typeof target === 'object' ? target.of : undefined;
}

export function questionsOf({ kpis, slos }: KpiCatalogue, { layer, places, isLasting }: FoundLayer): Questions {
  const asked = kpis.filter((kpi) => kpi.layer === layer && (isLasting || kpi.environments === 'all'));
  return {
    kpis: asked.flatMap((kpi) => kpiQuestions(kpi, places)),
    // Asking costs the same for a preview; it is its alarms that would cost too much.
    slos: layer === 'service' ? slos.flatMap((slo) => sloQuestion(slo, places)) : [],
  };
}

function kpiQuestions(kpi: Kpi, places: FoundPlaces): readonly Question[] {
  const missing = placesOf(kpi.measure).filter((place) => !places[place]?.length);
  if (missing.length > 0) return [{ id: kpi.id, kpi, inputs: {}, missing }];
  return resolveInstances(kpi.measure, places).map(({ label, measure }) => ({
    id: label === undefined ? kpi.id : `${kpi.id}/${label}`,
    kpi,
    ...(label !== undefined && { label }),
    measure,
    inputs: inputQueries(measure, kpi.periodSeconds),
    missing,
  }));
}

function sloQuestion(slo: Slo, places: FoundPlaces): readonly SloQuestion[] {
  const needed = [slo.bad, slo.all].flatMap((metric) => placesOf({ kind: 'metric', metric }));
  if (needed.some((place) => !places[place]?.length)) return [];
  const query = (metric: Slo['bad']) => queryOf(resolveMetric(metric, places), sloPeriodSeconds);
  return [{ slo, bad: query(slo.bad), all: query(slo.all) }];
}

/**
 * The metrics that a measure is computed of; `count` is how many values an average or a percentile was taken of: a p99 of
 * ten requests tells nothing, and an average of averages has to be weighed.
 */
export function metricInputs(measure: Measure<string>): Readonly<Record<string, Metric<string>>> {
  const { metric } = measure.kind === 'metric' ? measure : {};
  const isOfMany = metric !== undefined && /^(Average$|p)/.test(metric.statistic);
  return { ...inputsOf(measure), ...(isOfMany && { count: { ...metric, statistic: 'SampleCount' as const } }) };
}

/** An objective's requests are counted by the minute. */
export const sloPeriodSeconds = 60;

function inputQueries(measure: Measure<string>, periodSeconds: number): Question['inputs'] {
  const inputs = Object.entries(metricInputs(measure)).map(([name, metric]) => [name, queryOf(metric, periodSeconds)]);
  return Object.fromEntries(inputs);
}

/** The same question has the same id, whoever asks it. */
function queryOf(metric: Metric<string>, periodSeconds: number): MetricQuery {
  return { id: `${metricKey(metric)} ${periodSeconds}`, metric, periodSeconds };
}

export function queriesOf(all: readonly Questions[]): readonly MetricQuery[] {
  const asked = all.flatMap(({ kpis, slos }) => [
    ...kpis.flatMap(({ inputs }) => Object.values(inputs)),
    ...slos.flatMap(({ bad, all: every }) => [bad, every]),
  ]);
  return [...new Map(asked.map((query) => [query.id, query])).values()];
}

/** By the ids of their queries. */
export type Answers = ReadonlyMap<string, Series>;

export function answerTo({ id }: MetricQuery, answers: Answers): Series {
  return answers.get(id) ?? { kind: 'unavailable', because: 'CloudWatch gave no answer for it' };
}
