import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  amountText,
  bucketMeans,
  budgetText,
  changeText,
  chartColours,
  chartTheme,
  gatherSubjects,
  pointsOf,
  reasonText,
  samplesText,
  sparkline,
  targetText,
  valueText,
  verdictWords,
  windowText
} from "./chunks/chunk-GYDQ2XH6.js";
import {
  readNames
} from "./chunks/chunk-P3UTBEAV.js";
import {
  composeComment,
  pullRequestMarker
} from "./chunks/chunk-WENMUMKB.js";
import {
  computeBudget,
  html,
  line,
  linear,
  renderHtml,
  style,
  trust
} from "./chunks/chunk-ONEWL5KM.js";
import {
  answerTo,
  areDisjoint,
  evaluate,
  interquartileRange,
  queriesOf,
  questionsOf,
  unknownLimit,
  wilsonPercent
} from "./chunks/chunk-W5UUIZKY.js";
import "./chunks/chunk-CRPB3X4L.js";
import {
  openMetrics
} from "./chunks/chunk-ESLBEAMM.js";
import {
  publicationDelaySeconds
} from "./chunks/chunk-HT45RTQD.js";
import "./chunks/chunk-ISNOQV6L.js";
import {
  catalogue
} from "./chunks/chunk-DNHKTROV.js";
import "./chunks/chunk-VVCDHVEB.js";
import {
  attempt
} from "./chunks/chunk-OYONWVJN.js";
import {
  escapeText,
  inlineCode,
  link,
  visibleLine
} from "./chunks/chunk-6W7UW3BG.js";
import {
  openTaggedResources
} from "./chunks/chunk-ZMICUTQW.js";
import "./chunks/chunk-XVITBZA2.js";
import "./chunks/chunk-XSWGJYED.js";
import {
  gitHubInJob
} from "./chunks/chunk-VOMR5SH2.js";
import "./chunks/chunk-ZV6SOGBZ.js";
import {
  systemClock
} from "./chunks/chunk-MBAUKM4E.js";
import "./chunks/chunk-VQSP43VP.js";
import "./chunks/chunk-HBTZUIIR.js";
import "./chunks/chunk-77PC44XF.js";
import "./chunks/chunk-VYHRLSD2.js";
import "./chunks/chunk-D2ORXGE3.js";
import "./chunks/chunk-7YUU5ONS.js";
import "./chunks/chunk-PABG3G7K.js";
import "./chunks/chunk-TYMLWU77.js";
import "./chunks/chunk-HXZNQRXD.js";
import "./chunks/chunk-4K63F6NI.js";
import "./chunks/chunk-FQ3EPMCS.js";
import "./chunks/chunk-I3IM6THR.js";
import "./chunks/chunk-4ZZDUD76.js";
import "./chunks/chunk-HJYFICUU.js";
import "./chunks/chunk-NZLX3UOY.js";
import {
  commonInputs,
  commonOutputs
} from "./chunks/chunk-7IFWO4AU.js";
import {
  runAction
} from "./chunks/chunk-PVCV664M.js";
import {
  contract
} from "./chunks/chunk-MBJY2HNV.js";
import {
  failure
} from "./chunks/chunk-BDGJGAS6.js";
import "./chunks/chunk-R5U37ZOC.js";

// src/actions/kpi/main.ts
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

