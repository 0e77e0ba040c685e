import { describe, expect, test } from '@jest/globals';
import type { Fixed, Measure, Metric, Place } from '../../src/define/kpi.ts';
import { expressionOf, inputsOf, levelAt, resolveInstances } from '../../src/kpis/measure.ts';
import { limits, platformNames, serviceNames } from './support/facts.ts';

const metric = (name: string, dimensions: Metric<Place | Fixed>['dimensions'] = {}): Metric<Place | Fixed> => ({
  namespace: 'AWS/X',
  name,
  dimensions,
  statistic: 'Sum',
});
const [part, whole] = [metric('Part'), metric('Whole')];

test.each<[Measure<Place | Fixed>, ids: readonly string[], expression: string | undefined]>([
  [{ kind: 'metric', metric: part }, ['value'], undefined],
  [{ kind: 'percentage', part, whole, atLeast: 20 }, ['part', 'whole'], 'IF(whole >= 20, 100 * part / whole, 0)'],
  [
    { kind: 'share', part, rest: whole, atLeast: 20 },
    ['part', 'rest'],
    'IF((part + FILL(rest, 0)) >= 20, 100 * part / (part + FILL(rest, 0)), 0)',
  ],
  [{ kind: 'difference', minuend: part, subtrahend: whole }, ['minuend', 'subtrahend'], 'minuend - subtrahend'],
])('%j', (measure, ids, expression) => {
  expect(Object.keys(inputsOf(measure))).toEqual(ids);
  expect(expressionOf(measure)).toBe(expression);
});

describe('places get their names', () => {
  const dimensionsAt = (
    dimensions: Metric<Place | Fixed>['dimensions'],
    names: Readonly<Partial<Record<Place, readonly string[]>>>,
  ) =>
    resolveInstances({ kind: 'metric', metric: metric('X', dimensions) }, names).map(({ label, measure }) => [
      label,
      inputsOf(measure).value?.dimensions,
    ]);

  test('one, where there is one', () => {
    expect(dimensionsAt({ Cluster: 'database-cluster', Role: { is: 'WRITER' } }, platformNames)).toEqual([
      [undefined, { Cluster: 'db', Role: 'WRITER' }],
    ]);
  });

  test('one for each node of the cache, by number', () => {
    expect(dimensionsAt({ Node: 'cache-node' }, platformNames)).toEqual([
      ['1', { Node: 'cache-001' }],
      ['2', { Node: 'cache-002' }],
    ]);
  });

  test('one for each zone, by letter', () => {
    expect(dimensionsAt({ Zone: 'zone', Service: 'service' }, serviceNames)).toEqual([
      ['a', { Zone: 'eu-west-2a', Service: 'app' }],
      ['b', { Zone: 'eu-west-2b', Service: 'app' }],
    ]);
  });

  test('and it is a bug when nobody said one', () => {
    expect(() => dimensionsAt({ Stream: 'stream' }, serviceNames)).toThrow('nobody said what stream is called');
  });
});

test.each([
  [5, 5],
  [{ share: 0.8, of: 'database-connections' } as const, 4000],
])('the level %j is %d', (level, value) => {
  expect(levelAt(level, limits)).toBe(value);
});

test('a share of a limit that nobody said is a bug', () => {
  expect(() => levelAt({ share: 0.8, of: 'database-connections' }, {})).toThrow(/database-connections/);
});
