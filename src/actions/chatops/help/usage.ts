// How a command is written, in one line: `/lock [environment] reason="…" [for=8h]`.
import type { ArgumentDefinition, CommandDefinition } from '../../../define/command.ts';

/** Angles: must be given. Brackets: may be left out; a value in them is what then holds. */
export function usageOf(definition: CommandDefinition): string {
  const parts = Object.entries(definition.arguments).map(([name, argument]) => usageOfArgument(name, argument));
  return [`/${definition.name}`, ...parts].join(' ');
}

function usageOfArgument(name: string, argument: ArgumentDefinition): string {
  if (argument.form === 'flag') return `[--${name}]`;
  if (argument.form === 'word') return argument.required ? `<${wordOf(name, argument)}>` : `[${wordOf(name, argument)}]`;
  const pair = `${name}=${argument.default ?? placeholder(argument)}`;
  return argument.required ? pair : `[${pair}]`;
}

function wordOf(name: string, argument: ArgumentDefinition): string {
  return argument.kind === 'choice' ? argument.choices.join('|') : name;
}

function placeholder(argument: ArgumentDefinition): string {
  if (argument.kind === 'text') return '"…"';
  return argument.kind === 'choice' ? argument.choices.join('|') : `<${argument.kind}>`;
}
