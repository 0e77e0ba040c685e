// The model of a workflow file: what GitHub's keys say, with their expressions still in them.
import type { Expression, Template, TemplateMapping } from './template.ts';

export interface Workflow {
  /** Its name inside of `.github/workflows`. */
  readonly file: string;
  readonly name: string;
  readonly runName: Template | undefined;
  /** By event; the value is what stands below it, null when nothing does. */
  readonly triggers: ReadonlyMap<string, Template>;
  readonly permissions: Template | undefined;
  readonly env: Template | undefined;
  readonly defaults: TemplateMapping;
  readonly concurrency: Template | undefined;
  readonly jobs: readonly Job[];
}

export type Job = StepsJob | CallJob;

interface JobFacts {
  readonly id: string;
  readonly name: Template | undefined;
  readonly needs: readonly string[];
  readonly condition: Expression;
  readonly permissions: Template | undefined;
  readonly strategy: Template | undefined;
  readonly concurrency: Template | undefined;
}

export interface StepsJob extends JobFacts {
  readonly kind: 'steps';
  readonly runsOn: Template;
  readonly environment: Template | undefined;
  readonly env: Template | undefined;
  readonly defaults: TemplateMapping;
  readonly outputs: TemplateMapping;
  readonly timeoutMinutes: Template | undefined;
  readonly continueOnError: Template | undefined;
  readonly steps: readonly Step[];
}

/** A job that is another workflow of the same repository. */
export interface CallJob extends JobFacts {
  readonly kind: 'call';
  /** `./.github/workflows/<file>`. */
  readonly uses: string;
  readonly with: Template | undefined;
  readonly secrets: Template | undefined;
}

export type Step = RunStep | UsesStep;

interface StepFacts {
  readonly id: string | undefined;
  readonly name: Template | undefined;
  readonly condition: Expression;
  readonly env: Template | undefined;
  readonly continueOnError: Template | undefined;
  readonly timeoutMinutes: Template | undefined;
}

export interface RunStep extends StepFacts {
  readonly kind: 'run';
  readonly run: Template;
  readonly shell: Template | undefined;
  readonly workingDirectory: Template | undefined;
}

export interface UsesStep extends StepFacts {
  readonly kind: 'uses';
  readonly uses: string;
  readonly with: Template | undefined;
}

/** What an action.yml says. */
export interface ActionDefinition {
  readonly name: string;
  readonly inputs: readonly ActionInput[];
  /** Of a composite action: the values of its outputs. */
  readonly outputs: TemplateMapping;
  readonly runs: ActionRuns;
}

export interface ActionInput {
  readonly name: string;
  readonly default: Template | undefined;
  readonly deprecated: string | undefined;
}

export type ActionRuns =
  | { readonly kind: 'composite'; readonly steps: readonly Step[] }
  | {
      readonly kind: 'node';
      readonly main: string;
      readonly hasPre: boolean;
      readonly post: string | undefined;
      readonly postCondition: Expression;
    };
