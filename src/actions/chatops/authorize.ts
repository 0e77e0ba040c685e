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
  const needed = neededRole(command, definition, config);
  if (!isAtLeast(person.role, needed.role)) {
    return `${inlineCode(`/${needed.what}`)} needs the role ${needed.role}; ${inlineCode(person.login)} has ${person.role}.`;
  }
  const closed = policyNamesOf(command, definition).find((name) => !isListed(person, config.get(name) ?? {}));
  if (closed === undefined) return undefined;
  return `${inlineCode(`/${closed}`)} is for those whom \`.github/opsdeck.json\` lists; ${inlineCode(person.login)} is not among them.`;
}

/** The teams whose members have to be known to decide about these commands. */
export function teamsToAsk(
  commands: readonly { readonly command: Command; readonly definition: CommandDefinition }[],
  config: ChatOpsConfig,
): readonly string[] {
  const names = commands.flatMap(({ command, definition }) => policyNamesOf(command, definition));
  return [...new Set(names.flatMap((name) => config.get(name)?.teams ?? []))];
}

/** Every name that the configuration can speak of: `runbook run`, and of each runbook `runbook run aurora-failover`. */
export function allPolicyNames(commands: readonly CommandDefinition[]): readonly string[] {
  return commands.flatMap(({ name, argumentPermissions = {} }) => {
    const values = Object.values(argumentPermissions).flatMap((byValue) => Object.keys(byValue));
    return [name, ...values.map((value) => `${name} ${value}`)];
  });
}

interface Needed {
  readonly role: RepositoryRole;
  /** What asks for it: `unlock --force`, `runbook run aurora-failover`. */
  readonly what: string;
}

/** A flag, or what an argument says, can only ask for more than the command, whatever the configuration says of the command. */
function neededRole(command: Command, definition: CommandDefinition, config: ChatOpsConfig): Needed {
  const { name, permission, flagPermissions = {} } = definition;
  const own: Needed = { role: config.get(name)?.permission ?? permission, what: name };
  const flags = Object.entries(flagPermissions).filter(([flag]) => command.arguments[flag] === true);
  const others: readonly Needed[] = [
    ...flags.map(([flag, role]) => ({ role, what: `${name} --${flag}` })),
    ...valuesAsking(command, definition).map(({ what, role }) => ({ what, role: config.get(what)?.permission ?? role })),
  ];
  return others.reduce((most, one) => (isAtLeast(most.role, one.role) ? most : one), own);
}

function policyNamesOf(command: Command, definition: CommandDefinition): readonly string[] {
  return [definition.name, ...valuesAsking(command, definition).map(({ what }) => what)];
}

function valuesAsking(command: Command, { name, argumentPermissions = {} }: CommandDefinition): readonly Needed[] {
  return Object.entries(argumentPermissions).flatMap(([argument, byValue]) => {
    const value = command.arguments[argument];
    const role = typeof value === 'string' && Object.hasOwn(byValue, value) ? byValue[value] : undefined;
    return role === undefined ? [] : [{ what: `${name} ${value}`, role }];
  });
}

function isListed({ login, customRole, teams }: Person, policy: CommandPolicy): boolean {
  if (policy.users === undefined && policy.teams === undefined && policy.roles === undefined) return true;
  const isUser = policy.users?.some((user) => user.toLowerCase() === login.toLowerCase()) ?? false;
  const isMember = policy.teams?.some((team) => teams.includes(team)) ?? false;
  const hasRole = customRole !== undefined && (policy.roles?.includes(customRole) ?? false);
  return isUser || isMember || hasRole;
}
