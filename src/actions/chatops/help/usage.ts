// How a command is written, in one line: `/lock [environment] reason="…" [for=8h]`.
import type { ArgumentDefinition, CommandDefinition } from '../../../define/command.ts';

/** Angles: must be given. Brackets: may be left out; a value in them is what then holds. */
export function usageOf(definition: CommandDefinition): string {
  const parts = Object.entries(definition.arguments).map(([name, argument]) => usageOfArgument(name, argument));
  return [`/${definition.name}`, ...parts].join(' ');
}

function usageOfArgument(name: string, argument: ArgumentDefinition): string {
  if (argument.form === 'flag') return `[--${name}]`;
  if (argument.form === 'pairs') return '[<input>=<value> …]';
  if (argument.form === 'word') return argument.required ? `<${wordOf(name, argument)}>` : `[${wordOf(name, argument)}]`;
  const pair = `${name}=${argument.default ?? placeholder(argument)}`;
  return argument.required ? pair : `[${pair}]`;
}

function wordOf(name: string, argument: ArgumentDefinition): string {
  return choicesOf(argument) ?? name;
}

function placeholder(argument: ArgumentDefinition): string {
  return argument.kind === 'text' ? '"…"' : (choicesOf(argument) ?? `<${argument.kind}>`);
}

/** In a usage, which is one line; its documentation lists them all. */
const mostChoiceCharacters = 80;

function choicesOf(argument: ArgumentDefinition): string | undefined {
  const choices = argument.kind === 'choice' ? argument.choices.join('|') : '';
  return choices === '' || choices.length > mostChoiceCharacters ? undefined : choices;
}
