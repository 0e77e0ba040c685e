// What the reaper did, for the summary of its job.
import { escapeText, inlineCode } from '../comment/text.ts';
import { ownerText } from './lock.ts';
import type { Reaped, ReapReport } from './reap.ts';

export function renderReapReport({ looked, reaped, freedSlots, notes }: ReapReport): string {
  const head = `Looked at ${looked} ${looked === 1 ? 'preview' : 'previews'}; ${reaped.length} had to be reaped.`;
  const table = reaped.length === 0 ? [] : ['', '| preview | because | result |', '|---|---|---|', ...reaped.map(row)];
  const slots = freedSlots.length === 0 ? [] : ['', `Freed slots that nobody can be told to have: ${freedSlots.join(', ')}.`];
  const others = notes.length === 0 ? [] : ['', ...notes.map((note) => `- ${note}`)];
  return ['## Previews', '', head, ...table, ...slots, ...others].join('\n');
}

function row({ reaping, result }: Reaped): string {
  return `| #${reaping.pullRequest} | ${escapeText(reaping.why)} | ${resultText(result)} |`;
}

function resultText(result: Reaped['result']): string {
  switch (result.kind) {
    case 'destroyed':
      return result.leftovers.length === 0 ? 'destroyed' : `destroyed, but left: ${result.leftovers.map(inlineCode).join(', ')}`;
    case 'tidied':
      return 'tidied';
    case 'not-due':
      return 'left: it has changed meanwhile';
    case 'locked':
      return `left: ${escapeText(ownerText(result.by.owner))} works on it (${escapeText(result.by.reason)})`;
    case 'failed':
      return `**failed**: ${escapeText(result.failure.message)} ${escapeText(result.failure.next)}`;
    default:
      return result satisfies never;
  }
}
