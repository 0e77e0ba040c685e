// Who may give a command, in words: the least role, and what its flags ask for beyond that.
import { type CommandDefinition, isAtLeast, type RepositoryRole, repositoryRoles } from '../../../define/command.ts';

/** `write and above; --force: maintain and above; some: maintain and above` */
export function whoMay({ permission, flagPermissions = {}, argumentPermissions = {} }: CommandDefinition): string {
  const flags = Object.entries(flagPermissions).map(([flag, role]) => `; \`--${flag}\`: ${andAbove(role)}`);
  const higher = Object.values(argumentPermissions).flatMap((byValue) => {
    const roles = new Set(Object.values(byValue).filter((role) => !isAtLeast(permission, role)));
    return repositoryRoles.filter((role) => roles.has(role)).map((role) => `; some: ${andAbove(role)}`);
  });
  return [andAbove(permission), ...flags, ...higher].join('');
}

/** The same by what an argument says, where that asks for more than the command: `maintain and above: a, b`. */
export function whoMayBy({ permission, argumentPermissions = {} }: CommandDefinition): readonly string[] {
  return Object.values(argumentPermissions).flatMap((byValue) => {
    return repositoryRoles.flatMap((role) => {
      const values = Object.keys(byValue).filter((value) => byValue[value] === role && !isAtLeast(permission, role));
      return values.length === 0 ? [] : [`${andAbove(role)}: ${values.map((value) => `\`${value}\``).join(', ')}`];
    });
  });
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

/** Whether the role does for whatever its arguments say. */
export function isForAll({ argumentPermissions = {} }: CommandDefinition, role: RepositoryRole): boolean {
  return Object.values(argumentPermissions).every((byValue) => Object.values(byValue).every((least) => isAtLeast(role, least)));
}
