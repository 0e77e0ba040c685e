// The whole report as one page of HTML that needs nothing else: no script, no font, no picture from elsewhere.
import { type Html, html, renderHtml, trust } from '../../../kpi/render/markup.ts';
import type { ReportFacts } from '../facts.ts';
import { becauseText, caveats, computeState, paceNote, subjectText } from '../headline.ts';
import { dateText } from '../instants.ts';
import { nextSteps } from '../next-steps.ts';
import { computeSections } from '../sections/index.ts';
import { renderChart } from './chart.ts';
import { style } from './style.ts';
import { renderLink, renderSection, shortened } from './tables.ts';
import { renderTimeline } from './timeline.ts';

/** Of steps and findings. */
const mostItems = 100;

export function renderDocument(facts: ReportFacts): string {
  const state = computeState(facts);
  const subject = shortened(subjectText(facts.gameDay), 300);
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Game day: ${subject}: ${state.words}</title>
<style>${trust(style)}</style>
</head>
<body>
${renderHeader(facts, state.tone, `${state.words}: ${subject}`)}
<main>
${renderList('next', 'What to do next', nextSteps(facts))}
${renderList('findings', 'Findings', facts.gameDay.findings, 'A finding is closed only by playing the drill again.')}
${renderTimeline(facts)}
${computeSections(facts).map((section) => renderSection(section, section.id === 'hypothesis' ? renderCharts(facts) : undefined))}
</main>
</body>
</html>
`;
  return renderHtml(page);
}

function renderHeader(facts: ReportFacts, tone: string, title: string): Html {
  const note = paceNote(facts.gameDay);
  return html`<header class="${tone}">
<h1>${title}</h1>
${note && html`<p class="rehearsed">${note}</p>`}
<p class="why">${shortened(becauseText(facts))}</p>
${caveats(facts).map((caveat) => html`<p>${shortened(caveat)}</p>`)}
<dl class="facts">${factsOf(facts).map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
</header>`;
}

function factsOf({ gameDay, drill }: ReportFacts): readonly (readonly [string, string | Html])[] {
  const { id, by, startedAt, endedAt, runUrl, experiment } = gameDay;
  return [
    ['Drill', drill.title],
    ['Started', dateText(startedAt)],
    ['Ended', endedAt === undefined ? 'not yet' : dateText(endedAt)],
    ['By', shortened(by, 200)],
    ['Run', renderLink(`run ${gameDay.run.runId}`, runUrl)],
    ['Experiment', shortened(experiment?.id ?? 'none', 200)],
    ['Game day', shortened(id, 200)],
  ];
}

function renderList(id: string, title: string, texts: readonly string[], note?: string): Html | undefined {
  if (texts.length === 0) return undefined;
  return html`<section aria-labelledby="${id}">
<h2 id="${id}">${title}</h2>
<ul>${texts.slice(0, mostItems).map((text) => html`<li>${shortened(text)}</li>`)}</ul>
${note && html`<p class="soft">${note}</p>`}
</section>
`;
}

function renderCharts(facts: ReportFacts): Html | undefined {
  const charts = facts.gameDay.kpis.slice(0, mostItems).flatMap((outcome, index) => renderChart(outcome, facts, index) ?? []);
  if (charts.length === 0) return undefined;
  return html`<p class="soft">Dashed: what is tolerated. Shaded: while the experiment ran. ❗ An alarm rang.</p>
<div class="charts">${charts}</div>`;
}
