// A ChatOps command, as data: its grammar, who may give it, and what it starts; help, documentation and workflow derive from it.
import type { RunbookInputs } from './runbook-inputs.ts';

/** Roles of a repository, each with all that those before it may do: https://docs.github.com/en/organizations/managing-user-access-to-your-organizations-repositories/managing-repository-roles/repository-roles-for-an-organization */
export const repositoryRoles = ['none', 'read', 'triage', 'write', 'maintain', 'admin'] as const;
export type RepositoryRole = (typeof repositoryRoles)[number];

export function isAtLeast(role: RepositoryRole, least: RepositoryRole): boolean {
  return repositoryRoles.indexOf(role) >= repositoryRoles.indexOf(least);
}

/**
 * What performs a command: `reply` is done where the comment was read, without any credentials; every other one is a job of the
 * workflow `chatops-command`, with its own identity.
 */
export const commandJobs = [
  'reply',
  'plan',
  'preview',
  'deploy-preview',
  'apply',
  'environment',
  'kpi',
  'rollback',
  'game-day',
  'runbook',
  'cancel',
] as const;
export type CommandJob = (typeof commandJobs)[number];

/** `incident`: the issues that we open when an alarm rings. `both`: every issue and pull request. */
export type CommandPlace = 'pull-request' | 'incident' | 'both';

export interface CommandDefinition {
  /** The words after the slash: `help`, `preview destroy`. */
  readonly name: string;
  /** One line of `/help`: what it does, in the imperative. */
  readonly about: string;
  /** What `/help <command>` says beyond that. */
  readonly details?: string;
  /** Lines as a person would write them, for its documentation. */
  readonly examples?: readonly string[];
  /** In the order in which a person gives them. */
  readonly arguments: Readonly<Record<string, ArgumentDefinition>>;
  /** The least role that may give it, unless `.github/opsdeck.json` says otherwise. */
  readonly permission: RepositoryRole;
  /** The least role for the flags that allow more: `{ force: 'maintain' }`. */
  readonly flagPermissions?: Readonly<Record<string, RepositoryRole>>;
  /** The least role by what an argument says: `{ runbook: { 'aurora-failover': 'maintain' } }`. */
  readonly argumentPermissions?: Readonly<Record<string, Readonly<Record<string, RepositoryRole>>>>;
  /** Where it may be given; without it, on pull requests alone. */
  readonly on?: CommandPlace;
  /** Whoever gives it looks after the issue from then on: it is assigned to them at once. */
  readonly assigns?: true;
  /** Changes something outside of the conversation: only while that is open, and at the commit of a pull request that was looked at. */
  readonly mutates: boolean;
  /** Needs the Terraform JSON of the commit, which the workflow `pull-request` made of it. */
  readonly needsTerraformJson: boolean;
  readonly job: CommandJob;
}

export interface ArgumentBase {
  readonly about: string;
  /** `word`: by its place; `pair`: `key=value`; `pairs`: all pairs that are no argument by themselves; `flag`: `--key`. */
  readonly form: 'word' | 'pair';
  readonly required?: true;
  /** Text that stands for it when it is left out; said in the usage. */
  readonly default?: string;
}

export type ArgumentDefinition =
  /** What a person says, in quotes: anything that can be seen, on one line. */
  | (ArgumentBase & { readonly kind: 'text'; readonly mostCharacters: number })
  /** The name of an environment: 2 to 12 lower case letters, digits and single hyphens. */
  | (ArgumentBase & { readonly kind: 'environment' })
  | (ArgumentBase & { readonly kind: 'choice'; readonly choices: readonly string[] })
  /** `24h`, `3d`, `90m`: more than nothing, at most `mostSeconds`; kept as text. */
  | (ArgumentBase & { readonly kind: 'duration'; readonly mostSeconds: number })
  /** The digest of a plan, as the comment shows it: 12 to 64 lower case hexadecimal digits. */
  | (ArgumentBase & { readonly kind: 'digest' })
  /** The words of a command, `preview destroy`, or the first of several, `preview`: takes all the words that are left. */
  | (ArgumentBase & { readonly kind: 'command'; readonly form: 'word' })
  /** Lower case letters, digits and hyphens, at most 63: a name in AWS. */
  | (ArgumentBase & { readonly kind: 'name' })
  /** What the runbook asks for that the argument `of` names; kept as the JSON of texts by name. */
  | {
      readonly kind: 'inputs';
      readonly form: 'pairs';
      readonly about: string;
      readonly of: string;
      /** By runbook. */
      readonly inputs: Readonly<Record<string, RunbookInputs>>;
    }
  | { readonly kind: 'flag'; readonly form: 'flag'; readonly about: string };

/** One command of a comment, its arguments checked: every value is the text that stood there, flags are `true`. */
export interface Command {
  readonly name: string;
  readonly arguments: Readonly<Record<string, string | true>>;
}

/** Keeps the literal types of what it is given. */
export function command<const C extends CommandDefinition>(definition: C): C {
  return definition;
}
