// Writes a command as a person would: what parses to just that command again.
import type { ArgumentDefinition, Command, CommandDefinition } from '../../../define/command.ts';
import { renderPairs } from './runbook-pairs.ts';

/** In the order of the definition, defaults included: `/lock staging reason="load test" for=8h`. */
export function renderCommand(command: Command, definition: CommandDefinition): string {
  const parts = Object.entries(definition.arguments).flatMap(([name, argument]) => {
    const value = command.arguments[name];
    return value === undefined ? [] : [renderArgument(name, argument, value)];
  });
  return [`/${definition.name}`, ...parts].join(' ');
}

function renderArgument(name: string, argument: ArgumentDefinition, value: string | true): string {
  if (value === true) return `--${name}`;
  if (argument.kind === 'inputs') return renderPairs(value);
  if (argument.form === 'word') return value;
  return argument.kind === 'text' ? `${name}="${value}"` : `${name}=${value}`;
}
