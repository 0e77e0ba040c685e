// What was said on a pull request, in a few lines for a terminal.
import { readSlots } from '../../actions/comment/slots.ts';
import type { PullRequestStory } from '../report/data.ts';

export interface Thread {
  readonly number: number;
  readonly title: string;
  readonly author: string;
  readonly state: string;
  readonly lines: readonly string[];
}

export function threadOf({ number, title, author, isFork, finalState, entries }: PullRequestStory): Thread {
  const comments = entries.flatMap((entry) => (entry.kind === 'comment' && entry.isBot ? [entry] : []));
  const lines = comments.flatMap(({ versions }) => [
    `1 comment, edited ${times(versions.length - 1)}; at last:`,
    ...headlinesOf(versions.at(-1)?.markdown ?? ''),
  ]);
  const runs = entries.filter(({ kind }) => kind === 'run').length;
  return {
    number,
    title,
    author: isFork ? `${author}, from a fork` : author,
    state: finalState,
    lines: [`${runs} workflow ${runs === 1 ? 'run' : 'runs'}`, ...(lines.length > 0 ? lines : ['no comment'])],
  };
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}

/** The first line of each slot, without Markdown's marks. */
function headlinesOf(body: string): readonly string[] {
  const slots = readSlots(body);
  return Object.values(slots).flatMap((text) => {
    const [first = ''] = (text ?? '').split('\n').filter((line) => line.trim() !== '');
    return first === ''
      ? []
      : [
          `  ${first
            .replace(/<[^>]+>/g, '')
            .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
            .replace(/^#+ /, '')
            .replaceAll(/[*`]/g, '')}`,
        ];
  });
}
