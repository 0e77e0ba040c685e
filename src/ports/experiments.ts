// Fault injection experiments: their templates, how they go, how they are ended.

/** https://docs.aws.amazon.com/fis/latest/userguide/experiments.html#experiment-state */
export const experimentStatuses = [
  'pending',
  'initiating',
  'running',
  'completed',
  'stopping',
  'stopped',
  'failed',
  'cancelled',
] as const;
export type ExperimentStatus = (typeof experimentStatuses)[number];

export type ExperimentActionStatus = ExperimentStatus | 'skipped';

export interface ExperimentTemplate {
  readonly id: string;
  readonly arn: string;
  readonly description: string;
  readonly tags: Readonly<Record<string, string>>;
  /** Changes whenever somebody changes the template: `2026-01-31T12:00:00.000Z`. */
  readonly lastUpdatedAt: string;
  /** Any of them stops the experiment. */
  readonly stopAlarmArns: readonly string[];
  /** By name: what resolves to it, and what it is used by. */
  readonly targets: Readonly<Record<string, { readonly resourceType: string }>>;
  readonly actions: Readonly<Record<string, { readonly actionId: string }>>;
}

export interface ExperimentAction {
  readonly name: string;
  readonly actionId: string;
  readonly status: ExperimentActionStatus;
  readonly reason?: string;
  /** By AWS's clock. */
  readonly startedAt?: string;
  readonly endedAt?: string;
}

export interface Experiment {
  readonly id: string;
  readonly templateId: string;
  readonly status: ExperimentStatus;
  /** Why it is in that status, in AWS's words. */
  readonly reason: string;
  /** By AWS's clock. */
  readonly createdAt: string;
  readonly startedAt?: string;
  readonly endedAt?: string;
  readonly actions: readonly ExperimentAction[];
  readonly tags: Readonly<Record<string, string>>;
}

/** What one target of an experiment was found to be. */
export interface ResolvedTarget {
  /** The template's name for it. */
  readonly target: string;
  readonly resourceType: string;
  /** What AWS tells of it: `subnetArn`, `taskArn`, ... */
  readonly facts: Readonly<Record<string, string>>;
}

export interface StartRequest {
  readonly templateId: string;
  /** The same token starts the same experiment only once. */
  readonly clientToken: string;
  /** Resolves the targets, and does nothing to them: `actionsMode: skip-all`. */
  readonly isPreview: boolean;
  readonly tags: Readonly<Record<string, string>>;
}

export interface Experiments {
  /** Those that carry all of these tags. */
  templates(tags: Readonly<Record<string, string>>): Promise<readonly ExperimentTemplate[]>;
  start(request: StartRequest): Promise<Experiment>;
  /** @returns nothing when there is none of that id, which AWS forgets after 120 days */
  get(id: string): Promise<Experiment | undefined>;
  /** Asks for its end, which takes about half a minute. Of one that has ended, nothing is asked. */
  stop(id: string): Promise<void>;
  /** Everybody's in this account and region that have not ended. */
  active(): Promise<readonly Experiment[]>;
  /** @returns nothing where this API is not offered */
  resolvedTargets(id: string): Promise<readonly ResolvedTarget[] | undefined>;
  /** The kill switch of the account and region: engaged, it stops what runs and refuses what starts. */
  safetyLever(): Promise<'engaged' | 'disengaged' | 'unknown'>;
  engageSafetyLever(reason: string): Promise<void>;
  /** Lets experiments start again. AWS refuses while what the lever stops has not ended. */
  disengageSafetyLever(reason: string): Promise<void>;
}

export function hasEnded({ status }: Pick<Experiment, 'status'>): boolean {
  return ['completed', 'stopped', 'failed', 'cancelled'].includes(status);
}