// src/actions/kpi/contract.ts
var kpiContract = contract({
  name: "kpi",
  title: "Opsdeck KPIs",
  about: "Judges the KPIs of an environment or of a pull request's preview against their targets, and compares them with another environment or the time before; marks only what is more than noise.",
  inputs: {
    window: { kind: "duration", about: "How far back is looked: from `10m` to `455d`", default: "1h" },
    compare: {
      kind: "choice",
      choices: ["none", "base", "previous"],
      about: "What it is compared with: nothing; `base`, the service (and platform) of the environment at the same time, for previews; `previous`, the same length of time before",
      default: "previous"
    },
    environment: {
      kind: "text",
      about: "Environment that is judged, or that the preview is compared with",
      default: commonInputs.environment.default
    },
    "pull-request": {
      kind: "number",
      about: "Number of the pull request whose preview is judged (default: the event's)",
      least: 1
    },
    issue: {
      kind: "flag",
      about: 'Keeps the issue "KPI report" of the environment up to date: for a schedule, where there is no pull request',
      default: false
    },
    config: commonInputs.config,
    region: commonInputs.region,
    "github-token": commonInputs["github-token"],
    "comment-author": commonInputs["comment-author"]
  },
  outputs: {
    "has-breach": { about: "`true` if a KPI is on the bad side of its target" },
    worst: { about: "Id of the worst KPI; empty if all are well" },
    "report-path": { about: "Path of the report, one HTML file: for an artifact. Empty if there was nothing to measure" },
    ...commonOutputs
  },
  permissions: { contents: "read", "id-token": "write", "pull-requests": "write", issues: "write" },
  role: "plan",
  triggers: ["schedule", "workflow_call", "workflow_dispatch", "issue_comment"]
});

// src/define/kpi.ts
var kpiGroups = {
  edge: "Edge",
  service: "Service",
  database: "Database",
  cache: "Cache",
  events: "Events",
  api: "API",
  security: "Security",
  operations: "Operations"
};

// src/actions/kpi/compare.ts
var leastComparedPeriods = 10;
var comparisonRule = `A difference is marked only where it is more than noise: the middle halves of the periods do not overlap, with at least ${leastComparedPeriods} periods on both sides; of shares, the 95 % Wilson intervals do not overlap.`;
function compare(now, base, good) {
  if (now.kind !== "value") return { kind: "none", because: `there is too little now: ${now.because}` };
  if (base.kind !== "value") return { kind: "none", because: `there is too little to compare with: ${base.because}` };
  const change = now.value - base.value;
  const lack = lackOf(now, base);
  if (lack !== void 0) return { kind: "none", because: lack };
  if (change === 0 || !isBeyondNoise(now, base)) return { kind: "noise", change };
  return { kind: "differs", change, direction: directionOf(change, good) };
}
function lackOf(now, base) {
  if (now.counts && base.counts) return void 0;
  const fewer = Math.min(now.points.values.length, base.points.values.length);
  return fewer < leastComparedPeriods ? `only ${fewer} of at least ${leastComparedPeriods} periods on one side` : void 0;
}
function isBeyondNoise(now, base) {
  if (now.counts && base.counts)
    return areDisjoint(wilsonPercent(now.counts.part, now.counts.whole), wilsonPercent(base.counts.part, base.counts.whole));
  const [here, there] = [now, base].map(({ points }) => interquartileRange(points.values));
  if (here === void 0 || there === void 0 || !areDisjoint(here, there)) return false;
  return here.low > there.high === now.value > base.value;
}
function directionOf(change, good) {
  if (good === "neither") return "neither";
  return change > 0 === (good === "high") ? "better" : "worse";
}

// src/actions/kpi/judge.ts
function judge(now, target, good) {
  if (now.kind !== "value" || !Number.isFinite(now.value)) return "insufficient-data";
  if (target === void 0 || good === "neither") return "no-target";
  return isBeyond(now.value, target, good) ? "breach" : "met";
}
function isBeyond(value, target, good) {
  return good === "low" ? value > target : value < target;
}
function badnessOf(now, target, good) {
  if (now.kind !== "value" || Number.isNaN(now.value) || target === void 0 || good === "neither") return 0;
  const [part, whole] = good === "low" ? [now.value, target] : [target, now.value];
  if (whole > 0) return Math.max(0, part / whole);
  return part > whole ? Number.POSITIVE_INFINITY : 0;
}

