// The upper part of the report: how it went, what was real and what was emulated, what took how long, which pull requests there are.
import { computeBars, renderBar } from './bars.ts';
import type { Fact, ReportData, Result } from './data.ts';
import { type Html, html } from './html.ts';
import { renderInstant, seconds } from './instants.ts';
import { finalStateMarks, renderBadge, renderName } from './marks.ts';
import { storyId } from './timeline.ts';

export function renderHead({ title, result, startedAtMs, endedAtMs, pullRequests }: ReportData): Html {
  const badge =
    result.kind === 'ok'
      ? renderBadge({ symbol: 'check', word: 'All as expected', tone: 'good' })
      : renderBadge({ symbol: 'cross', word: 'Failed', tone: 'bad' });
  return html`<header class="head">
<p class="eyebrow">Opsdeck rehearsal</p>
<h1><bdi>${title}</bdi></h1>
<p class="head-facts">${badge} <span>${pullRequests.length} pull request${pullRequests.length !== 1 && 's'}
in <strong>${seconds((endedAtMs - startedAtMs) / 1000)}</strong></span> <span class="aside">${renderInstant(startedAtMs)}</span></p>
</header>
`;
}

export function renderFailure(result: Result): Html | undefined {
  if (result.kind === 'ok') return undefined;
  const details = result.details ?? [];
  return html`<section class="failure" aria-labelledby="failure">
<h2 id="failure">What failed</h2>
<p class="message">${result.message}</p>
${details.length > 0 && html`<pre><code>${details.join('\n')}</code></pre>`}
${result.next && html`<p><strong>Next:</strong> ${result.next}</p>`}
</section>
`;
}

export function renderFacts(facts: readonly Fact[]): Html {
  const names = (nature: Fact['nature']) =>
    facts
      .filter((fact) => fact.nature === nature)
      .map(({ name }) => name)
      .join(', ');
  const list = (nature: Fact['nature']): readonly Html[] =>
    facts
      .filter((fact) => fact.nature === nature)
      .map(
        ({ name, value }) => html`<div><dt>${name}</dt><dd>${value}</dd></div>
`,
      );
  return html`<section class="facts" aria-labelledby="facts">
<h2 id="facts">This is a rehearsal</h2>
<p>What a person would have seen is shown as it was written. What stood behind it was partly emulated, on one machine.</p>
<p class="natures"><span class="tag emulated">Emulated</span> ${names('emulated')}</p>
<p class="natures"><span class="tag real">Real</span> ${names('real')}</p>
<details><summary>By what, and in which version</summary>
<div class="columns">
<div><h3><span class="tag emulated">Emulated</span></h3><dl>${list('emulated')}</dl></div>
<div><h3><span class="tag real">Real</span></h3><dl>${list('real')}</dl></div>
</div>
</details>
</section>
`;
}

export function renderTimings({ timings, startedAtMs, endedAtMs, result }: ReportData): Html | undefined {
  if (timings.length === 0) return undefined;
  const bars = computeBars(timings, 'after', (endedAtMs - startedAtMs) / 1000);
  const rows = timings.map(({ title, seconds: taken, seen }, index) => {
    return html`<li><div class="row"><span class="row-name">${title}</span>${renderBar(bars[index], 'busy')}<span class="row-time"
>${seconds(taken)}</span></div><p class="seen">${seen}</p></li>
`;
  });
  return html`<section class="timings" aria-labelledby="timings">
<h2 id="timings">What took how long</h2>
<ol class="rows">${rows}</ol>
${result.kind === 'failed' && html`<p class="aside">The step that failed is not among them.</p>`}
</section>
`;
}

export function renderContents({ pullRequests }: ReportData): Html | undefined {
  if (pullRequests.length === 0) return undefined;
  const links = pullRequests.map((story) => {
    return html`<li>${renderBadge(finalStateMarks[story.finalState])}<div><a href="#${storyId(story)}"><bdi>${story.title}</bdi></a>
<span class="number">#${story.number}</span><p class="aside">${story.about ?? html`by ${renderName(story.author)}`}</p></div></li>
`;
  });
  return html`<nav class="contents" aria-labelledby="contents">
<h2 id="contents">Pull requests</h2>
<ol>${links}</ol>
</nav>
`;
}
