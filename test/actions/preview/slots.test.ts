// Which place a shared preview gets, and when it has to wait.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decideSlot, type TakenSlot } from '../../../src/actions/preview/slots.ts';
import { gatherPreferredSlot, gatherSlots, releaseSlots, takeSlot } from '../../../src/actions/preview/take-slot.ts';
import { memoryDocuments } from '../../support/documents.ts';

const since = '2026-11-22T10:00:00.000Z';
const now = new Date(since);
const taken = (slot: number, pullRequest?: number): TakenSlot => ({
  slot,
  holder: pullRequest === undefined ? undefined : { pullRequest, since },
  version: 'v1',
});

describe('the decision', () => {
  test.each([
    ['the lowest one', [], undefined, { kind: 'take', slot: 1 }],
    ['the one that was planned with', [], 3, { kind: 'take', slot: 3 }],
    ['another when that is taken', [taken(3, 9)], 3, { kind: 'take', slot: 1 }],
    ['another when that does not exist', [], 4, { kind: 'take', slot: 1 }],
    ['its own, whatever was planned', [taken(2, 7)], 1, { kind: 'held', slot: 2 }],
    ['none when all are taken', [taken(1, 9), taken(2), taken(3, 8)], 1, { kind: 'full', live: 3, holders: [9, 8] }],
  ] as const)('%s', (_what, all, preferred, decision) => {
    expect(decideSlot({ taken: all, pullRequest: 7, preferred, maximum: 3 })).toEqual(decision);
  });

  test('never gives a slot that somebody has, nor one beyond the last', () => {
    const anyTaken = fc.uniqueArray(fc.record({ slot: fc.integer({ min: 1, max: 12 }), by: fc.integer({ min: 1, max: 12 }) }), {
      selector: ({ slot }) => slot,
    });
    fc.assert(
      fc.property(anyTaken, fc.integer({ min: 1, max: 10 }), fc.integer({ min: -2, max: 14 }), (all, maximum, preferred) => {
        const decision = decideSlot({ taken: all.map(({ slot, by }) => taken(slot, by)), pullRequest: 7, preferred, maximum });
        if (decision.kind !== 'take') return;
        expect(all.map(({ slot }) => slot)).not.toContain(decision.slot);
        expect(decision.slot).toBeGreaterThanOrEqual(1);
        expect(decision.slot).toBeLessThanOrEqual(maximum);
      }),
    );
  });
});

describe('the documents', () => {
  test('many at a time get one each, until there is none', async () => {
    const documents = memoryDocuments();
    const wishes = [1, 2, 3, 4, 5].map((pullRequest) => takeSlot(documents, { pullRequest, preferred: 1, maximum: 3, now }));
    const decisions = await Promise.all(wishes);
    const slots = decisions.flatMap((one) => (one.kind === 'take' ? one.slot : []));
    expect([...slots].sort()).toEqual([1, 2, 3]);
    expect(decisions.filter(({ kind }) => kind === 'full')).toHaveLength(2);
  });

  test('a plan is told which it would be, without taking it', async () => {
    const documents = memoryDocuments();
    await takeSlot(documents, { pullRequest: 1, maximum: 2, now });
    expect(await gatherPreferredSlot(documents, { pullRequest: 2, maximum: 2 })).toBe(2);
    expect(await gatherPreferredSlot(documents, { pullRequest: 1, maximum: 2 })).toBe(1);
    expect(await gatherPreferredSlot(documents, { pullRequest: 2, maximum: 1 })).toBeUndefined();
    expect(await gatherSlots(documents)).toHaveLength(1);
  });

  test('all of a pull request are released, and nobody else’s; what cannot be read stays', async () => {
    const bucket = new Map([
      ['previews/slots/1.json', { value: { pullRequest: 7, since }, version: 'a' }],
      ['previews/slots/2.json', { value: { pullRequest: 8, since }, version: 'b' }],
      ['previews/slots/3.json', { value: 'broken', version: 'c' }],
      ['previews/slots/4.json', { value: { pullRequest: 7, since }, version: 'd' }],
      ['previews/slots/readme.txt', { value: undefined, version: 'e' }],
    ]);
    expect(await releaseSlots(memoryDocuments(bucket), 7)).toEqual([1, 4]);
    expect([...bucket.keys()]).toEqual(['previews/slots/2.json', 'previews/slots/3.json', 'previews/slots/readme.txt']);
  });
});
