// What handling alarms is given: the ports, the settings, who is running, and the engine that plans and runs runbooks.
import type { KpiCatalogue } from '../../../define/kpi.ts';
import type { StacksConfig } from '../../../define/stacks-config.ts';
import type { Alarms } from '../../../ports/alarms.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { Documents } from '../../../ports/documents.ts';
import type { IssueThreads } from '../../../ports/issues.ts';
import type { Metrics } from '../../../ports/metrics.ts';
import type { Progress } from '../../../ports/progress.ts';
import type { TaggedResources } from '../../../ports/tagged-resources.ts';
import type { WorkflowRuns } from '../../../ports/workflow-runs.ts';
import type { Runbook } from '../../../runbooks/asking.ts';
import type { LockOwner } from '../../preview/lock.ts';
import type { RunbooksConfig } from '../config.ts';
import type { AutomaticRun, Incident } from './incident.ts';

export interface IncidentWorld {
  readonly clock: Clock;
  readonly progress: Progress;
  readonly documents: Documents;
  readonly workflowRuns: WorkflowRuns;
  readonly alarms: Alarms;
  readonly metrics: Metrics;
  readonly taggedResources: TaggedResources;
  readonly issues: IssueThreads;
  readonly catalogue: KpiCatalogue;
  readonly runbooks: readonly Runbook[];
  readonly engine: IncidentEngine;
  readonly settings: IncidentSettings;
  readonly run: LockOwner;
  readonly signal?: AbortSignal;
}

export interface IncidentSettings {
  /** What names of every environment begin with. */
  readonly names: Pick<StacksConfig, 'prefix'>;
  readonly environment: string;
  readonly region: string;
  readonly runUrl: string;
  readonly pollSeconds: number;
  readonly config: RunbooksConfig;
}

/** A runbook with what it asks for, as texts. */
export interface RunbookAsk {
  readonly runbook: Runbook;
  readonly inputs: Readonly<Record<string, string>>;
}

export interface AutomaticAsk extends RunbookAsk {
  readonly incident: Incident;
  /** Why, for its journal. */
  readonly reason: string;
}

/** What of the engine alarms need: so far, nothing else of it is known here. */
export interface IncidentEngine {
  /** Reads only. @returns Markdown; what is in the way is part of it. @throws what the world says */
  plan(ask: RunbookAsk): Promise<string>;
  /** By the door `alarm`, unattended: refuses high risk. @returns what became of it; a failure of the world is thrown */
  run(ask: AutomaticAsk): Promise<{ readonly status: AutomaticRun['status']; readonly words: string }>;
}
