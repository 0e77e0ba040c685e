// How the bytes of an answer become instants and values.
import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import { cbor, tag } from '@smithy/core/cbor';
import fc from 'fast-check';
import { readMetricAnswer } from '../../../src/adapters/aws/metric-answer.ts';
import { isFailure } from '../../../src/define/failure.ts';

const instant = (value: number) => tag({ tag: 1, value });
const instants = (...seconds: readonly number[]) => seconds.map(instant);
const read = (...results: readonly object[]) => readMetricAnswer(cbor.serialize({ MetricDataResults: results })).results;

// The decoder tells of lengths that are beyond all memory.
beforeEach(() => void jest.spyOn(console, 'warn').mockImplementation(() => undefined));

describe('an answer', () => {
  test('has instants in milliseconds, of seconds with fractions', () => {
    const Timestamps = instants(1479129000, 1479129060.5, 1.4791291200004e9);
    expect(read({ Id: 'm0', StatusCode: 'Complete', Timestamps, Values: [1, 2, 3] })).toMatchInlineSnapshot(`
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

  test('may have instants without their tag', () => {
    expect(read({ Id: 'm0', Timestamps: [1479129000], Values: [1] })).toMatchObject([{ atMs: [1479129000000] }]);
  });

  test('is followed by another one', () => {
    const next = (NextToken: unknown) => readMetricAnswer(cbor.serialize({ MetricDataResults: [], NextToken }));
    expect(next('more')).toEqual({ results: [], nextToken: 'more' });
    expect(next(null)).toEqual({ results: [] });
    expect(readMetricAnswer(cbor.serialize({}))).toEqual({ results: [] });
  });

  test('of a metric without data has neither', () => {
    expect(read({ Id: 'm0' }, { Id: 'm1', Timestamps: [], Values: [] })).toEqual([
      { callId: 'm0', atMs: [], values: [] },
      { callId: 'm1', atMs: [], values: [] },
    ]);
  });

  test('has as many instants as values', () => {
    expect(
      read({ Id: 'm0', Timestamps: instants(1, 2), Values: [1] }, { Id: 'm1', Timestamps: instants(1), Values: [1, 2] }),
    ).toEqual([
      { callId: 'm0', atMs: [1000], values: [1] },
      { callId: 'm1', atMs: [1000], values: [1] },
    ]);
  });

  test.each([
    ['', 'no CBOR'],
    ['<html></html>', 'no CBOR'],
    ['{"MetricDataResults":[]}', 'no CBOR'],
  ])('that is the text %j is refused', (text, why) => {
    expect(() => readMetricAnswer(Buffer.from(text))).toThrow(why);
  });

  test.each([
    [null, 'no map'],
    [[], 'no map'],
    [{ MetricDataResults: {} }, 'no list of results'],
    [{ MetricDataResults: [], NextToken: 1 }, 'no list of results'],
    [{ MetricDataResults: [null] }, 'a result is no map'],
    [{ MetricDataResults: [{ Timestamps: instants(1), Values: [1] }] }, 'a result has no id'],
    [
      { MetricDataResults: [{ Id: 'm0', Timestamps: ['2026-03-02T11:00:00Z'], Values: [1] }] },
      'an instant is no number of seconds',
    ],
    [{ MetricDataResults: [{ Id: 'm0', Timestamps: [instant(1), null], Values: [1, 1] }] }, 'an instant is no number of seconds'],
    [
      { MetricDataResults: [{ Id: 'm0', Timestamps: [tag({ tag: 0, value: 1 })], Values: [1] }] },
      'an instant is no number of seconds',
    ],
    [{ MetricDataResults: [{ Id: 'm0', Timestamps: 'same', Values: [1] }] }, 'a result has no list of instants'],
    [{ MetricDataResults: [{ Id: 'm0', Timestamps: instants(1), Values: {} }] }, 'a result has no list of values'],
  ])('that is %j is refused', (answer, why) => {
    expect(() => readMetricAnswer(cbor.serialize(answer))).toThrow(why);
  });
});

describe('whatever the answer', () => {
  const lists: fc.Arbitrary<number[]> = fc.oneof(
    fc.constantFrom<number[]>([60, 120, 180], [60, 120], [1.7e9, 1.7e9 + 60]),
    fc.array(fc.double({ min: 0, max: 2e9, noNaN: true }), { maxLength: 30 }),
  );
  const label = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom('Timestamps', 'jTimestamps', 'same'));
  const result = fc.record({ Id: label, Label: label, Timestamps: lists, StatusCode: label });
  const bytesOf = (results: readonly { readonly Timestamps: readonly number[] }[]) =>
    cbor.serialize({
      MetricDataResults: results.map((one) => {
        return { ...one, Timestamps: instants(...one.Timestamps), Values: one.Timestamps.map((_, index) => index) };
      }),
    });

  test('each result has its own instants, also where they are those of others', () => {
    fc.assert(
      fc.property(fc.array(result, { maxLength: 8 }), (results) => {
        expect(readMetricAnswer(bytesOf(results)).results).toEqual(
          results.map(({ Id, StatusCode, Timestamps }) => {
            const atMs = Timestamps.map((at) => Math.round(at * 1000));
            return { callId: Id, status: StatusCode, atMs, values: Timestamps.map((_, index) => index) };
          }),
        );
      }),
    );
  });

  test('one that was cut off or spoiled is read, or refused by its name', () => {
    const spoiled = fc.record({ at: fc.nat(), byte: fc.integer({ min: 0, max: 255 }), keep: fc.nat() });
    fc.assert(
      fc.property(fc.array(result, { maxLength: 4 }), spoiled, (results, { at, byte, keep }) => {
        const bytes = Buffer.from(bytesOf(results));
        bytes[at % bytes.length] = byte;
        try {
          readMetricAnswer(bytes.subarray(0, keep % (bytes.length + 1)));
        } catch (error) {
          expect(isFailure(error) && error.code).toBe('aws/malformed-answer');
        }
      }),
      { numRuns: 1000 },
    );
  });
});
