// What is asked of CloudWatch.
import { describe, expect, test } from '@jest/globals';
import { computePlaces } from '../../../src/actions/kpi/places.ts';
import { answerTo, queriesOf, questionsOf } from '../../../src/actions/kpi/questions.ts';
import { catalogue } from '../../../src/kpis/index.ts';
import { staging } from './support/world.ts';

const places = computePlaces(staging, { region: 'eu-west-2', apiName: 'assess-staging' });
const lasting = (['platform', 'service'] as const).map((layer) => questionsOf(catalogue, { layer, places, isLasting: true }));

describe('an environment that lasts', () => {
  test('is asked for every row of the catalogue', () => {
    const asked = lasting.flatMap(({ kpis }) => kpis.map(({ kpi }) => kpi.id));
    expect([...new Set(asked)].sort()).toEqual(catalogue.kpis.map(({ id }) => id).sort());
    expect(lasting.flatMap(({ slos }) => slos.map(({ slo }) => slo.id))).toEqual(catalogue.slos.map(({ id }) => id));
  });

  test('has a row for each node and each zone', () => {
    const ids = lasting.flatMap(({ kpis }) => kpis.map(({ id }) => id));
    expect(ids).toEqual(expect.arrayContaining(['cache-cpu/1', 'cache-cpu/2', 'zone-errors/a', 'zone-errors/b']));
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('is asked for each metric only once, in one call', () => {
    const queries = queriesOf(lasting);
    const told = queries.map(({ metric, periodSeconds }) => JSON.stringify([metric, periodSeconds]));
    expect(new Set(told).size).toBe(told.length);
    expect(new Set(queries.map(({ id }) => id)).size).toBe(queries.length);
    expect(queries.length).toBeLessThan(500);
  });
});

test('a preview has no rows that only lasting environments have, but its budgets', () => {
  const { kpis, slos } = questionsOf(catalogue, { layer: 'service', places, isLasting: false });
  expect(kpis.every(({ kpi }) => kpi.environments === 'all')).toBe(true);
  expect(slos).toHaveLength(catalogue.slos.length);
});

test('a percentile and an average are asked for together with how many values they are of', () => {
  const { kpis } = questionsOf(catalogue, { layer: 'service', places, isLasting: false });
  const queries = queriesOf([{ kpis: kpis.filter(({ id }) => id === 'latency' || id === 'cpu'), slos: [] }]);
  expect(queries.map(({ metric }) => `${metric.name} ${metric.statistic}`)).toEqual([
    'TargetResponseTime p99',
    'TargetResponseTime SampleCount',
    'CPUUtilization Average',
    'CPUUtilization SampleCount',
  ]);
});

test('what has no name is a row that says so, and nothing is asked for it', () => {
  const { kpis, slos } = questionsOf(catalogue, { layer: 'service', places: {}, isLasting: false });
  expect(kpis.map(({ missing }) => missing.length > 0)).toEqual(kpis.map(() => true));
  expect(queriesOf([{ kpis, slos }])).toEqual([]);
});

test('a query that is not answered is not available', () => {
  const [query] = queriesOf(lasting);
  expect(query && answerTo(query, new Map())).toMatchObject({ kind: 'unavailable' });
});
