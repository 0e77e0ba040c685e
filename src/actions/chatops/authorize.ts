// Decides whether a person may give a command: by role, and by the lists of `.github/opsdeck.json` where it has any.
import { type Command, type CommandDefinition, isAtLeast, type RepositoryRole } from '../../define/command.ts';
import { inlineCode } from '../comment/text.ts';
import type { ChatOpsConfig, CommandPolicy } from './config.ts';

export interface Person {
  readonly login: string;
  readonly role: RepositoryRole;
  /** The name of the organization's own role, where it is one. */
  readonly customRole?: string;
  /** Of the teams that the configuration names for the commands at hand: the slugs of those the person is in. */
  readonly teams: readonly string[];
}

/** A line for the reply; nothing when it is allowed. */
export type Refusal = string | undefined;

export function decideAuthorization(
  command: Command,
  definition: CommandDefinition,
  person: Person,
  config: ChatOpsConfig,
): Refusal {
  const policy = config.get(definition.name) ?? {};
  const needed = neededRole(command, definition, policy);
  if (!isAtLeast(person.role, needed.role)) {
    return `${inlineCode(`/${definition.name}${needed.flag}`)} needs the role ${needed.role}; ${inlineCode(person.login)} has ${person.role}.`;
  }
  if (isListed(person, policy)) return undefined;
  return `${inlineCode(`/${definition.name}`)} is for those whom \`.github/opsdeck.json\` lists; ${inlineCode(person.login)} is not among them.`;
}

/** The teams whose members have to be known to decide about these commands. */
export function teamsToAsk(commands: readonly Command[], config: ChatOpsConfig): readonly string[] {
  return [...new Set(commands.flatMap(({ name }) => config.get(name)?.teams ?? []))];
}

interface Needed {
  readonly role: RepositoryRole;
  /** ` --force`, when it is the flag that asks for more. */
  readonly flag: string;
}

/** A flag can only ask for more than the command, whatever the configuration says of the command. */
function neededRole(command: Command, definition: CommandDefinition, { permission }: CommandPolicy): Needed {
  const flags = Object.entries(definition.flagPermissions ?? {}).filter(([flag]) => command.arguments[flag] === true);
  const own: Needed = { role: permission ?? definition.permission, flag: '' };
  return flags.reduce((most, [flag, role]) => (isAtLeast(most.role, role) ? most : { role, flag: ` --${flag}` }), own);
}

function isListed({ login, customRole, teams }: Person, policy: CommandPolicy): boolean {
  if (policy.users === undefined && policy.teams === undefined && policy.roles === undefined) return true;
  const isUser = policy.users?.some((user) => user.toLowerCase() === login.toLowerCase()) ?? false;
  const isMember = policy.teams?.some((team) => teams.includes(team)) ?? false;
  const hasRole = customRole !== undefined && (policy.roles?.includes(customRole) ?? false);
  return isUser || isMember || hasRole;
}
