// Whether the steady state that the drill is about is there: alarms, fresh data, the hypothesis, the error budget.
import type { Alarm } from '../../../ports/alarms.ts';
import { isBeyond } from '../kpi-windows.ts';
import { bad, type Check, type Look, lookAt, noneOf, ok, unknown } from './check.ts';
import type { PreflightFacts } from './facts.ts';

export const steadyChecks: readonly Check[] = [
  { id: 'alarms', title: 'Alarms', bad: 'refuse', unknown: 'inconclusive', look: lookAtAlarms },
  {
    id: 'alarm-actions',
    title: 'Alarms tell somebody',
    bad: 'refuse',
    unknown: 'refuse',
    look: ({ alarms }) =>
      lookAt(alarms, (found) =>
        noneOf(
          found.filter(({ isActionsEnabled }) => !isActionsEnabled).map(({ name }) => `the actions of ${name} are switched off`),
          'their actions are switched on',
        ),
      ),
  },
  {
    id: 'quiet',
    title: 'Quiet hours before',
    bad: 'refuse',
    unknown: 'refuse',
    look: ({ transitions, config }) =>
      lookAt(transitions, (found) =>
        noneOf(
          found.filter(({ to }) => to === 'ALARM').map(({ name, at }) => `${name} rang at ${at}`),
          `no alarm rang for ${config.quietHours} hours`,
        ),
      ),
  },
  {
    id: 'data',
    title: 'Fresh data',
    bad: 'inconclusive',
    unknown: 'inconclusive',
    look: ({ kpis }) =>
      lookAt(kpis, (found) =>
        noneOf(
          found.filter(({ isFresh }) => !isFresh).map(({ expectation }) => `no data of ${expectation.kpi}`),
          'every KPI of the hypothesis has some',
        ),
      ),
  },
  { id: 'hypothesis', title: 'Hypothesis', bad: 'refuse', unknown: 'inconclusive', look: lookAtHypothesis },
  { id: 'budget', title: 'Error budget', bad: 'refuse', unknown: 'tell', look: lookAtBudget },
];

function lookAtAlarms({ alarms, watched }: PreflightFacts): Look {
  return lookAt(alarms, (found) => {
    const missing = watched.filter((name) => !found.some((alarm) => alarm.name === name));
    const ringing = found.filter(({ state }) => state === 'ALARM');
    const problems = [...missing.map((name) => `there is no alarm ${name}`), ...ringing.map(ringingWords)];
    if (watched.length === 0) return bad('none would break it off');
    if (problems.length > 0) return bad(problems.join('; '));
    const silent = found.filter(({ state }) => state === 'INSUFFICIENT_DATA').map(({ name }) => name);
    return silent.length > 0 ? unknown(`too little data for ${silent.join(', ')}`) : ok(`all ${found.length} are OK`);
  });
}

function ringingWords({ name, transitionedAt, reason }: Alarm): string {
  return `${name} rings since ${transitionedAt}: ${reason}`;
}

/** Also worse than what is tolerated while a drill lasts: then it is no steady state. */
function lookAtHypothesis({ kpis }: PreflightFacts): Look {
  return lookAt(kpis, (found) => {
    const broken = found.flatMap(({ kpi, value, expectation }) =>
      kpi && value !== undefined && isBeyond(value, expectation.tolerated, kpi.good)
        ? [`${expectation.kpi} is ${rounded(value)} already; ${expectation.tolerated} is tolerated`]
        : [],
    );
    if (broken.length > 0) return bad(broken.join('; '));
    const untold = found.filter(({ value }) => value === undefined).map(({ expectation }) => expectation.kpi);
    return untold.length > 0 ? unknown(`too little data to tell of ${untold.join(', ')}`) : ok('true now');
  });
}

function lookAtBudget({ budgets, config: { leastBudgetPercent } }: PreflightFacts): Look {
  return lookAt(budgets, (found) => {
    const low = found.flatMap((budget) =>
      budget.kind === 'left' && budget.leftPercent < leastBudgetPercent
        ? [`${Math.round(budget.leftPercent)} % of ${budget.title} is left; ${leastBudgetPercent} % has to be`]
        : [],
    );
    if (low.length > 0) return bad(low.join('; '));
    const untold = found.flatMap((budget) => (budget.kind === 'left' ? [] : [`${budget.title}: ${budget.because}`]));
    return untold.length > 0 ? unknown(untold.join('; ')) : ok(`more than ${leastBudgetPercent} % is left of each`);
  });
}

export function rounded(value: number): number {
  return Number(value.toPrecision(3));
}
