// What workflows did: runs with their jobs and steps as bars, checks, and step summaries.
import { computeBars, renderBar } from '../bars.ts';
import type { Conclusion, EntryOf, RunStep } from '../data.ts';
import { type Html, html } from '../html.ts';
import { seconds } from '../instants.ts';
import { renderMarkdown } from '../markdown.ts';
import { conclusionMarks, renderSymbol } from '../marks.ts';
import { renderSha } from './conversation.ts';
import { type EntryContext, renderCard, renderDot } from './frame.ts';

export function renderRun(run: EntryOf<'run'>, context: EntryContext): Html {
  const mark = conclusionMarks[run.conclusion];
  const bars = computeBars(run.jobs, 'beginning', run.seconds);
  const jobs = run.jobs.map((job, index) => {
    const from = job.startSeconds ?? 0;
    const steps = job.steps.length === 0 ? undefined : renderSteps(job.steps, from, run.seconds);
    return html`<li class="job">${renderRow(job, bars[index])}${steps}</li>
`;
  });
  return renderCard(
    {
      sign: renderDot({ ...mark, symbol: 'play' }),
      title: html`Workflow <strong><bdi>${run.workflow}</bdi></strong> ${mark.word}
<span class="aside">on <code>${run.event}</code>, ${seconds(run.seconds)}</span>`,
      atMs: run.atMs,
      body: html`<ol class="rows">${jobs}</ol>
`,
      fold: run.conclusion === 'failure' || run.conclusion === 'timed_out' ? 'open' : 'closed',
    },
    context,
  );
}

/** On the same axis as the jobs: what waited for what can be seen. */
function renderSteps(steps: readonly RunStep[], fromSeconds: number, wholeSeconds: number): Html {
  const [first, ...others] = steps;
  const spans = first ? [{ ...first, startSeconds: fromSeconds }, ...others] : [];
  const bars = computeBars(spans, 'after', wholeSeconds);
  const rows = steps.map(
    (step, index) => html`<li>${renderRow(step, bars[index])}</li>
`,
  );
  return html`<ol class="rows steps">${rows}</ol>`;
}

interface Row {
  readonly name: string;
  readonly conclusion: Conclusion;
  readonly seconds: number;
  readonly standIn?: string;
}

function renderRow(
  { name, conclusion, seconds: taken, standIn }: Row,
  bar: ReturnType<typeof computeBars>[number] | undefined,
): Html {
  const { symbol, tone, word } = conclusionMarks[conclusion];
  const aside = standIn ? html`<span class="stand-in">stand-in: ${standIn}</span>` : undefined;
  const hasRun = conclusion !== 'skipped';
  return html`<div class="row"><span class="row-name"><span class="tone-${tone} mark" role="img" aria-label="${word}" title="${word}"
>${renderSymbol(symbol)}</span> <bdi>${name}</bdi>${aside}</span>${renderBar(hasRun ? bar : undefined, tone)}<span class="row-time">${
    hasRun ? seconds(taken) : 'skipped'
  }</span></div>`;
}

export function renderCheck(check: EntryOf<'check'>, context: EntryContext): Html {
  const { atMs, name, conclusion, title, summary, sha } = check;
  const mark = conclusionMarks[conclusion];
  return renderCard(
    {
      sign: renderDot(mark),
      title: html`Check <strong><bdi>${name}</bdi></strong> ${mark.word} <span class="aside">for ${renderSha(sha)}</span>
<span class="subtitle">${title}</span>`,
      atMs,
      body: renderMarkdown(summary, context),
      fold: 'closed',
    },
    context,
  );
}

export function renderStepSummary({ atMs, job, markdown }: EntryOf<'summary'>, context: EntryContext): Html {
  const title = html`Summary of the job <strong><bdi>${job}</bdi></strong>`;
  const body = renderMarkdown(markdown, context);
  return renderCard({ sign: renderDot({ symbol: 'page', tone: 'idle' }), title, atMs, body, fold: 'closed' }, context);
}
