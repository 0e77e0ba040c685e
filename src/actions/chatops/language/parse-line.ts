// Makes of one line a command, problems, or nothing, if it is none of ours.
import type { Command, CommandDefinition } from '../../../define/command.ts';
import { cutMiddle } from '../../../define/text.ts';
import { inlineCode, visibleLine } from '../../comment/text.ts';
import { usageOf } from '../help/usage.ts';
import { bindArguments, quoteText } from './bind-arguments.ts';
import { nearestOf } from './nearness.ts';
import type { Problem } from './parsed.ts';
import { type Token, tokensOf } from './tokens.ts';
import { familyOf, firstWordsOf, namedBy } from './verbs.ts';

export type ParsedLine =
  | { readonly kind: 'command'; readonly command: Command }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] };

/** Longer than any command with the longest of texts. */
const mostCharacters = 1000;
const mostShown = 80;
/** Of one line: whoever has more of them corrects these first. */
const mostProblems = 5;

/** A line is one of ours when its first word is a verb, or nearly one. */
export function verbOf(line: string, verbs: readonly string[]): string | undefined {
  const end = line.search(/\s/);
  const word = line.slice(1, end === -1 ? line.length : end);
  return verbs.includes(word) ? word : nearestOf(word, verbs);
}

/** @param line one of ours */
export function parseLine(line: string, commands: readonly CommandDefinition[]): ParsedLine {
  const said = line.replace(/[ \t]+$/, '');
  const verb = verbOf(said, firstWordsOf(commands)) ?? '';
  const family = familyOf(verb, commands);
  const only = family.length === 1 ? family[0] : undefined;
  const unreadable = unreadableReason(said, verb);
  if (unreadable !== undefined) return refuse(said, [unreadable], only);
  const tokens = tokensOf(said.slice(1));
  const words = leadingWords(tokens);
  const definition = namedBy(words, family);
  if (definition === undefined) return refuse(said, [unknownMember(verb, words[1], family)], undefined);
  const bound = bindArguments(definition, tokens.slice(definition.name.split(' ').length), commands);
  if (bound.problems.length > 0) return refuse(said, bound.problems, definition);
  return { kind: 'command', command: { name: definition.name, arguments: bound.arguments } };
}

function unreadableReason(line: string, verb: string): string | undefined {
  const [, word = ''] = /^\/(\S*)/.exec(line) ?? [];
  if (word !== verb) return `there is no ${quoteText(`/${word}`)}; you probably mean \`/${verb}\``;
  if (line.length > mostCharacters) return `no command is longer than ${mostCharacters} characters`;
  const strange = [...line].find((character) => /[^\S ]/.test(character) || visibleLine(character) !== character);
  if (strange === undefined) return undefined;
  return `commands have only plain spaces and characters that can be seen, and not ${inlineCode(codePoint(strange))}`;
}

/** `U+200B` */
function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function leadingWords(tokens: readonly Token[]): readonly string[] {
  const end = tokens.findIndex(({ kind }) => kind !== 'word');
  return (end === -1 ? tokens : tokens.slice(0, end)).flatMap((token) => (token.kind === 'word' ? [token.text] : []));
}

function unknownMember(verb: string, word: string | undefined, family: readonly CommandDefinition[]): string {
  const members = family.map(({ name }) => name.slice(verb.length + 1));
  const near = word === undefined ? undefined : nearestOf(word, members);
  if (near !== undefined) return `there is no ${quoteText(`/${verb} ${word}`)}; you probably mean \`/${verb} ${near}\``;
  return `${inlineCode(`/${verb}`)} is followed by one of ${members.map(inlineCode).join(', ')}`;
}

function refuse(line: string, reasons: readonly string[], definition: CommandDefinition | undefined): ParsedLine {
  const shown = visibleLine(cutMiddle(line, mostShown));
  const problem = { line: shown, ...(definition !== undefined && { usage: usageOf(definition) }) };
  return { kind: 'problems', problems: reasons.slice(0, mostProblems).map((what) => ({ ...problem, what })) };
}
