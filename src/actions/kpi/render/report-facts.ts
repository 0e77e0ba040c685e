// What a report is about, beside its numbers.

import type { Window } from '../../../ports/metrics.ts';
import type { Assessment } from '../assess.ts';

export interface KpiReport {
  /** `pr-7`, `staging`; hostile as any name. */
  readonly subject: string;
  readonly window: Window;
  /** Nothing where nothing is compared. */
  readonly base?: { readonly name: string; readonly window: Window };
  readonly runUrl: string;
  readonly assessment: Assessment;
}
