// The whole report as one page of HTML that needs nothing else: no script, no font, no picture from elsewhere.
import { groupRows, type KpiGroupRows, type KpiRow } from '../assess.ts';
import { comparisonRule } from '../compare.ts';
import { budgetText, changeText, reasonText, samplesText, targetText, valueText, verdictWords, windowText } from '../words.ts';
import { renderChart, renderChartTable } from './chart.ts';
import { renderTitle } from './headline.ts';
import { type Html, html, renderHtml, trust } from './markup.ts';
import type { KpiReport } from './report-facts.ts';
import { style } from './style.ts';

export function renderDocument(report: KpiReport): string {
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

function renderGroup({ group, title, rows }: KpiGroupRows, report: KpiReport): Html {
  const id = `group-${group}`;
  const heads = ['KPI', 'verdict', 'now', ...(report.base ? ['base', 'change'] : []), 'target', 'samples'];
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

function renderRow(row: KpiRow, { base }: KpiReport): Html {
  const { kpi, title, now, verdict, comparison } = row;
  const reason = reasonText(row);
  const direction = comparison?.kind === 'differs' ? comparison.direction : '';
  // Of a KPI with an alarm, `about` says what is bad when that rings: it would contradict a good verdict.
  return html`<tr>
<th scope="row">${title}${kpi.alarm ? undefined : html`<div class="soft">${kpi.about}</div>`}</th>
<td><span class="${verdict}">${verdictWords[verdict]}</span>${verdict === 'breach' ? html`<div class="soft">runbook ${kpi.runbook}</div>` : undefined}
${reason === '' ? undefined : html`<div class="soft">${reason}</div>`}</td>
<td class="number">${valueText(now, kpi.unit)}${now.kind === 'value' && now.how ? html`<div class="soft">${now.how}</div>` : undefined}</td>
${base && html`<td class="number">${valueText(row.base, kpi.unit)}</td><td class="number ${direction}">${changeText(row)}</td>`}
<td class="number">${targetText(row)}</td>
<td class="number">${samplesText(now)}${row.base && html`<div class="soft">base ${samplesText(row.base)}</div>`}</td>
</tr>
`;
}

function renderFigure(row: KpiRow, report: KpiReport): readonly Html[] {
  const chart = renderChart(row, report);
  if (chart === undefined) return [];
  const legend = report.base ? 'solid: now, dotted: base' : 'solid: now';
  const target = row.target === undefined ? '' : ', dashed: target';
  return [
    html`<figure><figcaption>${row.title} <span class="soft">(${legend}${target})</span></figcaption>
${chart}
${renderChartTable(row, report)}</figure>
`,
  ];
}
