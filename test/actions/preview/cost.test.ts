// What a day costs: from dated list prices, and never from a guess.
import { expect, test } from '@jest/globals';
import { costText, estimateCost, isolatedQuantities, sharedQuantities } from '../../../src/actions/preview/cost.ts';
import { prices } from '../../../src/actions/preview/prices.ts';

const tasks = { tasks: 2, vcpus: 0.5, memoryGib: 1 };

test('a shared preview', () => {
  const estimate = estimateCost(sharedQuantities(tasks), 'eu-west-2');
  expect(estimate.usdPerDay).toBeCloseTo(24 * 2 * (0.5 * 0.04656 + 0.00511), 10);
  expect(costText(estimate)).toMatchInlineSnapshot(
    `"about $1.36 a day (2 Fargate tasks; list prices of 2026-09-11; not priced: logs and metrics, data transfer)"`,
  );
});

test('an isolated preview', () => {
  const quantities = isolatedQuantities({ ...tasks, zones: 2, natGateways: 1, minimumAcus: 0.5 });
  expect(costText(estimateCost(quantities, 'eu-west-2'))).toMatchInlineSnapshot(
    `"about $5.24 a day (2 Fargate tasks, a load balancer, a NAT gateway, 0.5 Aurora capacity units; list prices of 2026-09-11; not priced: logs and metrics, data transfer, Redis, RDS Proxy, Kinesis and Firehose, WAF, keys and secrets)"`,
  );
});

test('elsewhere nothing is priced', () => {
  const estimate = estimateCost(sharedQuantities(tasks), 'eu-central-1');
  expect(estimate.usdPerDay).toBe(0);
  expect(costText(estimate)).toBe('not priced (2 Fargate tasks, logs and metrics, data transfer)');
});

test.each(Object.entries(prices))(
  'the price of %s says where and when it was listed',
  (_name, { page, usageType, listedOn, usdPerHour }) => {
    expect(page).toMatch(/^https:\/\/aws\.amazon\.com\/.+\/pricing\/$/);
    expect(usageType).toMatch(/^EUW2-/);
    expect(listedOn).toMatch(/^20\d\d-\d\d-\d\d$/);
    expect(usdPerHour).toBeGreaterThan(0);
  },
);
