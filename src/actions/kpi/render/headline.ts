// The report in one line, and in a few.
import { escapeText, inlineCode, link } from '../../comment/text.ts';
import { countOf, type KpiRow, worstOf } from '../assess.ts';
import { comparisonRule } from '../compare.ts';
import { budgetText, changeText, targetText, valueText, windowText } from '../words.ts';
import type { KpiReport } from './report-facts.ts';

/** `1 breach, 2 without enough data`: plain text. */
export function renderTitle({ assessment }: KpiReport): string {
  const { rows } = assessment;
  const [breaches, unknown, met] = (['breach', 'insufficient-data', 'met'] as const).map((verdict) =>
    countOf(assessment, verdict),
  );
  const worse = rows.filter(({ comparison }) => comparison?.kind === 'differs' && comparison.direction === 'worse').length;
  const parts = [
    breaches ? `${breaches} in breach` : '',
    worse ? `${worse} worse` : '',
    unknown ? `${unknown} without enough data` : '',
    met ? `${met} met` : '',
  ].filter(Boolean);
  return parts.length === 0 ? 'nothing to judge' : parts.join(', ');
}

/** One line of Markdown. */
export function renderMessage(report: KpiReport): string {
  const worst = worstOf(report.assessment);
  const title = `KPIs of ${inlineCode(report.subject)}: ${renderTitle(report)}.`;
  return worst ? `${title} ${renderWorst(worst)}` : title;
}

function renderWorst(row: KpiRow): string {
  const { kpi, title, now, target, verdict, comparison } = row;
  const beside = target === undefined ? '' : ` (target ${escapeText(targetText(row))})`;
  const changed = comparison?.kind === 'differs' ? `, ${escapeText(changeText(row))}` : '';
  const runbook = verdict === 'breach' ? ` Runbook: ${inlineCode(kpi.runbook)}.` : '';
  return `Worst: **${escapeText(title)}** is ${escapeText(valueText(now, kpi.unit))}${beside}${changed}.${runbook}`;
}

/** Lines of Markdown: the worst, the budgets, what was measured when. */
export function renderHeadline(report: KpiReport): string {
  const { subject, window, base, runUrl, assessment } = report;
  const worst = worstOf(assessment);
  const budgets = assessment.budgets.map((budget) => escapeText(budgetText(budget)));
  const compared = base ? `, compared with ${inlineCode(base.name)}${renderBaseWindow(report)}` : '';
  return [
    ...(worst ? [renderWorst(worst)] : []),
    ...(budgets.length > 0 ? [`Error budget of the window: ${budgets.join(' · ')}.`] : []),
    `${inlineCode(subject)}, ${windowText(window)}${compared}: ${link('run', runUrl)}.`,
  ].join('\n\n');
}

function renderBaseWindow({ window, base }: KpiReport): string {
  return base === undefined || base.window.to.getTime() === window.to.getTime() ? '' : ` (${windowText(base.window)})`;
}

/** How to read the tables. */
export function renderLegend({ base }: KpiReport): string {
  const samples = 'Samples: periods with data, and of how many values.';
  return `<sub>${samples}${base ? ` ${escapeText(comparisonRule)}` : ''}</sub>`;
}
