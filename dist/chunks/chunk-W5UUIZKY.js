import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  inputsOf,
  placesOf,
  resolveInstances,
  resolveMetric
} from "./chunk-CRPB3X4L.js";
import {
  metricKey,
  noPoints,
  trustPoints
} from "./chunk-HT45RTQD.js";

// src/actions/kpi/questions.ts
function unknownLimit({ target }) {
  return typeof target === "object" ? target.of : void 0;
}
function questionsOf({ kpis, slos }, { layer, places, isLasting }) {
  const asked = kpis.filter((kpi) => kpi.layer === layer && (isLasting || kpi.environments === "all"));
  return {
    kpis: asked.flatMap((kpi) => kpiQuestions(kpi, places)),
    // Asking costs the same for a preview; it is its alarms that would cost too much.
    slos: layer === "service" ? slos.flatMap((slo) => sloQuestion(slo, places)) : []
  };
}
function kpiQuestions(kpi, places) {
  const missing = placesOf(kpi.measure).filter((place) => !places[place]?.length);
  if (missing.length > 0) return [{ id: kpi.id, kpi, inputs: {}, missing }];
  return resolveInstances(kpi.measure, places).map(({ label, measure }) => ({
    id: label === void 0 ? kpi.id : `${kpi.id}/${label}`,
    kpi,
    ...label !== void 0 && { label },
    measure,
    inputs: inputQueries(measure, kpi.periodSeconds),
    missing
  }));
}
function sloQuestion(slo, places) {
  const needed = [slo.bad, slo.all].flatMap((metric) => placesOf({ kind: "metric", metric }));
  if (needed.some((place) => !places[place]?.length)) return [];
  const query = (metric) => queryOf(resolveMetric(metric, places), sloPeriodSeconds);
  return [{ slo, bad: query(slo.bad), all: query(slo.all) }];
}
function metricInputs(measure) {
  const { metric } = measure.kind === "metric" ? measure : {};
  const isOfMany = metric !== void 0 && /^(Average$|p)/.test(metric.statistic);
  return { ...inputsOf(measure), ...isOfMany && { count: { ...metric, statistic: "SampleCount" } } };
}
var sloPeriodSeconds = 60;
function inputQueries(measure, periodSeconds) {
  const inputs = Object.entries(metricInputs(measure)).map(([name, metric]) => [name, queryOf(metric, periodSeconds)]);
  return Object.fromEntries(inputs);
}
function queryOf(metric, periodSeconds) {
  return { id: `${metricKey(metric)} ${periodSeconds}`, metric, periodSeconds };
}
function queriesOf(all) {
  const asked = all.flatMap(({ kpis, slos }) => [
    ...kpis.flatMap(({ inputs }) => Object.values(inputs)),
    ...slos.flatMap(({ bad, all: every }) => [bad, every])
  ]);
  return [...new Map(asked.map((query) => [query.id, query])).values()];
}
function answerTo({ id }, answers) {
  return answers.get(id) ?? { kind: "unavailable", because: "CloudWatch gave no answer for it" };
}

