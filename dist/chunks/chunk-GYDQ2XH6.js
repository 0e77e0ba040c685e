import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  computePlaces
} from "./chunk-CRPB3X4L.js";
import {
  noPoints
} from "./chunk-HT45RTQD.js";
import {
  mainService,
  prefixOf
} from "./chunk-VVCDHVEB.js";

// src/actions/kpi/buckets.ts
function bucketMeans({ atMs, values }, { from, to }, count) {
  const width = (to.getTime() - from.getTime()) / count;
  const sums = new Array(count).fill(0);
  const counts = new Array(count).fill(0);
  values.forEach((value, point) => {
    const index = Math.min(count - 1, Math.max(0, Math.floor(((atMs[point] ?? 0) - from.getTime()) / width)));
    sums[index] = (sums[index] ?? 0) + value;
    counts[index] = (counts[index] ?? 0) + 1;
  });
  return sums.map((sum, index) => counts[index] ? sum / counts[index] : void 0);
}

// src/actions/kpi/words.ts
var verdictWords = {
  breach: "❌ breach",
  "insufficient-data": "❔ insufficient data",
  "no-target": "➖ no target",
  met: "✅ met"
};
var unitSigns = {
  Percent: " %",
  Seconds: " s",
  Milliseconds: " ms",
  Bytes: " B",
  Count: "",
  "Count/Second": "/s"
};
var byteUnits = ["B", "KiB", "MiB", "GiB", "TiB"];
function amountText(value, unit) {
  if (unit === "Bytes") return bytesText(value);
  return `${numberText(value)}${unitSigns[unit]}`;
}
var whole = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
var threeDigits = new Intl.NumberFormat("en", { maximumSignificantDigits: 3 });
function numberText(value) {
  const size = Math.abs(value);
  if (size >= 1e15) return value.toExponential(2);
  return (size >= 100 ? whole : threeDigits).format(value);
}
function bytesText(value) {
  const power = Math.min(byteUnits.length - 1, Math.max(0, Math.floor(Math.log2(Math.abs(value) || 1) / 10)));
  return `${numberText(value / 1024 ** power)} ${byteUnits[power]}`;
}
function valueText(evaluation, unit) {
  return evaluation?.kind === "value" ? amountText(evaluation.value, unit) : "–";
}
function targetText({ kpi, target, isTargetUnknown }) {
  if (isTargetUnknown) return "not known here";
  return target === void 0 ? "–" : `${kpi.good === "high" ? "≥" : "≤"} ${amountText(target, kpi.unit)}`;
}
function changeText({ comparison, base, kpi: { unit } }) {
  if (comparison === void 0 || comparison.kind === "none") return "–";
  const { change } = comparison;
  const sign = change > 0 ? "+" : change < 0 ? "−" : "±";
  const relative = base?.kind === "value" && base.value > 0 ? ` (${sign}${numberText(Math.abs(100 * change / base.value))} %)` : "";
  const absolute = `${sign}${pointsText(Math.abs(change), unit)}${relative}`;
  if (comparison.kind === "noise") return change === 0 ? "none" : `≈ ${absolute}, within noise`;
  return { better: `▽ better: ${absolute}`, worse: `▲ worse: ${absolute}`, neither: `◆ ${absolute}` }[comparison.direction];
}
function pointsText(change, unit) {
  return unit === "Percent" ? `${numberText(change)} pp` : amountText(change, unit);
}
function samplesText(evaluation) {
  if (evaluation.kind === "unavailable") return "–";
  const { periods, of, coarseSeconds } = evaluation.samples;
  const values = of === void 0 ? "" : ` (of ${numberText(of)})`;
  return `${numberText(periods)}${values}${coarseSeconds === void 0 ? "" : `, ${lengthText(coarseSeconds)} data`}`;
}
function lengthText(seconds) {
  return seconds % 3600 === 0 ? `${seconds / 3600}-hour` : `${seconds / 60}-minute`;
}
function reasonText({ now, comparison }) {
  if (now.kind !== "value") return now.because;
  return comparison?.kind === "none" ? `not compared: ${comparison.because}` : "";
}
function budgetText(budget) {
  if (budget.kind === "insufficient") return `${budget.title}: insufficient data (${budget.because})`;
  const { title, leftPercent } = budget;
  if (leftPercent >= 0) return `${title}: ${numberText(leftPercent)} % left`;
  return `${title}: overspent, ${numberText((100 - leftPercent) / 100)} times what there is`;
}
var levels = "▁▂▃▄▅▆▇█";
var sparklineWidth = 12;
function sparkline(points, window, width = sparklineWidth) {
  const means = bucketMeans(points, window, width);
  const known = means.filter((value) => value !== void 0);
  if (known.length === 0) return "";
  const [low, high] = [Math.min(...known), Math.max(...known)];
  return means.map((value) => {
    if (value === void 0) return "·";
    const share = high > low ? (value - low) / (high - low) : low === 0 ? 0 : 0.5;
    return levels[Math.round(share * (levels.length - 1))] ?? "·";
  }).join("");
}
function pointsOf(evaluation) {
  return evaluation === void 0 || evaluation.kind === "unavailable" ? noPoints : evaluation.points;
}
function windowText({ from, to }) {
  const [start, end] = [from, to].map((date) => date.toISOString());
  const isOneDay = start?.slice(0, 10) === end?.slice(0, 10);
  const minute = (text = "") => `${text.slice(0, 10)} ${text.slice(11, 16)}`;
  return `${minute(start)} to ${isOneDay ? end?.slice(11, 16) : minute(end)} UTC`;
}

