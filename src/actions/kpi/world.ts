// What the kpi action needs of the world.
import type { KpiCatalogue } from '../../define/kpi.ts';
import type { StacksConfig } from '../../define/stacks-config.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Comments } from '../../ports/comments.ts';
import type { Issues } from '../../ports/issues.ts';
import type { Metrics } from '../../ports/metrics.ts';
import type { Progress } from '../../ports/progress.ts';
import type { TaggedResources } from '../../ports/tagged-resources.ts';

export interface KpiWorld {
  readonly clock: Pick<Clock, 'now'>;
  readonly metrics: Metrics;
  readonly taggedResources: TaggedResources;
  readonly comments: Comments;
  readonly issues: Issues;
  readonly progress: Progress;
  readonly catalogue: KpiCatalogue;
  readonly settings: KpiSettings;
}

export interface KpiSettings {
  /** What names of every environment begin with. */
  readonly names: Pick<StacksConfig, 'prefix'>;
  readonly region: string;
  readonly runUrl: string;
}

export interface KpiRequest {
  readonly environment: string;
  /** Its preview is judged, and told of in its comment. */
  readonly pullRequest?: number;
  readonly compare: 'none' | 'base' | 'previous';
  readonly windowSeconds: number;
  readonly keepsIssue: boolean;
}
