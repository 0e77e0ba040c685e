// What applying is given: the ports, the settings, and who is running.
import type { StackLayout } from '../../define/synth-layout.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Documents } from '../../ports/documents.ts';
import type { Progress } from '../../ports/progress.ts';
import type { PullRequests } from '../../ports/pull-requests.ts';
import type { TerraformFolders } from '../../ports/terraform.ts';
import type { WorkflowRuns } from '../../ports/workflow-runs.ts';
import type { LockOwner } from '../preview/lock.ts';

export interface ApplyWorld {
  readonly pullRequests: PullRequests;
  readonly documents: Documents;
  readonly workflowRuns: WorkflowRuns;
  readonly terraform: TerraformFolders;
  readonly clock: Clock;
  readonly progress: Progress;
  readonly run: LockOwner;
  /** Aborting lets Terraform bring what is in flight to an end and save its state. */
  readonly signal: AbortSignal;
  readonly settings: ApplySettings;
  /** Shows how far it has come where people wait for it; never fails. */
  tell(words: string): void;
}

export interface ApplySettings {
  /** Absolute path of what was synthesized; the gate has let it through. */
  readonly folder: string;
  readonly stacks: ReadonlyMap<string, unknown>;
  /** The two layers of the reference platform when left out. */
  readonly layout?: StackLayout;
  readonly environment: string;
  readonly bucket: string;
  readonly domain: string;
  /** Empty where there is none. */
  readonly image: string;
  readonly lockWaitSeconds: number;
  readonly lockPollSeconds: number;
  readonly stateLockTimeoutSeconds: number;
}
