// Whether the hypothesis held while the drill lasted: KPI by KPI, and the zone that was hit against the others.
import type { DrillDefinition, Expectation } from '../../../define/drill.ts';
import type { KpiCatalogue } from '../../../define/kpi.ts';
import { isPerZone } from '../../../kpis/measure.ts';
import type { Metrics, Window } from '../../../ports/metrics.ts';
import type { KpiOutcome } from '../game-day.ts';
import {
  type Answers,
  computeWindows,
  evaluateWithin,
  isBeyond,
  type PlacedKpi,
  periodsWithin,
  placeKpi,
  queriesFor,
  wholeMinutes,
  worstOf,
  zonalTwin,
} from '../kpi-windows.ts';
import type { Scene } from '../scene.ts';

export interface Measuring {
  readonly scene: Scene;
  readonly drill: DrillDefinition;
  /** The zone that was hit. */
  readonly zone: string | undefined;
  /** While faults were there, by AWS's clock. */
  readonly span: Window;
}

/** Shown before and after, and compared with. */
const marginSeconds = 900;

export async function gatherKpiOutcomes(
  { metrics, catalogue }: { readonly metrics: Metrics; readonly catalogue: KpiCatalogue },
  measuring: Measuring,
): Promise<readonly KpiOutcome[]> {
  const { scene, drill } = measuring;
  const placed = drill.hypothesis.map((expectation) => ({ expectation, ...placeWithTwin(catalogue, scene, expectation) }));
  const shown = chartWindow(measuring);
  const answers = await metrics.read(queriesFor(placed.flatMap(({ at, twin }) => [at, twin].flatMap((one) => one ?? []))), shown);
  return placed.map(({ expectation, at, twin }) => computeOutcome(expectation, { at, twin }, answers, measuring));
}

interface Placed {
  readonly at: PlacedKpi | undefined;
  /** Tells the same zone by zone. */
  readonly twin: PlacedKpi | undefined;
}

function placeWithTwin(catalogue: KpiCatalogue, scene: Scene, { kpi: id }: Expectation): Placed {
  const at = placeKpi(catalogue, scene, id);
  const row = at && zonalTwin(catalogue, at.kpi);
  return { at, twin: row && placeKpi(catalogue, scene, row.id) };
}

export function computeOutcome(
  expectation: Expectation,
  { at, twin }: Placed,
  answers: Answers,
  measuring: Measuring,
): KpiOutcome {
  const { tolerated } = expectation;
  if (!at) {
    return { kpi: expectation.kpi, title: expectation.kpi, unit: '', tolerated, status: 'no-data', points: [] };
  }
  const { kpi } = at;
  const judged = judgedInstances(at, measuring.zone);
  const span = judgedSpan(measuring.span, expectation);
  const windows = judged.map(({ measure }) =>
    computeWindows(measure, kpi.periodSeconds, answers, { span, windowSeconds: expectation.windowSeconds }),
  );
  const worst = worstOf(
    windows.flatMap(({ values }) => values.map(({ value }) => value)),
    kpi.good,
  );
  const hasGaps = windows.length === 0 || windows.some(({ gaps, values }) => gaps > 0 || values.length === 0);
  const isBroken = worst !== undefined && isBeyond(worst, tolerated, kpi.good);
  const before = valueIn(at, judged, answers, { from: new Date(span.from.getTime() - marginSeconds * 1000), to: span.from });
  const chart = judged.map(({ measure }) => periodsWithin(measure, kpi.periodSeconds, answers, chartWindow(measuring)));
  return {
    kpi: kpi.id,
    title: kpi.title,
    unit: kpi.unit,
    tolerated,
    status: isBroken ? 'broken' : hasGaps ? 'no-data' : 'held',
    ...(worst !== undefined && { worst }),
    ...(before !== undefined && { before }),
    ...byZone(twin, answers, measuring, span),
    points: worstByInstant(chart.flat(), kpi.good),
  };
}

/** The zone that was hit is expected to be bad: what is claimed of zones is claimed of the others. */
function judgedInstances({ kpi, instances }: PlacedKpi, zone: string | undefined): PlacedKpi['instances'] {
  if (zone === undefined || !isPerZone(kpi)) return instances;
  return instances.filter(({ label }) => label !== zone.slice(-1));
}

function byZone(
  twin: PlacedKpi | undefined,
  answers: Answers,
  { zone }: Measuring,
  span: Window,
): Pick<KpiOutcome, 'experiment' | 'control'> {
  if (!twin || zone === undefined) return {};
  const isHit = (label: string | undefined) => label === zone.slice(-1);
  const experiment = valueIn(
    twin,
    twin.instances.filter(({ label }) => isHit(label)),
    answers,
    span,
  );
  const control = valueIn(
    twin,
    twin.instances.filter(({ label }) => !isHit(label)),
    answers,
    span,
  );
  return { ...(experiment !== undefined && { experiment }), ...(control !== undefined && { control }) };
}

/** Over the window as a whole; of several the worst. */
function valueIn({ kpi }: PlacedKpi, instances: PlacedKpi['instances'], answers: Answers, window: Window): number | undefined {
  const values = instances.flatMap(({ measure }) => {
    const evaluation = evaluateWithin(measure, kpi.periodSeconds, answers, window);
    return evaluation.kind === 'value' ? [evaluation.value] : [];
  });
  return worstOf(values, kpi.good);
}

function worstByInstant(points: KpiOutcome['points'], good: PlacedKpi['kpi']['good']): KpiOutcome['points'] {
  const byInstant = new Map<number, number>();
  for (const { atMs, value } of points) {
    const known = byInstant.get(atMs);
    byInstant.set(atMs, known === undefined ? value : (worstOf([known, value], good) ?? value));
  }
  return [...byInstant].map(([atMs, value]) => ({ atMs, value })).sort((one, other) => one.atMs - other.atMs);
}

/** At least one window of the claim, also of a fault that is over at once. */
function judgedSpan({ from, to }: Window, { windowSeconds }: Expectation): Window {
  return wholeMinutes({ from, to: new Date(Math.max(to.getTime(), from.getTime() + windowSeconds * 1000)) });
}

/** Until when CloudWatch must have published: of all that is judged. */
export function measuredUntil({ span, drill }: Pick<Measuring, 'span' | 'drill'>): Date {
  const ends = drill.hypothesis.map((expectation) => judgedSpan(span, expectation).to.getTime());
  return new Date(Math.max(span.to.getTime(), ...ends));
}

function chartWindow(measuring: Measuring): Window {
  const { from, to } = wholeMinutes({ from: measuring.span.from, to: measuredUntil(measuring) });
  return { from: new Date(from.getTime() - marginSeconds * 1000), to };
}