// src/actions/kpi/assess.ts
function assess(now, base) {
  const inBase = new Map((base?.questions ?? []).flatMap(({ kpis }) => kpis.map((question) => [question.id, question])));
  const rows = now.questions.flatMap(
    ({ kpis }) => kpis.map((question) => rowOf(question, evaluateQuestion(question, now.answers), baseOf(inBase.get(question.id), base)))
  );
  return { rows: worstFirst(rows), budgets: now.questions.flatMap(({ slos }) => budgetsOf(slos, now.answers)) };
}
function baseOf(question, base) {
  if (base === void 0) return void 0;
  return question ? evaluateQuestion(question, base.answers) : { kind: "unavailable", because: "it is not measured there" };
}
function evaluateQuestion({ measure: measure2, inputs, missing }, answers) {
  if (measure2 === void 0) return { kind: "unavailable", because: `nothing was found with a name for: ${missing.join(", ")}` };
  const series = {};
  for (const name in inputs) {
    const query = inputs[name];
    if (query) series[name] = answerTo(query, answers);
  }
  return evaluate(measure2, series);
}
function rowOf(question, now, base) {
  const { id, kpi, label } = question;
  const target = typeof kpi.target === "number" ? kpi.target : void 0;
  return {
    id,
    kpi,
    title: label === void 0 ? kpi.title : `${kpi.title} (${label})`,
    now,
    ...base && { base, comparison: compare(now, base, kpi.good) },
    ...target !== void 0 && { target },
    isTargetUnknown: unknownLimit(kpi) !== void 0,
    verdict: judge(now, target, kpi.good),
    badness: badnessOf(now, target, kpi.good)
  };
}
function budgetsOf(slos, answers) {
  return slos.map(({ slo, bad, all }) => computeBudget(slo, answerTo(bad, answers), answerTo(all, answers)));
}
function worstFirst(rows) {
  return rows.map((row) => ({ row, rank: rankOf(row) })).sort((one, other) => {
    const byRank = one.rank - other.rank;
    return byRank !== 0 || one.row.badness === other.row.badness ? byRank : other.row.badness - one.row.badness;
  }).map(({ row }) => row);
}
function rankOf({ verdict, comparison }) {
  const isWorse = comparison?.kind === "differs" && comparison.direction === "worse";
  if (verdict === "breach") return isWorse ? 0 : 1;
  return isWorse ? 2 : { "insufficient-data": 3, met: 4, "no-target": 5 }[verdict];
}
function groupRows(rows) {
  const groups = /* @__PURE__ */ new Map();
  for (const row of rows) {
    const known = groups.get(row.kpi.group);
    if (known) known.push(row);
    else groups.set(row.kpi.group, [row]);
  }
  return [...groups].map(([group, inGroup]) => ({ group, title: kpiGroups[group], rows: inGroup }));
}
function worstOf({ rows: [first] }) {
  return first !== void 0 && rankOf(first) <= 2 ? first : void 0;
}
function countOf({ rows }, verdict) {
  return rows.filter((row) => row.verdict === verdict).length;
}

