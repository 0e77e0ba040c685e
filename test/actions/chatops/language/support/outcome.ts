// What comes of a comment, in one line: `none`, the commands as they are written properly, or what is wrong.
import { commands } from '../../../../../src/actions/chatops/commands/index.ts';
import { parseComment } from '../../../../../src/actions/chatops/language/parse-comment.ts';
import { renderCommand } from '../../../../../src/actions/chatops/language/render-command.ts';
import type { Command } from '../../../../../src/define/command.ts';

export function outcome(body: string): string {
  const parsed = parseComment(body, commands);
  switch (parsed.kind) {
    case 'none':
      return 'none';
    case 'commands':
      return parsed.commands.map(written).join(' & ');
    case 'refused':
      return `refused: ${parsed.problems.map(({ what }) => what).join('; ')}`;
    default:
      return parsed satisfies never;
  }
}

export function written(command: Command): string {
  const definition = commands.find(({ name }) => name === command.name);
  return definition === undefined ? `no such command: ${command.name}` : renderCommand(command, definition);
}
