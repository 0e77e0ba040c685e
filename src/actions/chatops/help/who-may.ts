// Who may give a command, in words: the least role, and what its flags ask for beyond that.
import { type CommandDefinition, isAtLeast, type RepositoryRole, repositoryRoles } from '../../../define/command.ts';

/** `write and above; --force: maintain and above` */
export function whoMay({ permission, flagPermissions = {} }: CommandDefinition): string {
  const flags = Object.entries(flagPermissions).map(([flag, role]) => `; \`--${flag}\`: ${andAbove(role)}`);
  return andAbove(permission) + flags.join('');
}

/** The flags that a role may give with a command; nothing when it may not give the command at all. */
export function allowedFlags(definition: CommandDefinition, role: RepositoryRole): readonly string[] | undefined {
  if (!isAtLeast(role, definition.permission)) return undefined;
  return Object.entries(definition.flagPermissions ?? {}).flatMap(([flag, least]) => (isAtLeast(role, least) ? [flag] : []));
}

function andAbove(role: RepositoryRole): string {
  if (role === 'none') return 'everybody';
  return role === repositoryRoles.at(-1) ? role : `${role} and above`;
}
