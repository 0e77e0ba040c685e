// What a dashboard shows of a layer, derived from the catalogue: one graph a KPI, one an objective, grouped.
import { type Kpi, type KpiGroup, type KpiUnit, kpiGroups, type Layer, type Measure, type Slo } from '../define/kpi.ts';
import { kpisOf, type LayerFacts, slosOf } from './alarms.ts';
import { badPercentAt, leastRequests } from './burn-rates.ts';
import { type AnyPlaceNames, type Limits, levelAt, resolveInstances, resolveMetric } from './measure.ts';

export interface Graph {
  readonly title: string;
  readonly unit: KpiUnit;
  readonly periodSeconds: number;
  readonly series: readonly { readonly label: string; readonly measure: Measure<string> }[];
  /** Drawn across: the target, and what the alarm rings at. */
  readonly lines: readonly { readonly label: string; readonly value: number }[];
  /** Standard deviations of the band that is drawn around each series. */
  readonly bandOf?: number;
}

export interface GraphGroup {
  readonly title: string;
  readonly graphs: readonly Graph[];
}

export function computeGraphs<L extends Layer>(facts: LayerFacts<L>): readonly GraphGroup[] {
  const kpis = kpisOf(facts);
  const groups = (Object.entries(kpiGroups) as [KpiGroup, string][]).map(([group, title]) => ({
    title,
    graphs: kpis.filter((kpi) => kpi.group === group).map((kpi) => kpiGraph(kpi, facts.names, facts.limits)),
  }));
  const objectives = { title: 'Objectives', graphs: slosOf(facts).map((slo) => sloGraph(slo, facts.names)) };
  return [objectives, ...groups].filter(({ graphs }) => graphs.length > 0);
}

function kpiGraph(kpi: Kpi, names: AnyPlaceNames, limits: Limits): Graph {
  const { title, unit, periodSeconds, measure, target, alarm } = kpi;
  const threshold = alarm?.threshold;
  const hasBand = typeof threshold === 'object' && 'standardDeviations' in threshold;
  return {
    title,
    unit,
    periodSeconds,
    series: resolveInstances(measure, names).map((instance) => ({
      label: instance.label === undefined ? title : `${title} (${instance.label})`,
      measure: instance.measure,
    })),
    lines: [
      ...(target === undefined ? [] : [{ label: 'target', value: levelAt(target, limits) }]),
      ...(threshold === undefined || hasBand ? [] : [{ label: 'alarm', value: levelAt(threshold, limits) }]),
    ],
    ...(hasBand && { bandOf: threshold.standardDeviations }),
  };
}

/** The bad requests of the shortest window, against every rate that somebody is told of. */
function sloGraph(slo: Slo, names: AnyPlaceNames): Graph {
  const fastest = slo.burnRates.reduce((one, other) => (other.rate > one.rate ? other : one));
  const measure = {
    kind: 'percentage',
    part: resolveMetric(slo.bad, names),
    whole: resolveMetric(slo.all, names),
    atLeast: leastRequests(slo, fastest),
  } as const;
  return {
    title: `${slo.title}: ${slo.objectivePercent} % in ${slo.objectiveDays} days`,
    unit: 'Percent',
    periodSeconds: fastest.shortSeconds,
    series: [{ label: 'Bad requests', measure }],
    lines: slo.burnRates.map((burnRate) => ({ label: `${burnRate.rate}x`, value: badPercentAt(slo, burnRate) })),
  };
}
