import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  badPercentAt,
  leastRequests,
  windowName
} from "./chunk-W5UUIZKY.js";
import {
  levelAt,
  resolveInstances,
  resolveMetric
} from "./chunk-CRPB3X4L.js";

// src/actions/game-day/report/instants.ts
var latestInstantMs = Date.UTC(9999, 11, 31, 23, 59, 59, 999);
function instantMs(text) {
  const ms = text === void 0 ? Number.NaN : Date.parse(text);
  return ms >= 0 && ms <= latestInstantMs ? ms : void 0;
}
function knownInstants(texts) {
  return texts.flatMap((text) => instantMs(text) ?? []);
}
function clockText(instant) {
  if (instant === void 0) return "–";
  const ms = instantMs(instant);
  return ms === void 0 ? instant : clockOf(ms);
}
function clockOf(ms) {
  return new Date(ms).toISOString().slice(11, 19);
}
function dateText(instant) {
  const ms = instantMs(instant);
  if (ms === void 0) return instant;
  const text = new Date(ms).toISOString();
  return `${text.slice(0, 10)} ${text.slice(11, 16)} UTC`;
}
function spanText(seconds) {
  const size = Math.max(0, seconds);
  if (size < 10) return `${Math.round(size * 10) / 10} s`;
  const whole = Math.round(size);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return withRest(whole, 60, "min", 1, "s");
  return withRest(Math.round(whole / 60) * 60, 3600, "h", 60, "min");
}
function withRest(seconds, large, largeName, small, smallName) {
  const rest = Math.floor(seconds % large / small);
  const head = `${Math.floor(seconds / large)} ${largeName}`;
  return rest === 0 ? head : `${head} ${rest} ${smallName}`;
}
function progressText(doneSeconds, wholeSeconds) {
  const [size, name] = wholeSeconds < 120 ? [1, "s"] : [60, "min"];
  return `${Math.floor(Math.max(0, doneSeconds) / size)} of ${Math.round(wholeSeconds / size)} ${name}`;
}

// src/kpis/alarms.ts
var summaries = {
  platform: {
    id: "student-impact",
    about: "Students notice: too many errors at the edge, in the services or in the API",
    aborted: "game-day",
    runbook: "collect-diagnostics"
  },
  service: { id: "trouble", about: "The service fails or is slow for its users", aborted: "deploy", runbook: "ecs-rollback" }
};
function computeAlarms(facts) {
  const { layer, names, limits } = facts;
  const slos = slosOf(facts);
  const ofKpis = kpisOf(facts).flatMap((kpi) => kpiAlarms(kpi, names, limits));
  const { id, about, aborted, runbook } = summaries[layer];
  const summed = ofKpis.filter(({ aborts }) => aborts.includes(aborted)).map((row) => [row.id]);
  return {
    alarms: [...ofKpis, ...slos.flatMap((slo) => slo.burnRates.flatMap((burnRate) => windowAlarms(slo, burnRate, names)))],
    composites: [
      ...summed.length === 0 ? [] : [{ id, description: describe(about, runbook), anyOf: summed }],
      ...slos.flatMap(sloComposites)
    ]
  };
}
function kpisOf({ layer, catalogue, isLasting }) {
  return catalogue.kpis.filter((kpi) => kpi.layer === layer && (isLasting || kpi.environments === "all"));
}
function slosOf({ layer, catalogue, isLasting }) {
  return layer === "service" ? catalogue.slos.filter(({ environments }) => isLasting || environments === "all") : [];
}
function alarmId(kpiId, label) {
  return label === void 0 ? kpiId : kpiId.replace(/^[^-]+/, (word) => `${word}-${label}`);
}
function describe(about, runbook) {
  return `${about}. Runbook: ${runbook}`;
}
function kpiAlarms(kpi, names, limits) {
  const { id, about, measure, alarm, periodSeconds, aborts, runbook } = kpi;
  if (!alarm) return [];
  const { periods, datapoints, whenMissing } = alarm;
  const shared = { periodSeconds, periods, datapoints, whenMissing, aborts, tells: true, breach: breachOf(kpi, alarm, limits) };
  return resolveInstances(measure, names).map((instance) => ({
    id: alarmId(id, instance.label),
    description: describe(instance.label === void 0 ? about : `${about} (${instance.label})`, runbook),
    measure: instance.measure,
    ...shared
  }));
}
function breachOf({ good }, { threshold }, limits) {
  if (typeof threshold === "object" && "standardDeviations" in threshold) return { aboveBandOf: threshold.standardDeviations };
  const level = levelAt(threshold, limits);
  return good === "high" ? { below: level } : { above: level };
}
function windowId(slo, { id }, seconds) {
  return `slo-${slo.id}-${id}-${windowName(seconds)}`;
}
function windowAlarms(slo, burnRate, names) {
  const threshold = badPercentAt(slo, burnRate);
  const measure = {
    kind: "percentage",
    part: resolveMetric(slo.bad, names),
    whole: resolveMetric(slo.all, names),
    atLeast: leastRequests(slo, burnRate)
  };
  return [burnRate.longSeconds, burnRate.shortSeconds].map((seconds) => ({
    id: windowId(slo, burnRate, seconds),
    description: describe(
      `${slo.title} burns its budget ${burnRate.rate} times too fast over ${windowName(seconds)}`,
      slo.runbook
    ),
    measure,
    breach: { above: threshold },
    periodSeconds: seconds,
    periods: 1,
    datapoints: 1,
    whenMissing: "notBreaching",
    aborts: [],
    tells: false
  }));
}
function sloComposites(slo) {
  return ["page", "ticket"].flatMap((severity) => {
    const burning = slo.burnRates.filter((burnRate) => burnRate.severity === severity);
    if (burning.length === 0) return [];
    const rates = burning.map(({ rate }) => `${rate}x`).join(" or ");
    return {
      id: `slo-${slo.id}-${severity}`,
      description: describe(`${slo.about}: the error budget burns at ${rates} (${severity})`, slo.runbook),
      anyOf: burning.map((each) => [windowId(slo, each, each.longSeconds), windowId(slo, each, each.shortSeconds)])
    };
  });
}

export {
  latestInstantMs,
  instantMs,
  knownInstants,
  clockText,
  clockOf,
  dateText,
  spanText,
  progressText,
  computeAlarms
};
