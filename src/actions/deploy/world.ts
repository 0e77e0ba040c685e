// What deploying is given: the ports, the settings, and who is running.
import type { Alarms } from '../../ports/alarms.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Documents } from '../../ports/documents.ts';
import type { Images } from '../../ports/images.ts';
import type { Issues } from '../../ports/issues.ts';
import type { Metrics } from '../../ports/metrics.ts';
import type { Pager } from '../../ports/pager.ts';
import type { Progress } from '../../ports/progress.ts';
import type { Services } from '../../ports/services.ts';
import type { TaggedResources } from '../../ports/tagged-resources.ts';
import type { TerraformFolders } from '../../ports/terraform.ts';
import type { WorkflowRuns } from '../../ports/workflow-runs.ts';
import type { CurrentRun } from '../preview/world.ts';

export interface DeployWorld {
  readonly alarms: Alarms;
  readonly services: Services;
  readonly metrics: Metrics;
  readonly pager: Pager;
  readonly issues: Issues;
  readonly documents: Documents;
  readonly images: Images;
  readonly taggedResources: TaggedResources;
  readonly terraform: TerraformFolders;
  readonly workflowRuns: WorkflowRuns;
  readonly clock: Clock;
  readonly progress: Progress;
  readonly run: CurrentRun;
  /** Aborting ends an apply in good order; then what it brought is rolled back. */
  readonly signal: AbortSignal;
  readonly settings: DeploySettings;
  /** Shows how far it has come where people wait for it; never fails. */
  tell(words: string): void;
}

export interface DeploySettings extends DeployPatience {
  /** Absolute path of what was synthesized; the gate has let it through. */
  readonly folder: string;
  readonly stacks: ReadonlyMap<string, unknown>;
  readonly environment: string;
  readonly region: string;
  readonly bucket: string;
  readonly domain: string;
  /** Pinned, or a repository; empty where none is configured. */
  readonly image: string;
  readonly pollSeconds: number;
  /** As somebody asked for; no shorter than the alarms need is allowed. */
  readonly bakeSeconds?: number;
  /** How much faster than on a wall clock time runs: 1, except in rehearsals. */
  readonly timeRate: number;
}

/** How long to wait for what. */
export interface DeployPatience {
  readonly imagePatienceSeconds: number;
  readonly lockWaitSeconds: number;
  readonly lockPollSeconds: number;
  readonly stateLockTimeoutSeconds: number;
  /** Until ECS shows the deployment that an apply has begun. */
  readonly findSeconds: number;
  /** Until the new tasks have taken over. */
  readonly rolloutSeconds: number;
  /** Beyond the bake, for what is not clear yet. */
  readonly holdSeconds: number;
}

/** All of it, and a rollback, fits into the hour for which a job's credentials last. */
export const defaultPatience: DeployPatience = {
  imagePatienceSeconds: 900,
  lockWaitSeconds: 900,
  lockPollSeconds: 10,
  stateLockTimeoutSeconds: 60,
  findSeconds: 60,
  rolloutSeconds: 900,
  holdSeconds: 600,
};

/** What must come to its end is not to be cancelled half-way: a rollback, above all. */
export function uncancelled(world: DeployWorld): DeployWorld {
  return { ...world, signal: new AbortController().signal };
}