// src/actions/kpi/statistics.ts
function quantile(values, share) {
  const sorted = Float64Array.from(values).sort();
  const position = (sorted.length - 1) * share;
  const [low, high] = [sorted[Math.floor(position)] ?? Number.NaN, sorted[Math.ceil(position)] ?? Number.NaN];
  return low + (high - low) * (position - Math.floor(position));
}
function sum(values) {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
function lowest(values) {
  let least = Number.POSITIVE_INFINITY;
  for (const value of values) least = Math.min(least, value);
  return least;
}
function highest(values) {
  let most = Number.NEGATIVE_INFINITY;
  for (const value of values) most = Math.max(most, value);
  return most;
}
function mean(values) {
  return sum(values) / values.length;
}
function areDisjoint(one, other) {
  return one.high < other.low || other.high < one.low;
}
function interquartileRange(values) {
  return { low: quantile(values, 0.25), high: quantile(values, 0.75) };
}
var z = 1.96;
function wilsonPercent(part, whole) {
  const share = Math.min(1, Math.max(0, part / whole));
  const middle = share + z ** 2 / (2 * whole);
  const reach = z * Math.sqrt(share * (1 - share) / whole + z ** 2 / (4 * whole ** 2));
  const scale = 1 + z ** 2 / whole;
  return { low: 100 * (middle - reach) / scale, high: 100 * (middle + reach) / scale };
}

// src/actions/kpi/align.ts
function valuesAt({ atMs, values }, instants, otherwise) {
  if (atMs === instants) return values;
  let next = 0;
  return instants.map((at) => {
    while ((atMs[next] ?? Number.POSITIVE_INFINITY) < at) next += 1;
    return atMs[next] === at ? values[next] ?? otherwise : otherwise;
  });
}
function instantsOf(one, other) {
  if (one.atMs === other.atMs) return one.atMs;
  return [.../* @__PURE__ */ new Set([...one.atMs, ...other.atMs])].sort((first, second) => first - second);
}
function pointsWhere({ atMs, values }, compute) {
  const computed = values.map(compute);
  if (!computed.includes(Number.NaN)) return trustPoints(atMs, computed);
  return trustPoints(
    atMs.filter((_, index) => !Number.isNaN(computed[index])),
    computed.filter((value) => !Number.isNaN(value))
  );
}

// src/actions/kpi/evaluate.ts
var leastPeriods = 3;
function evaluate(measure, series) {
  for (const name in series) {
    const input = series[name];
    if (input?.kind === "unavailable" && !isDispensable(measure, name)) return { kind: "unavailable", because: input.because };
  }
  const evaluation = evaluateData(measure, (name) => pointsIn(series[name]));
  const coarseSeconds = coarsestOf(series);
  return coarseSeconds === 0 ? evaluation : { ...evaluation, samples: { ...evaluation.samples, coarseSeconds } };
}
function evaluateData(measure, points) {
  switch (measure.kind) {
    case "metric":
      return evaluateMetric(measure.metric.statistic, points("value"), points("count"));
    case "percentage":
      return evaluateShare(points("part"), points("whole"), measure.atLeast);
    case "share":
      return evaluateShare(points("part"), addPoints(points("part"), points("rest")), measure.atLeast);
    case "difference":
      return evaluateMetric("Maximum", subtractPoints(points("minuend"), points("subtrahend")), noPoints);
    default:
      throw new Error(`no such measure: ${measure}`);
  }
}
function pointsIn(series) {
  return series?.kind === "data" ? series.points : noPoints;
}
function coarsestOf(series) {
  let most = 0;
  for (const name in series) {
    const input = series[name];
    if (input?.kind === "data") most = Math.max(most, input.coarseSeconds ?? 0);
  }
  return most;
}
function isDispensable(measure, name) {
  return name === "count" && measure.kind === "metric" && measure.metric.statistic === "Average";
}
function evaluateMetric(statistic, points, counts) {
  const of = sum(counts.values);
  const isPercentile = statistic.startsWith("p");
  const periods = points.values.length;
  const samples = { periods, ...(counts.values.length > 0 || isPercentile) && { of } };
  const lack = lackOf(periods) ?? (isPercentile ? lackOfValues(statistic, of) : void 0);
  if (lack !== void 0) return { kind: "insufficient", because: lack, points, samples };
  return { kind: "value", ...summedUp(statistic, points, counts), points, samples };
}
function lackOf(periods) {
  if (periods === 0) return "no data in the window";
  return periods < leastPeriods ? `only ${periods} of at least ${leastPeriods} periods have data` : void 0;
}
function lackOfValues(statistic, values) {
  const least = Math.round(100 / (100 - Number(statistic.slice(1))));
  if (values >= least) return void 0;
  return `only ${values} values: ${statistic} is the worst of them below ${least}`;
}
function summedUp(statistic, points, counts) {
  const { values } = points;
  switch (statistic) {
    case "Sum":
    case "SampleCount":
      return { value: sum(values), how: "sum" };
    case "Minimum":
      return { value: lowest(values), how: "lowest" };
    case "Maximum":
      return { value: highest(values), how: "highest" };
    case "Average":
      return { value: weightedMean(points, counts), how: "average" };
    default:
      return statistic.startsWith("TC") ? { value: sum(values), how: "sum" } : { value: quantile(values, 0.5), how: "median period" };
  }
}
function weightedMean(points, counts) {
  const weights = valuesAt(counts, points.atMs, 0);
  if (weights.some((weight) => weight <= 0)) return mean(points.values);
  return sum(points.values.map((value, index) => value * (weights[index] ?? 0))) / sum(weights);
}
function evaluateShare(parts, wholes, atLeast) {
  const part = valuesAt(parts, wholes.atMs, 0);
  const counts = { part: sum(part), whole: sum(wholes.values) };
  const points = pointsWhere(
    wholes,
    (whole, index) => whole >= atLeast && whole > 0 ? 100 * (part[index] ?? 0) / whole : Number.NaN
  );
  const periods = wholes.values.length;
  const samples = { periods, of: counts.whole };
  const lack = lackOf(periods) ?? (counts.whole < Math.max(1, atLeast) ? `only ${counts.whole} of at least ${atLeast}` : void 0);
  if (lack !== void 0) return { kind: "insufficient", because: lack, points, samples };
  return { kind: "value", value: 100 * counts.part / counts.whole, points, samples, counts };
}
function addPoints(one, other) {
  const atMs = instantsOf(one, other);
  const [here, there] = [valuesAt(one, atMs, 0), valuesAt(other, atMs, 0)];
  return trustPoints(
    atMs,
    here.map((value, index) => value + (there[index] ?? 0))
  );
}
function subtractPoints(minuend, subtrahend) {
  const less = valuesAt(subtrahend, minuend.atMs, Number.NaN);
  return pointsWhere(minuend, (value, index) => value - (less[index] ?? Number.NaN));
}

// src/kpis/burn-rates.ts
function badPercentAt({ objectivePercent }, { rate }) {
  return rounded(rate * (100 - objectivePercent));
}
function leastRequests(slo, burnRate) {
  return Math.ceil(rounded(100 * slo.leastBad / badPercentAt(slo, burnRate)));
}
function windowName(seconds) {
  if (seconds % daySeconds === 0) return `${seconds / daySeconds}d`;
  return seconds % 3600 === 0 ? `${seconds / 3600}h` : `${seconds / 60}m`;
}
var daySeconds = 86400;
function rounded(value) {
  return Number(value.toFixed(6));
}

export {
  badPercentAt,
  leastRequests,
  windowName,
  sum,
  areDisjoint,
  interquartileRange,
  wilsonPercent,
  leastPeriods,
  evaluate,
  unknownLimit,
  questionsOf,
  metricInputs,
  queriesOf,
  answerTo
};
