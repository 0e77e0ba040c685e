// All that the issue of an incident tells, gathered before it is rendered.
import type { Window } from '../../../ports/metrics.ts';
import type { Evaluation } from '../../kpi/evaluate.ts';
import type { AutomaticDecision } from './automatic.ts';
import type { Incident } from './incident.ts';
import type { WatchedMeasure } from './known-alarms.ts';
import type { Matching } from './matching.ts';
import type { Standing, Subject } from './situation.ts';
import type { Suspect } from './suspects.ts';

/** How a KPI has gone before and since. */
export interface Course {
  readonly title: string;
  readonly watched: WatchedMeasure;
  readonly evaluation: Evaluation;
  readonly window: Window;
}

/** What the matching runbook would do now. */
export type LivePlan =
  | { readonly kind: 'planned'; readonly runbook: string; readonly markdown: string }
  /** A person has to say something first. */
  | { readonly kind: 'needs-inputs'; readonly runbook: string; readonly inputs: readonly string[] }
  | { readonly kind: 'failed'; readonly runbook: string; readonly words: string };

export interface IncidentFacts {
  readonly incident: Incident;
  readonly subject: Subject;
  readonly standing: Standing;
  readonly now: Date;
  readonly region: string;
  readonly runUrl: string;
  readonly quietSeconds: number;
  readonly suspects: readonly Suspect[];
  readonly matching: Matching;
  readonly plan?: LivePlan;
  readonly course?: Course;
  readonly automatic: AutomaticDecision;
}
