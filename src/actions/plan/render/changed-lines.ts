// Shows which lines of two texts differ: what they share at the beginning and at the end is left out.
import { cutMiddle } from '../../../define/text.ts';
import { visible } from '../../comment/text.ts';
import type { Limits } from './attributes.ts';

/** Lines of a text that are shown before the rest is counted. */
const mostLines = 20;

export function changedLines(before: string, after: string, limits: Limits): readonly string[] {
  const [removed, added] = [before.split('\n'), after.split('\n')];
  let head = 0;
  while (head < Math.min(removed.length, added.length) && removed[head] === added[head]) head += 1;
  let tail = 0;
  while (tail < Math.min(removed.length, added.length) - head && removed.at(-1 - tail) === added.at(-1 - tail)) tail += 1;
  const lines = [
    ...removed.slice(head, removed.length - tail).map((line) => `-   ${line}`),
    ...added.slice(head, added.length - tail).map((line) => `+   ${line}`),
  ].map((line) => cutMiddle(visible(line), limits.value));
  const context = `    (from line ${head + 1})`;
  if (lines.length <= mostLines) return [context, ...lines];
  return [context, ...lines.slice(0, mostLines), `    ... ${lines.length - mostLines} more lines`];
}