// src/actions/kpi/subjects.ts
async function gatherSubjects(taggedResources, { environment, pullRequest }, settings) {
  const ofEnvironment = await taggedResources.find({ Environment: [environment] });
  const host = environmentSubject(environment, ofEnvironment, settings, true);
  if (pullRequest === void 0) return { subject: host };
  const name = `pr-${pullRequest}`;
  const isolated = environmentSubject(name, await taggedResources.find({ Environment: [name] }), settings, false);
  if (isolated.layers.length > 0) return { subject: isolated, environment: host };
  return { subject: sharedSubject(name, environment, ofEnvironment, settings), environment: host };
}
function environmentSubject(name, resources, settings, isLasting) {
  const scope = scopeOf(name, settings);
  const platform = resources.filter(({ tags }) => tags.Layer === "platform");
  const service = resources.filter(({ tags }) => tags.Service === mainService);
  return {
    name,
    layers: [
      ...platform.length > 0 ? [{ layer: "platform", places: computePlaces(platform, scope), isLasting }] : [],
      // A service stands behind the load balancer, and in the zones, of its platform.
      ...service.length > 0 ? [{ layer: "service", places: computePlaces([...platform, ...service], scope), isLasting }] : []
    ]
  };
}
function sharedSubject(name, environment, resources, settings) {
  const own = resources.filter(({ tags }) => tags.Service === name);
  if (own.length === 0) return { name, layers: [] };
  const platform = resources.filter(({ tags }) => tags.Layer === "platform");
  const places = computePlaces([...platform, ...own], scopeOf(environment, settings));
  return { name, layers: [{ layer: "service", places, isLasting: false }] };
}
function scopeOf(environment, { names, region }) {
  return { region, apiName: prefixOf({ environment, names }) };
}

// src/actions/comment/chart-theme.ts
function chartTheme(...colours) {
  return `%%{init: {"themeVariables": {"xyChart": {"plotColorPalette": "${colours.join(", ")}"}}}}%%`;
}
var chartColours = { now: "#0969da", alarming: "#cf222e", beside: "#8c959f" };

export {
  bucketMeans,
  verdictWords,
  amountText,
  valueText,
  targetText,
  changeText,
  samplesText,
  reasonText,
  budgetText,
  sparkline,
  pointsOf,
  windowText,
  chartTheme,
  chartColours,
  gatherSubjects
};
