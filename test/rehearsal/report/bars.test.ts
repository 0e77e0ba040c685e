import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { computeBars } from '../../../src/rehearsal/report/bars.ts';

describe('bars', () => {
  test('follow each other where only durations are known', () => {
    expect(computeBars([{ seconds: 1 }, { seconds: 3 }], 'after')).toEqual([
      { start: 0, width: 25 },
      { start: 25, width: 75 },
    ]);
  });

  test('begin together where that is the better guess', () => {
    expect(computeBars([{ seconds: 1 }, { seconds: 2 }], 'beginning')).toEqual([
      { start: 0, width: 50 },
      { start: 0, width: 100 },
    ]);
  });

  test('stand where they are known to begin, on an axis as long as the whole', () => {
    expect(computeBars([{ seconds: 2, startSeconds: 4 }, { seconds: 1 }], 'after', 10)).toEqual([
      { start: 40, width: 20 },
      { start: 60, width: 10 },
    ]);
  });

  test('can be seen, and never leave the axis', () => {
    const span = fc.record({
      seconds: fc.double({ min: 0, max: 1e5, noNaN: true }),
      startSeconds: fc.option(fc.double({ min: 0, max: 1e5, noNaN: true }), { nil: undefined }),
    });
    const spans = fc.array(
      span.map(({ seconds, startSeconds }) => ({ seconds, ...(startSeconds !== undefined && { startSeconds }) })),
    );
    fc.assert(
      fc.property(spans, fc.constantFrom('after' as const, 'beginning' as const), (given, unknownStart) => {
        for (const { start, width } of computeBars(given, unknownStart)) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(width).toBeGreaterThanOrEqual(0.75);
          expect(start + width).toBeLessThanOrEqual(100 + 1e-9);
        }
      }),
    );
  });
});
