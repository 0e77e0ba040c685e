// The reply to `/help`: a table of all commands, or all about those that were asked for.
import type { CommandDefinition } from '../../../define/command.ts';
import { cutMiddle } from '../../../define/text.ts';
import { inlineCode } from '../../comment/text.ts';
import { explainCommand } from './explain-command.ts';
import { codeCell, renderTable } from './table.ts';
import { usageOf } from './usage.ts';
import { whoMay } from './who-may.ts';

/** @param topic `preview destroy`, or `preview` for all that begin with it; anybody's text */
export function renderHelp(commands: readonly CommandDefinition[], topic?: string): string {
  if (topic === undefined) return renderOverview(commands);
  const meant = commands.filter(({ name }) => name === topic || name.startsWith(`${topic} `));
  if (meant.length === 0) {
    return `There is no command ${inlineCode(cutMiddle(topic, 60))}. These are:\n\n${renderOverview(commands)}`;
  }
  return meant.flatMap((definition) => [`### \`/${definition.name}\``, ...explainCommand(definition)]).join('\n\n');
}

function renderOverview(commands: readonly CommandDefinition[]): string {
  const rows = commands.map((definition) => [codeCell(usageOf(definition)), definition.about, whoMay(definition)]);
  const table = renderTable(['command', 'what it does', 'who may'], rows);
  return `${table}\n\nA command is a line of its own in a new comment; code and quotes do not count. \`/help <command>\` tells more.`;
}
