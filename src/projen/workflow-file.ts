// Writes one workflow file, key by key as GitHub documents it, so that nothing is renamed or dropped on the way.
import type { Project } from 'projen';
import type { Access, Scope } from '../define/contract.ts';
import { StampedYamlFile } from './stamped-yaml-file.ts';

/** https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax */
export interface Workflow {
  readonly name: string;
  /** The title of a run, where the name alone does not tell what it is about. */
  readonly 'run-name'?: string;
  readonly on: Readonly<Record<string, unknown>>;
  /** What the token may do unless a job asks for more: nothing. */
  readonly permissions: Readonly<Record<string, never>>;
  readonly jobs: Readonly<Record<string, Job | CallingJob>>;
}

interface JobBase {
  readonly name: string;
  readonly needs?: string | readonly string[];
  readonly if?: string;
  readonly permissions: Permissions;
}

export type Permissions = Readonly<Partial<Record<Scope, Access>>>;

/** Performs another workflow of this repository, once for each element of its matrix. */
export interface CallingJob extends JobBase {
  readonly uses: string;
  readonly with: Readonly<Record<string, string>>;
  readonly strategy: {
    readonly 'fail-fast': boolean;
    readonly 'max-parallel': number;
    /** Each an expression that gives a list. */
    readonly matrix: Readonly<Record<string, string>>;
  };
}

export interface Job extends JobBase {
  readonly 'runs-on': string;
  readonly 'timeout-minutes': number;
  /** What the OIDC token's subject names, and so what the role trusts. */
  readonly environment?: string;
  readonly concurrency?: { readonly group: string; readonly 'cancel-in-progress': boolean };
  readonly strategy?: { readonly 'fail-fast': boolean; readonly matrix: Readonly<Record<string, readonly string[] | string>> };
  readonly outputs?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

export type Step = {
  readonly name: string;
  readonly id?: string;
  readonly if?: string;
  readonly env?: Readonly<Record<string, string>>;
} & ({ readonly run: string } | { readonly uses: string; readonly with?: Readonly<Record<string, string | boolean>> });

export function writeWorkflow(project: Project, workflow: Workflow): void {
  new StampedYamlFile(project, `.github/workflows/${workflow.name}.yml`, { obj: workflow, omitEmpty: false, marker: true });
}

/** The most that a called workflow may do; each of its jobs grants itself less. */
export function unionOf(all: readonly Permissions[]): Permissions {
  const scopes = [...new Set(all.flatMap((one) => Object.keys(one)))].sort() as Scope[];
  return Object.fromEntries(scopes.map((scope) => [scope, all.some((one) => one[scope] === 'write') ? 'write' : 'read']));
}
