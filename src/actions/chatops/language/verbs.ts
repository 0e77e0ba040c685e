// Which command the words at the beginning of a line name.
import type { CommandDefinition } from '../../../define/command.ts';

/** A list may have several commands that begin with the same word: `preview deploy`, `preview status`. */
export function firstWordsOf(commands: readonly CommandDefinition[]): readonly string[] {
  return [...new Set(commands.map(({ name }) => firstWord(name)))];
}

export function familyOf(word: string, commands: readonly CommandDefinition[]): readonly CommandDefinition[] {
  return commands.filter(({ name }) => firstWord(name) === word);
}

/** The one that most of the words name. */
export function namedBy(words: readonly string[], commands: readonly CommandDefinition[]): CommandDefinition | undefined {
  return commands
    .filter(({ name }) => name.split(' ').every((word, index) => words[index] === word))
    .sort((one, other) => other.name.length - one.name.length)[0];
}

/** `preview destroy`, or `preview` for all that begin with it. */
export function isTopic(text: string, commands: readonly CommandDefinition[]): boolean {
  return commands.some(({ name }) => name === text || firstWord(name) === text);
}

function firstWord(name: string): string {
  return name.split(' ', 1)[0] ?? name;
}
