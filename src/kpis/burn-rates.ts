// The arithmetic of error budgets: https://sre.google/workbook/alerting-on-slos/ .
import type { BurnRate, Slo } from '../define/kpi.ts';

type Objective = Pick<Slo, 'objectivePercent' | 'objectiveDays' | 'leastBad'>;

/** Bad requests, in percent, at which the budget burns that fast: 14.4 times 0.1 % is 1.44 %. */
export function badPercentAt(
  { objectivePercent }: Pick<Objective, 'objectivePercent'>,
  { rate }: Pick<BurnRate, 'rate'>,
): number {
  return rounded(rate * (100 - objectivePercent));
}

/** Requests in a window below which even that rate would mean fewer bad ones than can be told from chance. */
export function leastRequests(slo: Pick<Objective, 'objectivePercent' | 'leastBad'>, burnRate: Pick<BurnRate, 'rate'>): number {
  return Math.ceil(rounded((100 * slo.leastBad) / badPercentAt(slo, burnRate)));
}

/** What is used up of the whole budget, in percent, when the long window has burned that fast. */
export function budgetPercent({ objectiveDays }: Pick<Objective, 'objectiveDays'>, { rate, longSeconds }: BurnRate): number {
  return rounded((100 * rate * longSeconds) / (objectiveDays * daySeconds));
}

/** `5m`, `1h`, `3d`. */
export function windowName(seconds: number): string {
  if (seconds % daySeconds === 0) return `${seconds / daySeconds}d`;
  return seconds % 3600 === 0 ? `${seconds / 3600}h` : `${seconds / 60}m`;
}

const daySeconds = 86_400;

/** 100 - 99.9 is not 0.1 in binary; six digits are more than a rate of requests has. */
function rounded(value: number): number {
  return Number(value.toFixed(6));
}
