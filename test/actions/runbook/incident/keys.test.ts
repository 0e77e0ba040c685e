// What an incident's documents and markers are called: short, safe, and of one alarm alone.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { incidentKey, slugOf } from '../../../../src/actions/runbook/incident/keys.ts';

test.each([
  ['staging', 'assess-staging-app-errors', 'app-errors'],
  ['staging', 'shop-staging-orders-age', 'orders-age'],
  ['pr-7', 'assess-pr-7-app-errors', 'app-errors'],
  ['staging', 'assess-staging-staging-errors', 'staging-errors'],
  ['staging', 'assess-production-app-errors', 'assess-production-app-errors'],
])('in %s, %s is %s', (environment, alarm, slug) => {
  expect(slugOf(environment, alarm)).toBe(slug);
  expect(incidentKey(environment, alarm)).toBe(`runs/incidents/${environment}/${slug}.json`);
});

describe('whatever the alarms of an environment are called', () => {
  const environment = fc.constantFrom('staging', 'pr-7', 'a', '.*');
  const rest = fc.oneof(
    fc.string({ maxLength: 255 }),
    fc.string({ unit: fc.constantFrom('a', 'B', '-', '.', '/'), minLength: 1 }),
  );

  test('their slugs fit into keys and markers', () => {
    fc.assert(
      fc.property(environment, rest, (of, name) => {
        expect(slugOf(of, name)).toMatch(/^[a-z\d](?:[a-z\d-]{0,98}[a-z\d])?$/);
        expect(slugOf(of, `assess-${of}-${name}`)).toMatch(/^[a-z\d](?:[a-z\d-]{0,98}[a-z\d])?$/);
      }),
    );
  });

  test('two of them never have the same slug', () => {
    fc.assert(
      fc.property(environment, rest, rest, (of, one, other) => {
        fc.pre(one !== other);
        expect(slugOf(of, `assess-${of}-${one}`)).not.toBe(slugOf(of, `assess-${of}-${other}`));
      }),
    );
  });
});
