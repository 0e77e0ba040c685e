// What is left of an objective's error budget, as if the window were all of its days.
import type { Slo } from '../../define/kpi.ts';
import { leastRequests } from '../../kpis/burn-rates.ts';
import type { Series } from '../../ports/metrics.ts';
import { sum } from './statistics.ts';

export type Budget = { readonly title: string } /** `leftPercent` is below 0 where more was used up than there was. */ & (
  | { readonly kind: 'left'; readonly leftPercent: number; readonly bad: number; readonly all: number }
  | { readonly kind: 'insufficient'; readonly because: string }
);

/**
 * Too little is told by neither side: fewer requests than a budget has room for `leastBad` bad ones in, and fewer bad ones than that.
 * https://sre.google/workbook/alerting-on-slos/#low-traffic-services-and-error-budget-alerting
 */
export function computeBudget(slo: Slo, badSeries: Series, allSeries: Series): Budget {
  const { title, objectivePercent, leastBad } = slo;
  if (badSeries.kind === 'unavailable') return { title, kind: 'insufficient', because: badSeries.because };
  if (allSeries.kind === 'unavailable') return { title, kind: 'insufficient', because: allSeries.because };
  const bad = sum(badSeries.points.values);
  const all = sum(allSeries.points.values);
  if (all <= 0) return { title, kind: 'insufficient', because: 'no requests in the window' };
  const least = leastRequests(slo, { rate: 1 });
  if (bad < leastBad && all < least) {
    const because = `${all.toLocaleString('en')} requests; it can be told from ${least.toLocaleString('en')} on`;
    return { title, kind: 'insufficient', because };
  }
  const allowed = (all * (100 - objectivePercent)) / 100;
  return { title, kind: 'left', leftPercent: 100 * (1 - bad / allowed), bad, all };
}
