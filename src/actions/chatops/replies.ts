// What the gate answers when it does not do what it was asked: as few lines as say why, and what would be right.
import { inlineCode } from '../comment/text.ts';
import type { Problem } from './language/parsed.ts';

/** A reply is short; whoever asks for more wrong things than this corrects these first. */
const mostLines = 10;

export function renderRefusals(because: readonly string[]): readonly string[] {
  return limited([...new Set(because)]);
}

export function renderProblems(problems: readonly Problem[]): readonly string[] {
  return limited(
    problems.map(({ line, what, usage }) => {
      const right = usage === undefined ? '' : ` Usage: ${inlineCode(usage)}`;
      return `${inlineCode(line)}: ${what}.${right}`;
    }),
  );
}

function limited(lines: readonly string[]): readonly string[] {
  const listed = lines.length > 1 ? lines.map((line) => `- ${line}`) : lines;
  if (listed.length <= mostLines) return listed;
  return [...listed.slice(0, mostLines), `- ... and ${listed.length - mostLines} more.`];
}
