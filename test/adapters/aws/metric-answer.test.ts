// How the text of an answer becomes instants and values.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readMetricAnswer } from '../../../src/adapters/aws/metric-answer.ts';

const read = (...results: readonly object[]) => readMetricAnswer(JSON.stringify({ MetricDataResults: results })).results;

describe('an answer', () => {
  test('has instants in milliseconds, of seconds with fractions', () => {
    expect(
      read({ Id: 'm0', StatusCode: 'Complete', Timestamps: [1479129000, 1479129060.5, 1.4791291200004e9], Values: [1, 2, 3] }),
    ).toMatchInlineSnapshot(`
[
  {
    "atMs": [
      1479129000000,
      1479129060500,
      1479129120000,
    ],
    "callId": "m0",
    "status": "Complete",
    "values": [
      1,
      2,
      3,
    ],
  },
]
`);
  });

  test('is followed by another one', () => {
    expect(readMetricAnswer('{"MetricDataResults":[],"NextToken":"more"}')).toEqual({ results: [], nextToken: 'more' });
    expect(readMetricAnswer('{"MetricDataResults":[],"NextToken":null}')).toEqual({ results: [] });
    expect(readMetricAnswer('{}')).toEqual({ results: [] });
  });

  test('of a metric without data has neither', () => {
    expect(read({ Id: 'm0' }, { Id: 'm1', Timestamps: [], Values: [] })).toEqual([
      { callId: 'm0', atMs: [], values: [] },
      { callId: 'm1', atMs: [], values: [] },
    ]);
  });

  test('has as many instants as values', () => {
    expect(read({ Id: 'm0', Timestamps: [1, 2], Values: [1] }, { Id: 'm1', Timestamps: [1], Values: [1, 2] })).toEqual([
      { callId: 'm0', atMs: [1000], values: [1] },
      { callId: 'm1', atMs: [1000], values: [1] },
    ]);
  });

  test.each([
    ['', 'no JSON'],
    ['<html></html>', 'no JSON'],
    ['{"MetricDataResults":[{"Id":"m0","Timestamps":[1,', 'no JSON'],
    ['null', 'no object'],
    ['[]', 'no object'],
    ['{"MetricDataResults":{}}', 'no list of results'],
    ['{"MetricDataResults":[],"NextToken":1}', 'no list of results'],
    ['{"MetricDataResults":[null]}', 'a result is no object'],
    ['{"MetricDataResults":[{"Timestamps":[1],"Values":[1]}]}', 'a result has no id'],
    [
      '{"MetricDataResults":[{"Id":"m0","Timestamps":["2026-03-02T11:00:00Z"],"Values":[1]}]}',
      'an instant is no number of seconds',
    ],
    ['{"MetricDataResults":[{"Id":"m0","Timestamps":[1,null],"Values":[1,1]}]}', 'an instant is no number of seconds'],
    ['{"MetricDataResults":[{"Id":"m0","Timestamps":"same","Values":[1]}]}', 'a result has no list of instants'],
    ['{"MetricDataResults":[{"Id":"m0","Timestamps":[1],"Values":{}}]}', 'a result has no list of values'],
  ])('that is %j is refused', (text, why) => {
    expect(() => readMetricAnswer(text)).toThrow(why);
  });
});

describe('whatever the answer', () => {
  const instants: fc.Arbitrary<number[]> = fc.oneof(
    fc.constantFrom<number[]>([60, 120, 180], [60, 120]),
    fc.array(fc.double({ min: 0, max: 2e9, noNaN: true }), { maxLength: 5 }),
  );
  const label = fc.oneof(
    fc.string(),
    fc.constantFrom('"Timestamps":[60,120]', 'x"Timestamps": [60, 120],', '\\"Timestamps":[1]', ']'),
  );
  const result = fc.record({ Id: fc.string(), Label: label, Timestamps: instants, StatusCode: label });

  test('each result has its own instants, also where they are those of others', () => {
    fc.assert(
      fc.property(fc.array(result, { maxLength: 8 }), fc.constantFrom(undefined, 1), (results, indent) => {
        const given = results.map((one) => ({ ...one, Values: one.Timestamps.map((_, index) => index) }));
        expect(readMetricAnswer(JSON.stringify({ MetricDataResults: given }, null, indent)).results).toEqual(
          given.map(({ Id, StatusCode, Timestamps, Values }) => {
            return { callId: Id, status: StatusCode, atMs: Timestamps.map((at) => Math.round(at * 1000)), values: Values };
          }),
        );
      }),
    );
  });
});
