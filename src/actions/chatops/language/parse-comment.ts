// Makes of a comment the commands in it. Pure, never throws, and takes time that grows with the text alone.
import type { CommandDefinition } from '../../../define/command.ts';
import { cutMiddle } from '../../../define/text.ts';
import { visibleLine } from '../../comment/text.ts';
import { parseLine, verbOf } from './parse-line.ts';
import type { ParsedComment, Problem } from './parsed.ts';
import { saidLines } from './said-lines.ts';
import { firstWordsOf } from './verbs.ts';

/** Of one comment; what somebody wants more of is a runbook. */
export const mostCommands = 5;

/**
 * A command is a line of its own that begins with a slash in its first column:
 *
 *     command  = "/" verb *( 1*SP arg )
 *     arg      = word | key "=" value | "--" key
 *     value    = 1*safe | DQUOTE *qchar DQUOTE
 *
 * A slash before a word that is no verb, nor nearly one, is nobody's business. All is checked before anything is accepted.
 */
export function parseComment(body: string, commands: readonly CommandDefinition[]): ParsedComment {
  const verbs = firstWordsOf(commands);
  // A slip of the hand is one letter shorter, at most.
  const shortest = Math.min(...verbs.map(({ length }) => length));
  const isWanted = (line: string): boolean => line.length >= shortest && verbOf(line, verbs) !== undefined;
  const lines = saidLines(body, { isWanted, most: mostCommands + 1 });
  if (lines.length === 0) return { kind: 'none' };
  const parsed = lines.slice(0, mostCommands).map((line) => parseLine(line, commands));
  const problems = [...parsed.flatMap((line) => (line.kind === 'problems' ? line.problems : [])), ...tooMany(lines)];
  if (problems.length > 0) return { kind: 'refused', problems };
  return { kind: 'commands', commands: parsed.flatMap((line) => (line.kind === 'command' ? [line.command] : [])) };
}

function tooMany(lines: readonly string[]): readonly Problem[] {
  const first = lines[mostCommands];
  if (first === undefined) return [];
  const what = `a comment has at most ${mostCommands} commands, and this is one more`;
  return [{ line: visibleLine(cutMiddle(first, 80)), what }];
}