// src/actions/kpi/render/headline.ts
function renderTitle({ assessment }) {
  const { rows } = assessment;
  const [breaches, unknown, met] = ["breach", "insufficient-data", "met"].map(
    (verdict) => countOf(assessment, verdict)
  );
  const worse = rows.filter(({ comparison }) => comparison?.kind === "differs" && comparison.direction === "worse").length;
  const parts = [
    breaches ? `${breaches} in breach` : "",
    worse ? `${worse} worse` : "",
    unknown ? `${unknown} without enough data` : "",
    met ? `${met} met` : ""
  ].filter(Boolean);
  return parts.length === 0 ? "nothing to judge" : parts.join(", ");
}
function renderMessage(report) {
  const worst = worstOf(report.assessment);
  const title = `KPIs of ${inlineCode(report.subject)}: ${renderTitle(report)}.`;
  return worst ? `${title} ${renderWorst(worst)}` : title;
}
function renderWorst(row) {
  const { kpi, title, now, target, verdict, comparison } = row;
  const beside = target === void 0 ? "" : ` (target ${escapeText(targetText(row))})`;
  const changed = comparison?.kind === "differs" ? `, ${escapeText(changeText(row))}` : "";
  const runbook = verdict === "breach" ? ` Runbook: ${inlineCode(kpi.runbook)}.` : "";
  return `Worst: **${escapeText(title)}** is ${escapeText(valueText(now, kpi.unit))}${beside}${changed}.${runbook}`;
}
function renderHeadline(report) {
  const { subject, window, base, runUrl, assessment } = report;
  const worst = worstOf(assessment);
  const budgets = assessment.budgets.map((budget) => escapeText(budgetText(budget)));
  const compared = base ? `, compared with ${inlineCode(base.name)}${renderBaseWindow(report)}` : "";
  return [
    ...worst ? [renderWorst(worst)] : [],
    ...budgets.length > 0 ? [`Error budget of the window: ${budgets.join(" · ")}.`] : [],
    `${inlineCode(subject)}, ${windowText(window)}${compared}: ${link("run", runUrl)}.`
  ].join("\n\n");
}
function renderBaseWindow({ window, base }) {
  return base === void 0 || base.window.to.getTime() === window.to.getTime() ? "" : ` (${windowText(base.window)})`;
}
function renderLegend({ base }) {
  const samples = "Samples: periods with data, and of how many values.";
  return `<sub>${samples}${base ? ` ${escapeText(comparisonRule)}` : ""}</sub>`;
}

// src/actions/kpi/outputs.ts
function kpiOutputs(outcome) {
  if (outcome.kind === "absent") {
    const message = `Nothing of ${inlineCode(outcome.subject)} is up: there is nothing to measure.`;
    return { "has-breach": false, worst: "", message };
  }
  const { report } = outcome;
  return {
    "has-breach": countOf(report.assessment, "breach") > 0,
    worst: worstOf(report.assessment)?.id ?? "",
    message: renderMessage(report)
  };
}

// src/actions/kpi/render/chart.ts
var size = { width: 480, height: 180 };
var margin = { top: 12, right: 12, bottom: 26, left: 72 };
var inner = {
  left: margin.left,
  right: size.width - margin.right,
  top: margin.top,
  bottom: size.height - margin.bottom
};
var chartParts = 48;
function renderChart(row, { window, base }) {
  const now = bucketMeans(pointsOf(row.now), window, chartParts);
  const other = base ? bucketMeans(pointsOf(row.base), base.window, chartParts) : [];
  const known = [...now, ...other].flatMap((value) => value ?? []);
  if (known.length === 0) return void 0;
  const y = linear([Math.min(0, ...known), Math.max(row.target ?? 0, ...known) || 1], [inner.bottom, inner.top]).nice(4);
  const x = linear([0, chartParts - 1], [inner.left, inner.right]);
  const path = line().defined((value) => value !== void 0).x((_, index) => x(index)).y((value) => y(value ?? 0)).digits(1);
  const draw = (values, kind) => html`<path class="${kind}" d="${path([...values]) ?? ""}" />`;
  return html`<svg viewBox="0 0 ${size.width} ${size.height}" role="img" aria-label="${describe(row)}">
${y.ticks(4).map((tick) => renderTick(tick, y(tick), row))}
${renderTimes(window)}
${row.target === void 0 ? void 0 : html`<line class="target" x1="${inner.left}" x2="${inner.right}" y1="${y(row.target)}" y2="${y(row.target)}" />`}
${base && draw(other, "base")}
${draw(now, "now")}
</svg>`;
}
function renderTick(tick, y, { kpi: { unit } }) {
  return html`<line class="grid" x1="${inner.left}" x2="${inner.right}" y1="${y}" y2="${y}" />
<text x="${inner.left - 6}" y="${y + 4}" text-anchor="end">${amountText(tick, unit)}</text>`;
}
function renderTimes({ from, to }) {
  const at = (date) => date.toISOString().slice(11, 16);
  const y = size.height - 8;
  return html`<text x="${inner.left}" y="${y}">${at(from)}</text>
<text x="${inner.right}" y="${y}" text-anchor="end">${at(to)} UTC</text>`;
}
function describe(row) {
  const { title, now, base, kpi } = row;
  const compared = base ? `, base ${valueText(base, kpi.unit)}` : "";
  return `${title}: now ${valueText(now, kpi.unit)}${compared}, target ${targetText(row)}. The values are in the table below.`;
}
function renderChartTable(row, { window, base }) {
  const parts = 12;
  const now = bucketMeans(pointsOf(row.now), window, parts);
  const other = base && bucketMeans(pointsOf(row.base), base.window, parts);
  const width = (window.to.getTime() - window.from.getTime()) / parts;
  const cell = (value) => value === void 0 ? "no data" : amountText(value, row.kpi.unit);
  const rows = now.map((value, index) => {
    const start = new Date(window.from.getTime() + index * width).toISOString();
    const second = other && html`<td>${cell(other[index])}</td>`;
    return html`<tr><th scope="row">${start.slice(5, 16).replace("T", " ")}</th><td>${cell(value)}</td>${second}</tr>`;
  });
  return html`<details><summary>Values of ${row.title}</summary><table>
<thead><tr><th scope="col">from (UTC)</th><th scope="col">now</th>${base && html`<th scope="col">base</th>`}</tr></thead>
<tbody>${rows}</tbody></table></details>`;
}

