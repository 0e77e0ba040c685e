// Reads the KPIs of a drill's hypothesis before it, the load of the tasks, and what is left of the error budgets.
import type { DrillDefinition, Expectation } from '../../../define/drill.ts';
import { resolveMetric } from '../../../kpis/measure.ts';
import { publicationDelaySeconds, type Series, type Window } from '../../../ports/metrics.ts';
import { type Budget, computeBudget } from '../../kpi/budget.ts';
import { type Answers, evaluateWithin, type PlacedKpi, periodsWithin, placeKpi, queriesFor, worstOf } from '../kpi-windows.ts';
import type { Scene } from '../scene.ts';
import type { GameDayWorld } from '../world.ts';
import type { KpiBefore } from './facts.ts';

type MetricsWorld = Pick<GameDayWorld, 'metrics' | 'catalogue' | 'clock'>;

/** A shorter one would have fewer datapoints than can be told anything from. */
const leastWindowSeconds = 300;
const cpuWindowSeconds = 600;

export async function gatherKpisBefore(world: MetricsWorld, scene: Scene, drill: DrillDefinition): Promise<readonly KpiBefore[]> {
  const placed = placeAll(world, scene, drill.hypothesis);
  const longest = Math.max(leastWindowSeconds, ...drill.hypothesis.map(({ windowSeconds }) => windowSeconds));
  const answers = await world.metrics.read(queriesFor(placed.flatMap(({ at }) => at ?? [])), latest(world, longest));
  return placed.map(({ expectation, at }) => beforeOf(expectation, at, answers, latest(world, windowOf(expectation))));
}

function windowOf({ windowSeconds }: Expectation): number {
  return Math.max(leastWindowSeconds, windowSeconds);
}

function placeAll({ catalogue }: Pick<MetricsWorld, 'catalogue'>, scene: Scene, hypothesis: readonly Expectation[]) {
  return hypothesis.map((expectation) => ({ expectation, at: placeKpi(catalogue, scene, expectation.kpi) }));
}

function beforeOf(expectation: Expectation, at: PlacedKpi | undefined, answers: Answers, window: Window): KpiBefore {
  if (!at) return { expectation, isFresh: false };
  const { kpi, instances } = at;
  const values = instances.flatMap(({ measure }) => {
    const evaluation = evaluateWithin(measure, kpi.periodSeconds, answers, window);
    return evaluation.kind === 'value' ? [evaluation.value] : [];
  });
  const value = worstOf(values, kpi.good);
  const isFresh = instances.some(({ measure }) => periodsWithin(measure, kpi.periodSeconds, answers, window).length > 0);
  return { expectation, kpi, isFresh: isFresh || value !== undefined, ...(value !== undefined && { value }) };
}

/** The busiest minute of the last ones; nothing where it is not known. */
export async function gatherCpu(world: MetricsWorld, scene: Scene): Promise<number | undefined> {
  const placed = placeKpi(world.catalogue, scene, 'cpu');
  if (!placed) return undefined;
  const window = latest(world, cpuWindowSeconds);
  const answers = await world.metrics.read(queriesFor([placed]), window);
  const values = placed.instances.flatMap(({ measure }) => periodsWithin(measure, placed.kpi.periodSeconds, answers, window));
  return worstOf(
    values.map(({ value }) => value),
    placed.kpi.good,
  );
}

/** Minutes of a month are no longer kept, and hours are as good for a sum. */
const budgetPeriodSeconds = 3600;

export async function gatherBudgets(world: MetricsWorld, { places }: Scene): Promise<readonly Budget[]> {
  const { slos } = world.catalogue;
  const asked = slos.map((slo, index) => ({
    slo,
    bad: { id: `bad ${index}`, metric: resolveMetric(slo.bad, places.service), periodSeconds: budgetPeriodSeconds },
    all: { id: `all ${index}`, metric: resolveMetric(slo.all, places.service), periodSeconds: budgetPeriodSeconds },
  }));
  const days = Math.max(1, ...slos.map(({ objectiveDays }) => objectiveDays));
  const answers = await world.metrics.read(
    asked.flatMap(({ bad, all }) => [bad, all]),
    latest(world, days * 86_400),
  );
  const answer = (id: string): Series => answers.get(id) ?? { kind: 'unavailable', because: 'CloudWatch gave no answer for it' };
  return asked.map(({ slo, bad, all }) => computeBudget(slo, answer(bad.id), answer(all.id)));
}

/** The last that CloudWatch has all of, from a full minute to a full minute. */
function latest({ clock }: Pick<MetricsWorld, 'clock'>, seconds: number): Window {
  const toMs = Math.floor(clock.now().getTime() / 60_000) * 60_000 - publicationDelaySeconds * 1000;
  return { from: new Date(toMs - seconds * 1000), to: new Date(toMs) };
}
