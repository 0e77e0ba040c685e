import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { badPercentAt, budgetPercent, leastRequests, windowName } from '../../src/kpis/burn-rates.ts';
import { burnRates } from '../../src/kpis/slo.ts';

const slo = { objectivePercent: 99.9, objectiveDays: 30, leastBad: 5 };

describe('the rates of the SRE workbook, for 99.9 % in 30 days', () => {
  test.each([
    ['fast', 1.44, 2, 348],
    ['slow', 0.6, 5, 834],
    ['drift', 0.1, 10, 5000],
  ])('%s: above %d %% bad, %d %% of the budget, from %d requests', (id, bad, budget, requests) => {
    const [burnRate] = burnRates.filter((each) => each.id === id);
    if (!burnRate) throw new Error(`no ${id}`);
    expect(badPercentAt(slo, burnRate)).toBe(bad);
    expect(budgetPercent(slo, burnRate)).toBe(budget);
    expect(leastRequests(slo, burnRate)).toBe(requests);
  });
});

test('with as few requests as are looked at, the least number of bad ones is needed to ring', () => {
  const objectives = fc.integer({ min: 900, max: 9999 }).map((n) => n / 100);
  fc.assert(
    fc.property(objectives, fc.integer({ min: 1, max: 50 }), fc.constantFrom(1, 6, 14.4), (objectivePercent, leastBad, rate) => {
      const objective = { objectivePercent, leastBad };
      const requests = leastRequests(objective, { rate });
      const badRequests = (requests * badPercentAt(objective, { rate })) / 100;
      return (
        badRequests >= leastBad - 1e-3 && (requests === 1 || requests - 1 < (100 * leastBad) / badPercentAt(objective, { rate }))
      );
    }),
  );
});

test.each([
  [300, '5m'],
  [1800, '30m'],
  [3600, '1h'],
  [21_600, '6h'],
  [259_200, '3d'],
])('%i seconds are %s', (seconds, name) => {
  expect(windowName(seconds)).toBe(name);
});
