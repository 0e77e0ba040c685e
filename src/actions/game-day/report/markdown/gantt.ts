// The timeline as a chart that GitHub draws by itself: https://mermaid.js.org/syntax/gantt.html .

import type { ReportFacts } from '../facts.ts';
import { subjectText } from '../headline.ts';
import { computeTimeline, type TimelineItem, timelineGroups } from '../timeline.ts';

/** More bars than fit on a screen tell nothing; the tables have all. */
const mostBars = 16;
const longestName = 60;

/** A fenced block, or nothing where there is nothing to draw. */
export function renderGantt(facts: ReportFacts): string | undefined {
  const items = computeTimeline(facts);
  if (items.length === 0) return undefined;
  const sections = timelineGroups.flatMap((group) => {
    const own = items.filter((item) => item.group === group);
    return own.length === 0 ? [] : [`  section ${group}`, ...own.slice(0, mostBars).map(renderBar)];
  });
  return [
    '```mermaid',
    'gantt',
    `  title ${quotable(subjectText(facts.gameDay))}, UTC`,
    '  dateFormat YYYY-MM-DD HH:mm:ss',
    '  axisFormat %H:%M',
    '  todayMarker off',
    ...sections,
    '```',
  ].join('\n');
}

/**
 * Begins with a sign of ours, so that no name is taken for a keyword. The times have no zone: mermaid takes them for the
 * reader's own, and writes the same digits on the axis.
 */
function renderBar({ name, words, tone, fromMs, toMs }: TimelineItem): string {
  const [sign = '', ...rest] = words === '' ? ['▪'] : words.split(' ');
  const label = [sign, quotable(name), ...(rest.length > 0 ? [`- ${quotable(rest.join(' '))}`] : [])].join(' ');
  const tags = [fromMs === toMs ? 'milestone, ' : '', { good: 'done, ', bad: 'crit, ', unknown: 'active, ', plain: '' }[tone]];
  return `    ${label} :${tags.join('')}${stamp(fromMs)}, ${stamp(toMs)}`;
}

function stamp(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19).replace('T', ' ');
}

/** A name has no escapes there. */
function quotable(text: string): string {
  const words = text
    .replace(/[^\p{L}\p{N} ,.()/_-]/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
  return [...words].slice(0, longestName).join('') || 'unnamed';
}
