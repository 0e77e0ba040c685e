// KPIs of the catalogue over time at an environment: what is asked of CloudWatch, and what they were window by window.
import type { Kpi, KpiCatalogue, Measure } from '../../define/kpi.ts';
import { type Instance, isPerZone, metricsOf, placesOf, resolveInstances } from '../../kpis/measure.ts';
import { type MetricQuery, metricKey, type Series, type Window } from '../../ports/metrics.ts';
import { cutPoints } from '../../ports/points.ts';
import { type Evaluation, evaluate, leastPeriods } from '../kpi/evaluate.ts';
import { metricInputs } from '../kpi/questions.ts';
import type { Scene } from './scene.ts';

/** A row of the catalogue at the things that it is measured at: none where one of its places is not there. */
export interface PlacedKpi {
  readonly kpi: Kpi;
  readonly instances: readonly Instance[];
}

/** By the ids of their queries. */
export type Answers = ReadonlyMap<string, Series>;

/** @returns nothing when the catalogue has no such row */
export function placeKpi({ kpis }: KpiCatalogue, { places }: Pick<Scene, 'places'>, id: string): PlacedKpi | undefined {
  const kpi = kpis.find((row) => row.id === id);
  if (!kpi) return undefined;
  const names = places[kpi.layer];
  const isPlaced = placesOf(kpi.measure).every((place) => (names as Record<string, readonly string[]>)[place]?.length);
  return { kpi, instances: isPlaced ? resolveInstances(kpi.measure, names) : [] };
}

/** The row that tells the same zone by zone: `zone-errors` of `errors`. Of one that does so itself, that. */
export function zonalTwin({ kpis }: KpiCatalogue, kpi: Kpi): Kpi | undefined {
  if (isPerZone(kpi)) return kpi;
  const wanted = signatureOf(kpi.measure);
  return kpis.find((row) => isPerZone(row) && signatureOf(row.measure) === wanted);
}

function signatureOf(measure: Kpi['measure']): string {
  return JSON.stringify([measure.kind, metricsOf<unknown>(measure).map((one) => [one.namespace, one.name, one.statistic])]);
}

export function queriesFor(placed: readonly PlacedKpi[]): readonly MetricQuery[] {
  const all = placed.flatMap(({ kpi, instances }) =>
    instances.flatMap(({ measure }) => Object.values(metricInputs(measure)).map((metric) => queryOf(metric, kpi.periodSeconds))),
  );
  return [...new Map(all.map((query) => [query.id, query])).values()];
}

function queryOf(metric: MetricQuery['metric'], periodSeconds: number): MetricQuery {
  return { id: `${metricKey(metric)} ${periodSeconds}`, metric, periodSeconds };
}

/** What it was in the window as a whole. */
export function evaluateWithin(measure: Measure<string>, periodSeconds: number, answers: Answers, window: Window): Evaluation {
  const series = Object.entries(metricInputs(measure)).map(([name, metric]) => {
    const found = answers.get(queryOf(metric, periodSeconds).id) ?? missing;
    const cut = found.kind === 'data' ? { ...found, points: cutPoints(found.points, window, periodSeconds) } : found;
    return [name, cut] as const;
  });
  return evaluate(measure, Object.fromEntries(series));
}

const missing: Series = { kind: 'unavailable', because: 'CloudWatch gave no answer for it' };

export interface ValueAt {
  /** The beginning of its window. */
  readonly atMs: number;
  readonly value: number;
}

export interface Windows {
  readonly values: readonly ValueAt[];
  /** Windows in which too little was measured to tell. */
  readonly gaps: number;
}

/** Every window of that length that lies in the span, one beginning each period: none is missed between two others. */
export function computeWindows(
  measure: Measure<string>,
  periodSeconds: number,
  answers: Answers,
  { span, windowSeconds }: { readonly span: Window; readonly windowSeconds: number },
): Windows {
  // Fewer periods than the evaluation wants are taken as they are.
  if (windowSeconds < leastPeriods * periodSeconds) return singlePeriods(measure, periodSeconds, answers, span);
  const begins = beginsWithin(span, windowSeconds, periodSeconds);
  const values = begins.flatMap((atMs) => {
    const window = { from: new Date(atMs), to: new Date(atMs + windowSeconds * 1000) };
    const evaluation = evaluateWithin(measure, periodSeconds, answers, window);
    return evaluation.kind === 'value' ? [{ atMs, value: evaluation.value }] : [];
  });
  return { values, gaps: begins.length - values.length };
}

function singlePeriods(measure: Measure<string>, periodSeconds: number, answers: Answers, span: Window): Windows {
  const values = periodsWithin(measure, periodSeconds, answers, span);
  return { values, gaps: beginsWithin(span, periodSeconds, periodSeconds).length - values.length };
}

/** Period by period, in the unit of the KPI: what a chart draws. */
export function periodsWithin(
  measure: Measure<string>,
  periodSeconds: number,
  answers: Answers,
  span: Window,
): readonly ValueAt[] {
  const evaluation = evaluateWithin(measure, periodSeconds, answers, span);
  if (evaluation.kind === 'unavailable') return [];
  const { atMs, values } = evaluation.points;
  return atMs.flatMap((at, index) => {
    const value = values[index];
    return value === undefined ? [] : [{ atMs: at, value }];
  });
}

function beginsWithin({ from, to }: Window, lengthSeconds: number, stepSeconds: number): readonly number[] {
  const count = Math.floor((to.getTime() - from.getTime()) / 1000 - lengthSeconds) / stepSeconds + 1;
  return Array.from({ length: Math.max(0, Math.floor(count)) }, (_, index) => from.getTime() + index * stepSeconds * 1000);
}

/** @param good of the KPI: on which side of the tolerated level it should be */
export function isBeyond(value: number, tolerated: number, good: Kpi['good']): boolean {
  return good === 'high' ? value < tolerated : value > tolerated;
}

/** The one furthest on the bad side; nothing of nothing. */
export function worstOf(values: readonly number[], good: Kpi['good']): number | undefined {
  if (values.length === 0) return undefined;
  return values.reduce((one, other) => (good === 'high' ? Math.min(one, other) : Math.max(one, other)));
}

/** Whole minutes around it: periods begin with them. */
export function wholeMinutes({ from, to }: Window): Window {
  const minute = 60_000;
  return {
    from: new Date(Math.floor(from.getTime() / minute) * minute),
    to: new Date(Math.ceil(to.getTime() / minute) * minute),
  };
}
