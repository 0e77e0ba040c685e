// A runbook, as data: what it asks for, looks at, changes, proves and undoes; engine, comment, terminal, documentation and IAM derive from it.
import type { RepositoryRole } from './command.ts';
import { type Fields, parseRecord } from './fields.ts';
import type { InputValues, RunbookInputs } from './runbook-inputs.ts';

/**
 * `none` reads only. `low` can be undone at once, and users do not notice. `medium`: users may notice for seconds, or it costs money.
 * `high`: users notice, or it cannot be undone; a person approves it, and no alarm starts it.
 */
export const runbookRisks = ['none', 'low', 'medium', 'high'] as const;
export type RunbookRisk = (typeof runbookRisks)[number];

/** An action of IAM, which is what AWS checks: `ecs:UpdateService`. */
export type Call = `${string}:${string}`;

/** What a call changes, in words that the bootstrap stack knows the ARNs of. */
export const resourceKinds = [
  'api-stage',
  'cache-group',
  'database-cluster',
  'database-secret',
  'experiment',
  'ip-set',
  'load-balancer',
  'preview-lease',
  'queue',
  'restored-database',
  'safety-lever',
  'scalable-target',
  'service',
  'service-deployment',
  'stream',
  'subnet-acl',
  'task',
  'usage-plan',
  'log-group',
] as const;
export type ResourceKind = (typeof resourceKinds)[number];

/** All that a runbook may ask of AWS; the engine refuses anything else before it is sent. */
export interface RunbookCalls {
  /** Change nothing: plan mode makes no others. */
  readonly reads: readonly Call[];
  /** And of what. */
  readonly writes: Readonly<Record<Call, ResourceKind>>;
  /** What AWS checks on the way, though nobody calls it: the permission to read a queue that is redriven. */
  readonly implied?: Readonly<Record<Call, ResourceKind>>;
}

/** Where a runbook works. */
export interface RunbookPlace {
  readonly environment: string;
  readonly region: string;
  /** Starts the names of all that belongs to the environment: `assess-staging`. */
  readonly prefix: string;
}

/** @typeParam P ports. @typeParam I inputs */
export interface Scope<P, I extends RunbookInputs> {
  readonly ports: P;
  readonly place: RunbookPlace;
  readonly inputs: InputValues<I>;
  /** The same for this step of this run, however often it is tried: 32 hexadecimal digits. */
  readonly token: string;
  now(): Date;
  /** For the log of the run. */
  tell(line: string): void;
}

/** One thing that would be, or was, changed. */
export interface Change {
  /** `desired tasks of assess-staging-app` */
  readonly what: string;
  readonly from: string;
  readonly to: string;
}

/** Why it cannot be done as things are. */
export interface Obstacle {
  /** A sentence with its full stop. */
  readonly what: string;
  /** One imperative sentence. */
  readonly next: string;
}

export type StepPlan<B> =
  /** `before` is all that `run`, `verify` and `compensate` need to know of how it was: it is written down before anything changes. */
  | { readonly kind: 'change'; readonly changes: readonly Change[]; readonly before: B }
  /** It is so already; without a full stop. */
  | { readonly kind: 'nothing'; readonly why: string }
  | { readonly kind: 'refused'; readonly obstacle: Obstacle };

/** Whether a step has come true; words without a full stop. */
export type Check =
  | { readonly kind: 'yes'; readonly words: string }
  | { readonly kind: 'not-yet'; readonly words: string }
  /** It will not come true any more: waiting makes no sense. */
  | { readonly kind: 'never'; readonly words: string };

/** How a step is undone. It has to bear being done twice, and being done when the step only came half the way. */
export interface Compensation<P, I extends RunbookInputs, B> {
  /** One line, for the documentation. */
  readonly about: string;
  readonly timeoutSeconds: number;
  run(scope: Scope<P, I>, before: B): Promise<void>;
  /** Whether all is as it was. */
  verify(scope: Scope<P, I>, before: B): Promise<Check>;
}

export interface StepDefinition<P, I extends RunbookInputs, B> {
  /** Lower case words and hyphens, once in a runbook. */
  readonly id: string;
  /** In the imperative: `Scale the service`. */
  readonly title: string;
  /** What it does and calls, for the documentation. */
  readonly about: string;
  /** Until `verify` says yes, from the end of `run`. */
  readonly timeoutSeconds: number;
  /** How often `run` is tried again after an error that passes (throttling, a lost connection). */
  readonly retries: number;
  /** Of the document that `plan` leaves behind. */
  readonly before: Fields<B>;
  /** Reads, and says what `run` would change. In plan mode the steps before it have not been run: it says what it would do then. */
  plan(scope: Scope<P, I>): Promise<StepPlan<B>>;
  /** Changes. After a crash it is run again with the same token: what is done is left, not done twice. */
  run(scope: Scope<P, I>, before: B): Promise<void>;
  verify(scope: Scope<P, I>, before: B): Promise<Check>;
  /** What nobody can undo says why, for the documentation. */
  readonly compensate: Compensation<P, I, B> | { readonly impossible: string };
}

/** A step whose own document is hidden: what comes from the journal is checked before it is used. */
export interface Step<P, I extends RunbookInputs> extends Omit<StepDefinition<P, I, unknown>, 'before'> {
  /** @returns what is wrong with a document of the journal; nothing when it is one of this step */
  problemsOf(before: unknown): readonly string[];
}

export interface RunbookDefinition<P, I extends RunbookInputs = RunbookInputs> {
  /** Lower case words and hyphens; its file's name. */
  readonly id: string;
  readonly title: string;
  /** What it does, in one or two sentences. */
  readonly about: string;
  /** When somebody on call reaches for it, and when not: sentences. */
  readonly when: readonly string[];
  /** KPIs of the catalogue whose alarms it is the answer to. */
  readonly symptoms: readonly string[];
  readonly risk: RunbookRisk;
  /** The least role that may run it, unless `.github/opsdeck.json` says otherwise; to plan takes `write`. */
  readonly permission: RepositoryRole;
  readonly inputs: I;
  readonly calls: RunbookCalls;
  /** What one run at a time works on: `environment` also keeps deploys and game days away; else a name of its own. */
  target(inputs: InputValues<I>): 'environment' | string;
  /** Looks before anything is planned: everything that is in the way, at once. */
  check(scope: Scope<P, I>): Promise<readonly Obstacle[]>;
  readonly steps: readonly Step<P, I>[];
  /** How long its alarms are watched after the last step: one that begins to ring undoes it all. 0 where users cannot notice. */
  readonly settleSeconds: number;
}

/** Any runbook, whatever it asks for. */
// biome-ignore lint/suspicious/noExplicitAny: its steps take exactly the inputs that it declares, which the list of all of them cannot say.
export type AnyRunbook<P> = RunbookDefinition<P, any>;

/** Makes a runbook and its steps of typed inputs: `const { runbook, step } = asking({ desired: {...} });`. */
export function runbooksOver<P>() {
  return <const I extends RunbookInputs>(inputs: I) => ({
    runbook: (definition: Omit<RunbookDefinition<P, I>, 'inputs'>): RunbookDefinition<P, I> => ({ ...definition, inputs }),
    step: <B>({ before, ...definition }: StepDefinition<P, I, B>): Step<P, I> => {
      return {
        ...(definition as unknown as Omit<Step<P, I>, 'problemsOf'>),
        problemsOf: (value) => {
          const parsed = parseRecord(value, before);
          return parsed.kind === 'corrupt' ? parsed.problems : [];
        },
      };
    },
  });
}
