// Writes one workflow file, key by key as GitHub documents it, so that nothing is renamed or dropped on the way.
import { type Project, YamlFile } from 'projen';

/** https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax */
export interface Workflow {
  readonly name: string;
  readonly on: Readonly<Record<string, unknown>>;
  /** What the token may do unless a job asks for more: nothing. */
  readonly permissions: Readonly<Record<string, never>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

export type Access = 'read' | 'write';

export interface Job {
  readonly name: string;
  readonly 'runs-on': string;
  readonly 'timeout-minutes': number;
  readonly permissions: Readonly<Record<string, Access>>;
  readonly strategy?: { readonly 'fail-fast': boolean; readonly matrix: Readonly<Record<string, readonly string[]>> };
  readonly steps: readonly Step[];
}

export type Step = { readonly name: string; readonly env?: Readonly<Record<string, string>> } & (
  | { readonly run: string }
  | { readonly uses: string; readonly with?: Readonly<Record<string, string | boolean>> }
);

export function writeWorkflow(project: Project, workflow: Workflow): void {
  new YamlFile(project, `.github/workflows/${workflow.name}.yml`, { obj: workflow, omitEmpty: false, marker: true });
}
