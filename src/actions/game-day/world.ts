// What the game-day engine is given: the ports, the settings, and who is running.
import type { DrillDefinition } from '../../define/drill.ts';
import type { KpiCatalogue } from '../../define/kpi.ts';
import type { Alarms } from '../../ports/alarms.ts';
import type { Caches } from '../../ports/caches.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Databases } from '../../ports/databases.ts';
import type { Documents } from '../../ports/documents.ts';
import type { Experiments } from '../../ports/experiments.ts';
import type { Issues } from '../../ports/issues.ts';
import type { Metrics } from '../../ports/metrics.ts';
import type { Networks } from '../../ports/networks.ts';
import type { Pager } from '../../ports/pager.ts';
import type { Progress } from '../../ports/progress.ts';
import type { Services } from '../../ports/services.ts';
import type { TaggedResources } from '../../ports/tagged-resources.ts';
import type { WorkflowRuns } from '../../ports/workflow-runs.ts';
import type { ZonalShifts } from '../../ports/zonal-shifts.ts';
import type { LockOwner } from '../preview/lock.ts';
import type { GameDayConfig } from './config.ts';

export interface GameDayWorld {
  readonly clock: Clock;
  readonly progress: Progress;
  readonly documents: Documents;
  readonly workflowRuns: WorkflowRuns;
  readonly issues: Issues;
  readonly experiments: Experiments;
  readonly alarms: Alarms;
  readonly services: Services;
  readonly zonalShifts: ZonalShifts;
  readonly networks: Networks;
  readonly databases: Databases;
  readonly caches: Caches;
  readonly pager: Pager;
  readonly metrics: Metrics;
  readonly taggedResources: TaggedResources;
  readonly catalogue: KpiCatalogue;
  readonly drills: readonly DrillDefinition[];
  readonly settings: GameDaySettings;
  readonly run: LockOwner;
  /** Aborted when the job is cancelled: the experiment ends, and what it broke is put right. */
  readonly signal?: AbortSignal;
}

export interface GameDaySettings extends Patience {
  readonly environment: string;
  readonly region: string;
  readonly bucket: string;
  readonly runUrl: string;
  readonly config: GameDayConfig;
  /** How much faster than on a wall clock time runs: 1, except in rehearsals. */
  readonly timeRate: number;
  /** Where this job runs in AWS. */
  readonly runnerZone?: string;
  /** Where that is known. */
  readonly credentialsExpireAt?: Date;
}

/** How long to wait for what, and how often to look. */
export interface Patience {
  readonly pollSeconds: number;
  /** Polls in a row that FIS, or CloudWatch, leaves without an answer, before the drill is broken off. */
  readonly mostUnanswered: number;
  /** FIS takes about half a minute to stop; an experiment that still runs then is a person's matter. */
  readonly stopSeconds: number;
  /** Until a rolled-back service, or a failed-over database, is where it should be. */
  readonly rollbackSeconds: number;
  /** Left of the credentials for stopping, rolling back and verifying. */
  readonly credentialReserveSeconds: number;
  /** Between two changes of the issue while the experiment runs. */
  readonly tellSeconds: number;
  /** Of somebody who ends the game day of another run. */
  readonly abortWaitSeconds: number;
  /** Little time is left (after a cancellation, GitHub gives five minutes): what can only be waited for is left out. */
  readonly isHurried: boolean;
}

export const defaultPatience: Omit<Patience, 'pollSeconds'> = {
  mostUnanswered: 6,
  stopSeconds: 300,
  rollbackSeconds: 900,
  credentialReserveSeconds: 600,
  tellSeconds: 30,
  abortWaitSeconds: 900,
  isHurried: false,
};

/** Milliseconds of an instant as AWS or we write it. */
export function msOf(instant: string): number {
  return Date.parse(instant);
}

/** Of anybody's words in the journal: what is longer could not be read again. */
const longestWords = 1000;

export function clip(words: string): string {
  return words.length > longestWords ? `${words.slice(0, longestWords - 1)}…` : words;
}

/** For a log and a report, whatever was thrown. */
export function wordsOf(error: unknown): string {
  return clip(error instanceof Error ? error.message : String(error));
}