// src/actions/kpi/render/document.ts
function renderDocument(report) {
  const { subject, window, base, assessment } = report;
  const title = `KPIs of ${subject}: ${renderTitle(report)}`;
  const groups = groupRows(assessment.rows);
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>${trust(style)}</style>
</head>
<body>
<header>
<h1>${title}</h1>
<p>${windowText(window)}${base && html`; compared with ${base.name}, ${windowText(base.window)}`}</p>
${assessment.budgets.map((budget) => html`<p>Error budget of the window. ${budgetText(budget)}</p>`)}
</header>
<main>
${groups.map((group) => renderGroup(group, report))}
<p class="soft">Samples: periods with data, and of how many values. ${base && comparisonRule}</p>
</main>
</body>
</html>
`;
  return renderHtml(page);
}
function renderGroup({ group, title, rows }, report) {
  const id = `group-${group}`;
  const heads = ["KPI", "verdict", "now", ...report.base ? ["base", "change"] : [], "target", "samples"];
  return html`<section aria-labelledby="${id}">
<h2 id="${id}">${title}</h2>
<div class="scroll" role="region" aria-labelledby="${id}" tabindex="0"><table>
<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows.map((row) => renderRow(row, report))}</tbody>
</table></div>
<div class="charts">${rows.flatMap((row) => renderFigure(row, report))}</div>
</section>
`;
}
function renderRow(row, { base }) {
  const { kpi, title, now, verdict, comparison } = row;
  const reason = reasonText(row);
  const direction = comparison?.kind === "differs" ? comparison.direction : "";
  return html`<tr>
