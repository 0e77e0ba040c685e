// Which requests go wrong: by seed, in their share, and never so often in a row that bounded tries cannot win.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decideFault, type Fault, isTrouble, mostFaultsInARow, reaches } from '../../../src/rehearsal/faults/decide.ts';

const faultsOf = (plan: { percent: number; seed: number }, requests: number): readonly (Fault | undefined)[] =>
  Array.from({ length: requests }, (_, index) => decideFault(plan, { kind: 'GET /repos/a/b', index, inARow: 0 }));

test('the same seed gives the same faults, another one others', () => {
  expect(faultsOf({ percent: 30, seed: 7 }, 12).map((fault) => fault?.kind ?? '-')).toMatchInlineSnapshot(`
[
  "-",
  "reset",
  "truncated",
  "-",
  "-",
  "-",
  "lost",
  "-",
  "-",
  "truncated",
  "-",
  "-",
]
`);
  expect(faultsOf({ percent: 30, seed: 7 }, 200)).toEqual(faultsOf({ percent: 30, seed: 7 }, 200));
  expect(faultsOf({ percent: 30, seed: 7 }, 200)).not.toEqual(faultsOf({ percent: 30, seed: 8 }, 200));
});

test.each([10, 30])('%i of a hundred requests go wrong', (percent) => {
  const faults = faultsOf({ percent, seed: 1 }, 5000).filter(Boolean);
  expect(faults.length / 50).toBeGreaterThan(percent - 1.5);
  expect(faults.length / 50).toBeLessThan(percent + 1.5);
});

test('every kind of fault occurs', () => {
  const kinds = new Set(faultsOf({ percent: 30, seed: 1 }, 500).map((fault) => fault?.kind));
  expect(kinds).toEqual(new Set(['error', 'throttled', 'reset', 'lost', 'truncated', 'slow', undefined]));
});

describe('in a row', () => {
  test('no call meets more faults than it can bear', () => {
    fc.assert(
      fc.property(fc.integer(), fc.nat(10_000), fc.string(), (seed, index, kind) => {
        expect(decideFault({ percent: 100, seed }, { kind, index, inARow: mostFaultsInARow })).toBeUndefined();
        expect(decideFault({ percent: 100, seed }, { kind, index, inARow: mostFaultsInARow - 1 })).toBeDefined();
      }),
    );
  });
});

test.each([
  [{ kind: 'error', status: 502 }, true, false],
  [{ kind: 'throttled', retryAfterSeconds: 1 }, true, false],
  [{ kind: 'reset' }, true, false],
  [{ kind: 'lost' }, true, true],
  [{ kind: 'truncated' }, true, true],
  [{ kind: 'slow', milliseconds: 1 }, false, true],
  [undefined, false, true],
] as const)('%j: trouble for the client %j, carried out %j', (fault, trouble, carriedOut) => {
  expect({ trouble: isTrouble(fault), carriedOut: reaches(fault) }).toEqual({ trouble, carriedOut });
});
