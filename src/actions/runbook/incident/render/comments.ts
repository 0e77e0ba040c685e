// What is said in the conversation of an incident: that it rings again, that it is over, where it goes on, what was run.
import { escapeText, inlineCode } from '../../../comment/text.ts';
import { dateText, spanText } from '../../../game-day/report/instants.ts';
import type { AutomaticRun, Ending, Incident } from '../incident.ts';
import { computeTimes } from './times.ts';

const endingWords: Readonly<Record<Exclude<Ending, 'person' | 'continued'>, (incident: Incident) => string>> = {
  quiet: ({ alarm, resolvedAt = '' }) => `✅ ${inlineCode(alarm)} has been OK since ${dateText(resolvedAt)}.`,
  gone: ({ alarm, resolvedAt = '' }) => `➖ There is no alarm ${inlineCode(alarm)} any more since ${dateText(resolvedAt)}.`,
};

/** Markdown; the same whenever it is said. */
export function renderClosing(incident: Incident, ending: 'quiet' | 'gone'): string {
  const times = computeTimes(incident)
    .filter(({ name }) => name !== 'notice')
    .map(
      ({ name, seconds, words }) => `- Time to ${name}: **${spanText(seconds)}**${words === '' ? '' : ` (${escapeText(words)})`}`,
    );
  const silent = incident.acknowledged ? [] : ['- Nobody acknowledged it.'];
  const again = 'If it rings again within 24 hours, this issue is opened again.';
  return [endingWords[ending](incident), '', ...times, ...silent, '', again].join('\n');
}

export function renderReopening({ alarm, lastRangAt, rings }: Incident): string {
  return `🔴 ${inlineCode(alarm)} rings again since ${dateText(lastRangAt)}: for the ${ordinal(rings)} time.`;
}

export function renderContinued(by: Incident): string {
  const where = by.issue === undefined ? 'in another issue' : `in #${by.issue}`;
  return `It is part of something larger, and goes on ${where}: ${inlineCode(by.alarm)} sums it up.`;
}

export function renderRun({ runbook, at, status, words }: AutomaticRun): string {
  const told = words === '' ? '' : `\n\n${escapeText(words)}`;
  return `📗 The alarm has started the runbook ${inlineCode(runbook)} at ${dateText(at)}: **${status}**.${told}`;
}

function ordinal(count: number): string {
  const tens = count % 100;
  const suffix = tens >= 11 && tens <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][count % 10] ?? 'th');
  return `${count}${suffix}`;
}