<th scope="row">${title}${kpi.alarm ? void 0 : html`<div class="soft">${kpi.about}</div>`}</th>
<td><span class="${verdict}">${verdictWords[verdict]}</span>${verdict === "breach" ? html`<div class="soft">runbook ${kpi.runbook}</div>` : void 0}
${reason === "" ? void 0 : html`<div class="soft">${reason}</div>`}</td>
<td class="number">${valueText(now, kpi.unit)}${now.kind === "value" && now.how ? html`<div class="soft">${now.how}</div>` : void 0}</td>
${base && html`<td class="number">${valueText(row.base, kpi.unit)}</td><td class="number ${direction}">${changeText(row)}</td>`}
<td class="number">${targetText(row)}</td>
<td class="number">${samplesText(now)}${row.base && html`<div class="soft">base ${samplesText(row.base)}</div>`}</td>
</tr>
`;
}
function renderFigure(row, report) {
  const chart = renderChart(row, report);
  if (chart === void 0) return [];
  const legend = report.base ? "solid: now, dotted: base" : "solid: now";
  const target = row.target === void 0 ? "" : ", dashed: target";
  return [
    html`<figure><figcaption>${row.title} <span class="soft">(${legend}${target})</span></figcaption>
${chart}
${renderChartTable(row, report)}</figure>
`
  ];
}

// src/actions/kpi/render/mermaid.ts
var partCounts = [24, 12, 6];
var largest = 1e15;
function renderMermaid(row, { window, base }) {
  const now = wholeSeries(pointsOf(row.now), window);
  if (now === void 0) return void 0;
  const other = base && wholeSeries(pointsOf(row.base), base.window);
  const lines = [now, ...other ? [other] : []];
  const highest = Math.max(...lines.flat(), row.target ?? 0);
  const lowest = Math.min(0, ...lines.flat());
  const minutes = Math.round((window.to.getTime() - window.from.getTime()) / 6e4);
  return [
    "```mermaid",
    chartTheme(chartColours.now, chartColours.beside),
    "xychart-beta",
    `  title "${quotable(row.title)}${other ? ": now, and base" : ""}"`,
    `  x-axis "minutes" 0 --> ${minutes}`,
    `  y-axis "${row.kpi.unit}" ${digits(lowest)} --> ${digits(Math.max(highest * 1.1, lowest + 1e-3))}`,
    ...lines.map((values) => `  line [${values.map(digits).join(", ")}]`),
    "```"
  ].join("\n");
}
function wholeSeries(points, window) {
  for (const count of partCounts) {
    const means = bucketMeans(points, window, count).flatMap((value) => value ?? []);
    if (means.length === count && means.every((value) => Math.abs(value) <= largest)) return means;
  }
  return void 0;
}
function digits(value) {
  return value.toFixed(Math.abs(value) >= 100 ? 0 : 4).replace(/(\.\d*?)0+$/, "$1").replace(/\.$/, "");
}
function quotable(text) {
  return text.replace(/[^\p{L}\p{N} ,.()%-]/gu, " ");
}

