// All that is looked at before anything is broken: what each source said, or that it could not be asked.
import type { DrillDefinition, Expectation } from '../../../define/drill.ts';
import type { Kpi } from '../../../define/kpi.ts';
import type { Alarm, AlarmTransition } from '../../../ports/alarms.ts';
import type { CacheGroup } from '../../../ports/caches.ts';
import type { DatabaseCluster } from '../../../ports/databases.ts';
import type { Experiment, ExperimentTemplate, ResolvedTarget } from '../../../ports/experiments.ts';
import type { FisAcl } from '../../../ports/networks.ts';
import type { ServiceState, Task } from '../../../ports/services.ts';
import type { ZonalShift } from '../../../ports/zonal-shifts.ts';
import type { HoldFacts } from '../../environment/hold.ts';
import type { Budget } from '../../kpi/budget.ts';
import type { GameDayConfig } from '../config.ts';
import type { DrillRequest } from '../request.ts';
import type { Scene } from '../scene.ts';

/** What a source said; or why it did not, as a sentence without an end. */
export type Seen<T> = { readonly value: T } | { readonly problem: string };

export interface KpiBefore {
  readonly expectation: Expectation;
  /** Nothing where the catalogue has no such row. */
  readonly kpi?: Kpi;
  /** In its last window, the worst of several; nothing without data. */
  readonly value?: number;
  /** Whether there is a datapoint in its last window. */
  readonly isFresh: boolean;
}

export type Preview =
  | { readonly kind: 'resolved'; readonly targets: readonly ResolvedTarget[] }
  /** AWS offers no such run here. */
  | { readonly kind: 'not-offered' }
  /** It would make something worse, or could not be made: `because` completes "not asked: ...". */
  | { readonly kind: 'not-asked'; readonly because: string }
  /** It was asked only to look, and began to act: it has been stopped. */
  | { readonly kind: 'acted'; readonly words: string };

export interface PreflightFacts {
  readonly now: Date;
  readonly drill: DrillDefinition;
  readonly request: DrillRequest;
  readonly environment: string;
  /** The zone that would be hit; nothing where none is, or where it is not one of the environment's. */
  readonly zone: string | undefined;
  readonly scene: Scene;
  readonly config: GameDayConfig;
  readonly runnerZone: string | undefined;
  readonly credentialsExpireAt: Date | undefined;
  readonly credentialReserveSeconds: number;
  /** Names of the alarms that break it off. */
  readonly watched: readonly string[];
  readonly alarms: Seen<readonly Alarm[]>;
  /** Since the quiet hours began. */
  readonly transitions: Seen<readonly AlarmTransition[]>;
  readonly kpis: Seen<readonly KpiBefore[]>;
  readonly budgets: Seen<readonly Budget[]>;
  /** Busiest of the last minutes. */
  readonly cpuPercent: number | undefined;
  readonly hold: Seen<HoldFacts>;
  readonly experiments: Seen<readonly Experiment[]>;
  readonly shifts: Seen<readonly ZonalShift[]>;
  readonly lever: Seen<'engaged' | 'disengaged' | 'unknown'>;
  readonly templates: Seen<readonly ExperimentTemplate[]>;
  readonly service: Seen<ServiceState | undefined>;
  readonly tasks: Seen<readonly Task[]>;
  readonly database: Seen<DatabaseCluster | undefined>;
  readonly cache: Seen<CacheGroup | undefined>;
  readonly fisAcls: Seen<readonly FisAcl[]>;
  readonly expectedTargets: readonly ResolvedTarget[];
  readonly preview: Preview;
}

/** Actions that only wait, or look. */
const harmless = ['aws:fis:wait', 'aws:cloudwatch:assert-alarm-state'];

export function isFault({ actionId }: { readonly actionId: string }): boolean {
  return !harmless.includes(actionId);
}

/** How long the experiment lasts when nothing ends it: each action starts when those before it have ended. */
export function drillSeconds({ actions }: Pick<DrillDefinition, 'actions'>): number {
  const ends = new Map<string, number>();
  const endOf = (name: string, seen: readonly string[]): number => {
    const known = ends.get(name);
    const action = actions.find((each) => each.name === name);
    if (known !== undefined || !action || seen.includes(name)) return known ?? 0;
    const begins = Math.max(0, ...(action.after ?? []).map((before) => endOf(before, [...seen, name])));
    const end = begins + (action.durationSeconds ?? 0);
    ends.set(name, end);
    return end;
  };
  return Math.max(0, ...actions.map(({ name }) => endOf(name, [])));
}
