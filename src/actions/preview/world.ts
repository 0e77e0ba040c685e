// What the preview engine is given: the ports, the settings, and who is running.
import type { StackLayout } from '../../define/synth-layout.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Comments } from '../../ports/comments.ts';
import type { Deployments } from '../../ports/deployments.ts';
import type { Documents } from '../../ports/documents.ts';
import type { Progress } from '../../ports/progress.ts';
import type { PullRequests } from '../../ports/pull-requests.ts';
import type { TaggedResources } from '../../ports/tagged-resources.ts';
import type { TerraformFolders } from '../../ports/terraform.ts';
import type { WorkflowRuns } from '../../ports/workflow-runs.ts';
import type { Naming } from './adoption-by-name.ts';
import type { LockOwner } from './lock.ts';

export interface PreviewWorld {
  readonly clock: Clock;
  readonly progress: Progress;
  readonly documents: Documents;
  readonly pullRequests: PullRequests;
  readonly comments: Comments;
  readonly deployments: Deployments;
  readonly workflowRuns: WorkflowRuns;
  readonly taggedResources: TaggedResources;
  readonly terraform: TerraformFolders;
  readonly settings: PreviewSettings;
  readonly run: CurrentRun;
  /** Aborting lets Terraform end in good order; then everything is written down and the lock is released. */
  readonly signal?: AbortSignal;
}

export interface CurrentRun extends LockOwner {
  /** The log that a person should look at. */
  readonly url: string;
}

export interface PreviewSettings extends Patience {
  readonly bucket: string;
  readonly region: string;
  /** Of hashicorp/aws: exactly the one that the stacks are synthesized for. */
  readonly providerVersion: string;
  /** The two layers of the reference platform when left out. */
  readonly layout?: StackLayout;
  readonly naming: Naming;
  /** Slots of the host platform, and so the cap on shared previews. */
  readonly maximum: number;
  readonly maximumIsolated: number;
  /** How many resources Terraform works on at once; its own default when left out. */
  readonly parallelism?: number;
  /** How long a preview lives after the last activity. */
  readonly lifetimeSeconds: number;
  /** How far ahead of now an expiry can be moved. */
  readonly maximumLifetimeSeconds: number;
}

/** How long to wait for what, and how often to try. */
export interface Patience {
  readonly lockWaitSeconds: number;
  readonly lockPollSeconds: number;
  /** What was destroyed stays in the tagging API for a while. */
  readonly tagSettleSeconds: number;
  readonly tagPollSeconds: number;
  readonly destroyAttempts: number;
  /** Before the second attempt; twice as long before each further one. */
  readonly destroyBackoffSeconds: number;
  /** For Terraform's own lock, which a plan holds for seconds. */
  readonly stateLockTimeoutSeconds: number;
}

export const defaultPatience: Patience = {
  lockWaitSeconds: 900,
  lockPollSeconds: 10,
  tagSettleSeconds: 20,
  tagPollSeconds: 5,
  destroyAttempts: 3,
  destroyBackoffSeconds: 15,
  stateLockTimeoutSeconds: 60,
};

const hour = 3600;

/** Live for three days after the last push, and never more than two weeks ahead. */
export const defaultLifetimes = { lifetimeSeconds: 72 * hour, maximumLifetimeSeconds: 14 * 24 * hour } as const;
