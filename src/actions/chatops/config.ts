// `.github/opsdeck.json` of the default branch: who may give which command, where that differs from the command's own definition.

import { type RepositoryRole, repositoryRoles } from '../../define/command.ts';
import { type Failure, failure } from '../../define/failure.ts';
import { type Field, type Fields, list, oneOf, optional, parseRecord } from '../../define/fields.ts';
import { cutMiddle } from '../comment/text.ts';

export const configPath = '.github/opsdeck.json';

/** Who may give a command: the role must do, and whoever is not on a list that is there may not. */
export interface CommandPolicy {
  readonly permission?: RepositoryRole;
  readonly users?: readonly string[];
  /** Slugs of teams of the organization that owns the repository. */
  readonly teams?: readonly string[];
  /** Names of the organization's own repository roles. */
  readonly roles?: readonly string[];
}

/** By the name of the command, `preview deploy`, or of a command and what it is about: `runbook run aurora-failover`. */
export type ChatOpsConfig = ReadonlyMap<string, CommandPolicy>;

/** Logins, team slugs and role names are short; a typo that is not is refused. */
const name: Field<string> = {
  expected: 'a name',
  isOptional: false,
  read: (value) => (typeof value === 'string' && /^(?!\.+$)[\w .-]{1,100}$/.test(value) ? value : undefined),
};

const fields: Fields<CommandPolicy> = {
  permission: optional(oneOf(...repositoryRoles.filter((role) => role !== 'none'))),
  users: optional(list(name)),
  teams: optional(list(name)),
  roles: optional(list(name)),
};

/**
 * @param content of the file; nothing when there is none, which is as good as an empty one
 * @param commands the names that there are
 * @throws a Failure `chatops/config` that names every problem: with a policy that cannot be read nobody may do anything
 */
export function parseConfig(content: string | undefined, commands: readonly string[]): ChatOpsConfig {
  if (content === undefined) return new Map();
  const given = objectOf(objectOf(parseJson(content), '').commands ?? {}, 'commands');
  const problems: string[] = [];
  const policies = Object.entries(given).flatMap(([command, value]): [string, CommandPolicy][] => {
    if (!commands.includes(command)) problems.push(`commands.${JSON.stringify(command)}: there is no such command`);
    const known = Object.keys(fields);
    const unknown = Object.keys(isObject(value) ? value : {}).filter((key) => !known.includes(key));
    problems.push(
      ...unknown.map((key) => `commands.${JSON.stringify(command)}.${JSON.stringify(key)}: expected ${known.join(', ')}`),
    );
    const parsed = parseRecord(value, fields);
    if (parsed.kind === 'valid') return [[command, parsed.value]];
    problems.push(...parsed.problems.map((problem) => `commands.${JSON.stringify(command)}.${problem}`));
    return [];
  });
  if (problems.length > 0) throw unreadable(problems);
  return new Map(policies);
}

function parseJson(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch (error) {
    throw unreadable([error instanceof Error ? error.message : String(error)]);
  }
}

function objectOf(value: unknown, at: string): Readonly<Record<string, unknown>> {
  if (isObject(value)) return value;
  throw unreadable([`${at || 'the file'}: expected an object`]);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Of a problem, which may quote a key of any length: it has to fit into a reply. */
const longestProblem = 300;

function unreadable(found: readonly string[]): Failure {
  const problems = found.map((problem) => cutMiddle(problem, longestProblem));
  return failure({
    code: 'chatops/config',
    what: `${configPath} of the default branch cannot be used: ${problems.slice(0, 3).join('; ')}.`,
    next: 'Correct it on the default branch; until then no command is taken.',
    details: problems,
  });
}
