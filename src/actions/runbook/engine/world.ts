// What the runbook engine is given: the ports, the settings, and who is running.
import type { KpiCatalogue } from '../../../define/kpi.ts';
import type { StacksConfig } from '../../../define/stacks-config.ts';
import type { Alarms } from '../../../ports/alarms.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { Documents } from '../../../ports/documents.ts';
import type { Pager } from '../../../ports/pager.ts';
import type { Progress } from '../../../ports/progress.ts';
import type { CallGuard, RunbookPorts } from '../../../ports/runbook-ports.ts';
import type { TaggedResources } from '../../../ports/tagged-resources.ts';
import type { WorkflowRuns } from '../../../ports/workflow-runs.ts';
import type { Runbook } from '../../../runbooks/asking.ts';
import type { CurrentRun } from '../../preview/world.ts';
import type { RunbookJournal } from './journal.ts';

export interface RunbookWorld {
  /** Every runbook there is. */
  readonly runbooks: readonly Runbook[];
  readonly catalogue: KpiCatalogue;
  readonly documents: Documents;
  readonly workflowRuns: WorkflowRuns;
  readonly alarms: Alarms;
  readonly pager: Pager;
  readonly taggedResources: TaggedResources;
  readonly clock: Clock;
  readonly progress: Progress;
  readonly run: CurrentRun;
  readonly settings: RunbookSettings;
  /** Aborted when the job is cancelled: what was changed is undone. */
  readonly signal?: AbortSignal;
  /** The world as a runbook may see it: the guard is told of each of its calls. */
  openPorts(guard: CallGuard): RunbookPorts;
  /** Shows how far it has come where people wait for it; never fails, and takes no time. */
  tell(journal: RunbookJournal): void;
}

export interface RunbookSettings {
  /** What names of every environment begin with. */
  readonly names: Pick<StacksConfig, 'prefix'>;
  readonly region: string;
  readonly bucket: string;
  /** How often a step is looked at until it has come true, and the alarms are. */
  readonly pollSeconds: number;
  /** Before the first repetition of what failed; twice as long before each further one. */
  readonly retrySeconds: number;
}

export const defaultRetrySeconds = 5;
