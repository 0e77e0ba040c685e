// What was said on a pull request, in a few lines for a terminal.
import { readSlots } from '../../actions/comment/slots.ts';
import type { EntryOf, PullRequestStory, Reaction } from '../report/data.ts';

export interface Thread {
  readonly number: number;
  readonly title: string;
  readonly author: string;
  readonly state: string;
  readonly lines: readonly string[];
}

export function threadOf({ number, title, author, isFork, finalState, entries }: PullRequestStory): Thread {
  const comments = entries.flatMap((entry) => (entry.kind === 'comment' ? [entry] : []));
  const lines = comments.toSorted((one, other) => one.atMs - other.atMs).flatMap(linesOf);
  const runs = entries.filter(({ kind }) => kind === 'run').length;
  return {
    number,
    title,
    author: isFork ? `${author}, from a fork` : author,
    state: finalState,
    lines: [`${runs} workflow ${runs === 1 ? 'run' : 'runs'}`, ...(lines.length > 0 ? lines : ['no comment'])],
  };
}

const signs: Readonly<Record<Reaction, string>> = {
  '+1': '👍',
  '-1': '👎',
  laugh: '😄',
  confused: '😕',
  heart: '❤️',
  hooray: '🎉',
  rocket: '🚀',
  eyes: '👀',
};

/** Ours on the pull request, ours to a comment, and those of people. */
function linesOf({ isBot, author, versions, reactions = [] }: EntryOf<'comment'>): readonly string[] {
  const body = versions.at(-1)?.markdown ?? '';
  if (!isBot) return [`${author}: ${shortened(body)}  ${reactions.map((each) => signs[each]).join(' ')}`.trimEnd()];
  if (!isReply(body)) return [`1 comment, edited ${times(versions.length - 1)}; at last:`, ...headlinesOf(body)];
  return repliesIn(body).map((line) => `  → ${plain(line)}`);
}

function isReply(body: string): boolean {
  return /^<!-- opsdeck:(?:reply|command)[ -]\d+ -->/.test(body);
}

/** The first line that each command got. */
function repliesIn(body: string): readonly string[] {
  const parts = body.split(/^<!-- .*? -->$/m).map((part) => part.trim());
  return parts.flatMap((part) => (part === '' ? [] : [part.split('\n', 1)[0] ?? '']));
}

const longestLine = 160;

function shortened(text: string): string {
  const line = text.trim().replaceAll(/\s*\r?\n\s*/g, ' ⏎ ');
  return line.length > longestLine ? `${line.slice(0, longestLine - 1)}…` : line;
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}

/** The first line of each slot, without Markdown's marks. */
function headlinesOf(body: string): readonly string[] {
  const slots = readSlots(body);
  return Object.values(slots).flatMap((text) => {
    const [first = ''] = (text ?? '').split('\n').filter((line) => line.trim() !== '');
    return first === '' ? [] : [`  ${plain(first)}`];
  });
}

function plain(markdown: string): string {
  return markdown
    .replace(/<[^>]+>/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^#+ /, '')
    .replaceAll(/\\(?=[^\w\s])/g, '')
    .replaceAll(/[*`]/g, '');
}
