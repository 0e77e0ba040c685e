// The texts of commands that are answered where the comment was read: help, and the list of runbooks.
import type { Command, CommandDefinition } from '../../define/command.ts';
import type { Runbook } from '../../runbooks/asking.ts';
import { renderHelp } from './help/render-help.ts';
import { renderRunbooks } from './help/render-runbooks.ts';

export interface Answerable {
  readonly commands: readonly CommandDefinition[];
  readonly runbooks: readonly Runbook[];
}

/** @returns Markdown */
export function answerOf({ commands, runbooks }: Answerable, command: Command): string {
  switch (command.name) {
    case 'help':
      return renderHelp(commands, textOf(command.arguments.command));
    case 'runbook list':
      return renderRunbooks(runbooks, textOf(command.arguments.runbook));
    default:
      throw new Error(`nobody has an answer to /${command.name}`);
  }
}

function textOf(value: string | true | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
