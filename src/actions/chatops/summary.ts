// The gate's entry in the summary of its run: who asked for what, on which commit, and what was decided.
import { inlineCode, link } from '../comment/text.ts';
import type { CommandComment } from './event.ts';
import type { GateOutcome } from './gate.ts';

/** @returns Markdown; nothing for a comment without commands */
export function renderGateSummary({ author, issue, url }: CommandComment, outcome: GateOutcome): string {
  const who = `${inlineCode(author)} on #${issue} (${link('comment', url)})`;
  switch (outcome.kind) {
    case 'ignored':
      return '';
    case 'answered':
      return `Answered ${who}.`;
    case 'refused':
      return [`Refused ${who}:`, ...outcome.because].join('\n\n');
    case 'accepted': {
      const rows = outcome.legs.map(({ text, headSha, id }) => `| ${cell(text)} | ${cell(headSha ?? '-')} | ${cell(id)} |`);
      return [`Accepted from ${who}:`, '', '| Command | Commit | Id |', '| --- | --- | --- |', ...rows].join('\n');
    }
    default:
      return outcome satisfies never;
  }
}

function cell(text: string): string {
  return inlineCode(text).replaceAll('|', '\\|');
}