// src/actions/kpi/render/table.ts
var longestReason = 160;
function renderRow2(row, { window, base }) {
  const { kpi, title, now, verdict } = row;
  const reason = reasonText(row);
  const runbook = verdict === "breach" ? `<br>${inlineCode(kpi.runbook)}` : "";
  const why = reason === "" ? "" : `<br>${escapeText(shortened(reason))}`;
  const how = now.kind === "value" && now.how ? `<br>${now.how}` : "";
  const cells = [
    `**${escapeText(title)}**<br>${verdictWords[verdict]}${runbook}${why}`,
    `${escapeText(valueText(now, kpi.unit))}${how}`,
    ...base ? [escapeText(valueText(row.base, kpi.unit)), escapeText(changeText(row))] : [],
    escapeText(targetText(row)),
    sparkline(pointsOf(now), window) || "–",
    escapeText(row.base ? `${samplesText(now)} / ${samplesText(row.base)}` : samplesText(now))
  ];
  return `| ${cells.join(" | ")} |`;
}
function shortened(reason) {
  const line2 = visibleLine(reason);
  return line2.length <= longestReason ? line2 : `${[...line2].slice(0, longestReason).join("")} ...`;
}
function renderHead({ base }) {
  const heads = ["KPI", "now", ...base ? ["base", "change"] : [], "target", "trend", "samples"];
  return [heads, heads.map((_, index) => index === 0 ? "---" : "---:")].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
function renderGroup2(title, lines, report) {
  return [`#### ${title}`, "", renderHead(report), ...lines].join("\n");
}

// src/actions/kpi/render/section.ts
var sectionBudget = 8e3;
var groupRoom = 250;
var noteRoom = 120;
var chartCount = 2;
function renderSection(report, budget = sectionBudget) {
  const head = [`### KPIs: ${renderTitle(report)}`, renderHeadline(report)].join("\n\n");
  const legend = renderLegend(report);
  const charts = renderCharts(report);
  const lines = fittingLines(report, budget - head.length - legend.length - charts.length - noteRoom);
  const omitted = report.assessment.rows.length - lines.size;
  const note = omitted === 0 ? "" : `*${omitted} omitted: they are in the summary of the run, and in its report.*`;
  return [head, ...renderGroups(lines, report), note, charts, legend].filter(Boolean).join("\n\n");
}
function fittingLines(report, room) {
  const lines = /* @__PURE__ */ new Map();
  const groups = /* @__PURE__ */ new Set();
  let left = room;
  for (const row of report.assessment.rows) {
    const line2 = renderRow2(row, report);
    left -= line2.length + 1 + (groups.has(row.kpi.group) ? 0 : groupRoom);
    if (left < 0) break;
    groups.add(row.kpi.group);
    lines.set(row, line2);
  }
  return lines;
}
function renderGroups(lines, report) {
  return groupRows([...lines.keys()]).map(
    ({ title, rows }) => renderGroup2(
      title,
      rows.map((row) => lines.get(row) ?? ""),
      report
    )
  );
}
function renderCharts(report) {
  const drawn = headlineRows(report).flatMap((row) => renderMermaid(row, report) ?? []);
  if (drawn.length === 0) return "";
  return ["<details><summary>Course of the headline KPIs</summary>", ...drawn, "</details>"].join("\n\n");
}
function headlineRows({ assessment }) {
  return assessment.rows.filter(({ now, verdict }) => verdict !== "insufficient-data" && pointsOf(now).values.length > 0).slice(0, chartCount);
}
function renderSummary(report) {
  return [
    `## KPIs: ${renderTitle(report)}`,
    renderHeadline(report),
    ...renderGroups(new Map(report.assessment.rows.map((row) => [row, renderRow2(row, report)])), report),
    renderLegend(report)
  ].join("\n\n");
}

// src/actions/kpi/run.ts
async function runKpi(world, request) {
  refuseSenseless(request);
  const window = windowBefore(world.clock.now(), request.windowSeconds);
  const { subject, environment } = await gatherSubjects(world.taggedResources, request, world.settings);
  if (subject.layers.length === 0) return { kind: "absent", subject: subject.name };
  const { now, base } = await measure(world, subject, baseOf2(request, { subject, environment, window }), window);
  const report = {
    subject: subject.name,
    window,
    ...base && { base: { name: base.name, window: base.window } },
    runUrl: world.settings.runUrl,
    assessment: assess(now, base?.asked)
  };
  await tell(world, request, report);
  return { kind: "measured", report };
}
var shortestSeconds = 600;
var longestSeconds = 455 * 86400;
function refuseSenseless({ windowSeconds, compare: compare2, pullRequest }) {
  const reach = compare2 === "previous" ? 2 * windowSeconds : windowSeconds;
  if (windowSeconds < shortestSeconds || reach > longestSeconds) {
    throw failure({
      code: "kpi/window",
      what: "The window is shorter than ten minutes, or reaches further back than the 455 days for which CloudWatch keeps data.",
      next: "Choose another window; what is compared with the time before needs twice its length."
    });
  }
  if (compare2 === "base" && pullRequest === void 0) {
    throw failure({
      code: "kpi/nothing-to-compare",
      what: "An environment has no base to be compared with.",
      next: "Name a pull request, or compare with the time before: `compare: previous`."
    });
  }
}
function windowBefore(now, seconds) {
  const toMs = Math.floor(now.getTime() / 6e4) * 6e4 - publicationDelaySeconds * 1e3;
  return { from: new Date(toMs - seconds * 1e3), to: new Date(toMs) };
}
function baseOf2({ compare: compare2 }, { subject, environment, window }) {
  switch (compare2) {
    case "none":
      return void 0;
    case "base":
      return environment && { name: environment.name, subject: environment, window };
    case "previous": {
      const lengthMs = window.to.getTime() - window.from.getTime();
      const before = { from: new Date(window.from.getTime() - lengthMs), to: window.from };
      return { name: "the time before", subject, window: before };
    }
    default:
      return compare2;
  }
}
async function measure(world, subject, base, window) {
  const questions = layerQuestions(world, subject);
  if (base === void 0) return { now: await ask(world, [questions], window) };
  const ofBase = layerQuestions(world, base.subject);
  if (base.window === window) {
    const both = await ask(world, [questions, ofBase], window);
    const of = (asked) => ({ questions: asked, answers: both.answers });
    return { now: of(questions), base: { ...base, asked: of(ofBase) } };
  }
  const [now, before] = await Promise.all([ask(world, [questions], window), ask(world, [ofBase], base.window)]);
  return { now, base: { ...base, asked: before } };
}
function layerQuestions({ catalogue: catalogue2 }, { layers }) {
  const all = layers.map((layer) => questionsOf(catalogue2, layer));
  if (layers.some(({ layer }) => layer === "service")) return all;
  return all.map(({ kpis, slos }) => ({ kpis: kpis.filter(({ missing }) => missing.length === 0), slos }));
}
async function ask({ metrics }, groups, window) {
  const questions = groups.flat();
  return { questions, answers: await metrics.read(queriesOf(questions), window) };
}
async function tell(world, { pullRequest, keepsIssue, environment }, report) {
  if (pullRequest !== void 0) {
    await attempt(
      world,
      `write the comment of #${pullRequest}`,
      () => world.comments.revise(
        pullRequest,
        pullRequestMarker,
        (current) => composeComment(current, { kpis: renderSection(report) })
      )
    );
  } else if (keepsIssue) {
    await attempt(
      world,
      "write the issue",
      () => world.issues.upsertOpen({
        marker: `kpi/${environment}`,
        title: `KPI report: ${environment}`,
        body: renderSection(report, issueBudget),
        labels: ["kpi"]
      })
    );
  }
}
var issueBudget = 6e4;

// src/actions/kpi/main.ts
await runAction(kpiContract, async ({ inputs, context, env, progress, setOutput, addSummary }) => {
  const { region, environment, compare: compare2 } = inputs;
  const client = { region, ...env.AWS_ENDPOINT_URL && { endpoint: env.AWS_ENDPOINT_URL } };
  const pullRequest = inputs["pull-request"] ?? context.event.pullRequest?.number;
  const world = {
    ...gitHubInJob(inputs, context, progress),
    metrics: openMetrics(client, systemClock),
    taggedResources: openTaggedResources(client),
    clock: systemClock,
    progress,
    catalogue,
    settings: { names: await readNames(inputs.config, progress), region, runUrl: context.runUrl }
  };
  const request = { environment, compare: compare2, windowSeconds: inputs.window, keepsIssue: inputs.issue };
  const outcome = await runKpi(world, { ...request, ...pullRequest !== void 0 && { pullRequest } });
  for (const [name, value] of Object.entries(kpiOutputs(outcome))) setOutput(name, value);
  if (outcome.kind === "absent") return;
  await addSummary(renderSummary(outcome.report));
  const path = join(await mkdtemp(join(env.RUNNER_TEMP ?? tmpdir(), "kpi-")), "kpi-report.html");
  await writeFile(path, renderDocument(outcome.report));
  setOutput("report-path", path);
});
