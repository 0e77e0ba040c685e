// The documentation of all commands: docs/commands.md, as a whole.
import { type CommandDefinition, type RepositoryRole, repositoryRoles } from '../../../define/command.ts';
import { mostCommands } from '../language/parse-comment.ts';
import { explainCommand } from './explain-command.ts';
import { codeCell, renderTable } from './table.ts';
import { allowedFlags, isForAll } from './who-may.ts';

export function renderCommandsDocument(commands: readonly CommandDefinition[]): string {
  const sections = commands.flatMap((definition) => [`## /${definition.name}`, ...explainCommand(definition)]);
  return `${['# Commands', ...introduction(), ...sections, '## Who may what', ...matrix(commands)].join('\n\n')}\n`;
}

function introduction(): readonly string[] {
  return [
    'Write a command as a line of its own into a new comment on a pull request, or on an issue where the command says so, beginning in its first column.',
    [
      `- A comment has at most ${mostCommands} commands. All are checked before any is started; they run one after the other, and the first failure stops those that follow.`,
      '- Arguments are words, `key=value`, `key="some words"`, or `--flag`, separated by spaces. Nothing in them is ever run: they are text.',
      '- Code (fenced, indented, in backticks), quotes and HTML comments are no commands; neither are edited comments, and those of bots.',
      '- A slash before an unknown word is ignored, unless the word is one slip of the hand away from a command.',
      '- The comment gets a reaction: eyes when it is seen, a rocket when commands are started, thumbs up or down when they are done, and a confused face with a reply when it is refused.',
    ].join('\n'),
  ];
}

function matrix(commands: readonly CommandDefinition[]): readonly string[] {
  const roles = repositoryRoles.filter((role) => role !== 'none');
  const rows = commands.map((definition) => [codeCell(`/${definition.name}`), ...roles.map((role) => mark(definition, role))]);
  return [
    "The role is the comment's author's in the repository, as GitHub's API tells it; a custom role counts as the one that it is based on.",
    renderTable(['', ...roles], rows),
    '`.github/opsdeck.json` on the default branch can ask for another role, and can limit a command to users, teams and custom roles; of a single runbook under its own name, `"runbook run aurora-failover"`: there both have to hold, what is said of the command and what is said of the runbook.',
  ];
}

function mark(definition: CommandDefinition, role: RepositoryRole): string {
  const flags = allowedFlags(definition, role);
  if (flags === undefined) return '-';
  return [isForAll(definition, role) ? 'yes' : 'yes, but not all', ...flags.map((flag) => `\`--${flag}\``)].join(', ');
}
