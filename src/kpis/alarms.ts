// The alarms of a layer, derived from the catalogue: one a KPI and thing measured, two a burn rate, and those that sum them up.
import type { Abortable, BurnRate, Kpi, KpiAlarm, KpiCatalogue, Layer, Measure, RunbookId, Slo } from '../define/kpi.ts';
import { badPercentAt, leastRequests, windowName } from './burn-rates.ts';
import { type AnyPlaceNames, type Limits, levelAt, type PlaceNames, resolveInstances, resolveMetric } from './measure.ts';

export interface AlarmRow {
  /** Last part of the alarm's name, and its construct id. */
  readonly id: string;
  /** What is bad, and the runbook that is about it. */
  readonly description: string;
  readonly measure: Measure<string>;
  readonly breach: { readonly above: number } | { readonly below: number } | { readonly aboveBandOf: number };
  readonly periodSeconds: number;
  readonly periods: number;
  readonly datapoints: number;
  readonly whenMissing: KpiAlarm['whenMissing'];
  readonly aborts: readonly Abortable[];
  /** Tells somebody by itself; otherwise a composite alarm does. */
  readonly tells: boolean;
}

export interface CompositeRow {
  readonly id: string;
  readonly description: string;
  /** Rings while all alarms of any of these groups ring. */
  readonly anyOf: readonly (readonly string[])[];
}

export interface LayerFacts<L extends Layer> {
  readonly layer: L;
  readonly catalogue: KpiCatalogue;
  readonly names: PlaceNames<L>;
  readonly limits: Limits;
  /** Whether the environment is one that lives on, and not a preview. */
  readonly isLasting: boolean;
}

export interface LayerAlarms {
  readonly alarms: readonly AlarmRow[];
  readonly composites: readonly CompositeRow[];
}

/** What a layer has for all alarms that break something off. */
const summaries = {
  platform: {
    id: 'student-impact',
    about: 'Students notice: too many errors at the edge, in the services or in the API',
    aborted: 'game-day',
    runbook: 'collect-diagnostics',
  },
  service: { id: 'trouble', about: 'The service fails or is slow for its users', aborted: 'deploy', runbook: 'ecs-rollback' },
} as const satisfies Record<Layer, { id: string; about: string; aborted: Abortable; runbook: RunbookId }>;

export function computeAlarms<L extends Layer>(facts: LayerFacts<L>): LayerAlarms {
  const { layer, names, limits } = facts;
  const slos = slosOf(facts);
  const ofKpis = kpisOf(facts).flatMap((kpi) => kpiAlarms(kpi, names, limits));
  const { id, about, aborted, runbook } = summaries[layer];
  const summed = ofKpis.filter(({ aborts }) => aborts.includes(aborted)).map((row) => [row.id]);
  return {
    alarms: [...ofKpis, ...slos.flatMap((slo) => slo.burnRates.flatMap((burnRate) => windowAlarms(slo, burnRate, names)))],
    composites: [
      ...(summed.length === 0 ? [] : [{ id, description: describe(about, runbook), anyOf: summed }]),
      ...slos.flatMap(sloComposites),
    ],
  };
}

/** Those that the environment watches. */
export function kpisOf<L extends Layer>({ layer, catalogue, isLasting }: LayerFacts<L>): readonly Kpi[] {
  return catalogue.kpis.filter((kpi) => kpi.layer === layer && (isLasting || kpi.environments === 'all'));
}

export function slosOf<L extends Layer>({ layer, catalogue, isLasting }: LayerFacts<L>): readonly Slo[] {
  return layer === 'service' ? catalogue.slos.filter(({ environments }) => isLasting || environments === 'all') : [];
}

/** `cache-cpu` of the second node is `cache-2-cpu`. */
function alarmId(kpiId: string, label: string | undefined): string {
  return label === undefined ? kpiId : kpiId.replace(/^[^-]+/, (word) => `${word}-${label}`);
}

function describe(about: string, runbook: RunbookId): string {
  return `${about}. Runbook: ${runbook}`;
}

function kpiAlarms(kpi: Kpi, names: AnyPlaceNames, limits: Limits): readonly AlarmRow[] {
  const { id, about, measure, alarm, periodSeconds, aborts, runbook } = kpi;
  if (!alarm) return [];
  const { periods, datapoints, whenMissing } = alarm;
  const shared = { periodSeconds, periods, datapoints, whenMissing, aborts, tells: true, breach: breachOf(kpi, alarm, limits) };
  return resolveInstances(measure, names).map((instance) => ({
    id: alarmId(id, instance.label),
    description: describe(instance.label === undefined ? about : `${about} (${instance.label})`, runbook),
    measure: instance.measure,
    ...shared,
  }));
}

function breachOf({ good }: Kpi, { threshold }: KpiAlarm, limits: Limits): AlarmRow['breach'] {
  if (typeof threshold === 'object' && 'standardDeviations' in threshold) return { aboveBandOf: threshold.standardDeviations };
  const level = levelAt(threshold, limits);
  return good === 'high' ? { below: level } : { above: level };
}

function windowId(slo: Slo, { id }: BurnRate, seconds: number): string {
  return `slo-${slo.id}-${id}-${windowName(seconds)}`;
}

function windowAlarms(slo: Slo, burnRate: BurnRate, names: AnyPlaceNames): readonly AlarmRow[] {
  const threshold = badPercentAt(slo, burnRate);
  const measure = {
    kind: 'percentage',
    part: resolveMetric(slo.bad, names),
    whole: resolveMetric(slo.all, names),
    atLeast: leastRequests(slo, burnRate),
  } as const;
  return [burnRate.longSeconds, burnRate.shortSeconds].map((seconds) => ({
    id: windowId(slo, burnRate, seconds),
    description: describe(
      `${slo.title} burns its budget ${burnRate.rate} times too fast over ${windowName(seconds)}`,
      slo.runbook,
    ),
    measure,
    breach: { above: threshold },
    periodSeconds: seconds,
    periods: 1,
    datapoints: 1,
    whenMissing: 'notBreaching',
    aborts: [],
    tells: false,
  }));
}

/** One for what pages and one for what can wait, however many burn rates there are: each composite costs five times an alarm. */
function sloComposites(slo: Slo): readonly CompositeRow[] {
  return (['page', 'ticket'] as const).flatMap((severity) => {
    const burning = slo.burnRates.filter((burnRate) => burnRate.severity === severity);
    if (burning.length === 0) return [];
    const rates = burning.map(({ rate }) => `${rate}x`).join(' or ');
    return {
      id: `slo-${slo.id}-${severity}`,
      description: describe(`${slo.about}: the error budget burns at ${rates} (${severity})`, slo.runbook),
      anyOf: burning.map((each) => [windowId(slo, each, each.longSeconds), windowId(slo, each, each.shortSeconds)]),
    };
  });
}
