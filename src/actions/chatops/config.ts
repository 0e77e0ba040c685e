// `.github/opsdeck.json` of the default branch: who may give which command, where that differs from the command's own definition.

import { type RepositoryRole, repositoryRoles } from '../../define/command.ts';
import { configPath, readSection, type SectionReader, unknownKeys, unusable } from '../../define/config-file.ts';
import { type Field, type Fields, list, oneOf, optional, parseRecord } from '../../define/fields.ts';

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

const reader: SectionReader = {
  section: 'commands',
  code: 'chatops/config',
  subject: `${configPath} of the default branch`,
  untilThen: 'no command is taken',
};

/**
 * @param content of the file; nothing when there is none, which is as good as an empty one
 * @param commands the names that there are
 * @throws a Failure `chatops/config` that names every problem: with a policy that cannot be read nobody may do anything
 */
export function parseConfig(content: string | undefined, commands: readonly string[]): ChatOpsConfig {
  if (content === undefined) return new Map();
  const given = readSection(content, reader) ?? {};
  const problems: string[] = [];
  const policies = Object.entries(given).flatMap(([command, value]): [string, CommandPolicy][] => {
    const at = `commands.${JSON.stringify(command)}`;
    if (!commands.includes(command)) problems.push(`${at}: there is no such command`);
    problems.push(...unknownKeys(value, Object.keys(fields), `${at}.`));
    const parsed = parseRecord(value, fields);
    if (parsed.kind === 'valid') return [[command, parsed.value]];
    problems.push(...parsed.problems.map((problem) => `${at}.${problem}`));
    return [];
  });
  if (problems.length > 0) throw unusable(reader, problems);
  return new Map(policies);
}
