// What every memory of the function does, be it a table or a map.
import { describe, expect, test } from '@jest/globals';
import type { Memory } from '../../../src/functions/alarm-forwarder/memory.ts';
import { change } from './support.ts';

export interface MemoryFixture {
  /** Empty; alarms are told of once a minute at most. */
  readonly memory: Memory;
  readonly pass: (seconds: number) => void;
  readonly nowSeconds: () => number;
}

export function describeMemory(open: () => Promise<MemoryFixture>): void {
  describe('a claim', () => {
    test('keeps everybody else away until it is settled', async () => {
      const { memory } = await open();
      expect(await memory.claim(change('cpu'), 'one')).toEqual({ kind: 'claimed' });
      expect(await memory.claim(change('cpu'), 'other')).toEqual({ kind: 'wait', seconds: 91, why: 'claimed' });
      expect(await memory.claim(change('lag'), 'other')).toEqual({ kind: 'claimed' });
      await memory.settle(change('cpu'), 'one');
      expect(await memory.claim(change('cpu'), 'other')).toEqual({ kind: 'known' });
    });

    test('is free again at once when it is given back, but not by a stranger', async () => {
      const { memory } = await open();
      await memory.claim(change('cpu'), 'one');
      await memory.release(change('cpu'), 'stranger');
      expect((await memory.claim(change('cpu'), 'other')).kind).toBe('wait');
      await memory.release(change('cpu'), 'one');
      expect(await memory.claim(change('cpu'), 'other')).toEqual({ kind: 'claimed' });
    });

    test('of somebody who died ends by itself', async () => {
      const { memory, pass } = await open();
      await memory.claim(change('cpu'), 'dead');
      pass(90);
      expect(await memory.claim(change('cpu'), 'other')).toEqual({ kind: 'claimed' });
      await memory.settle(change('cpu'), 'dead');
      expect((await memory.claim(change('cpu'), 'third')).kind).toBe('wait');
    });

    test('of a newer change waits until the alarm has cooled down; an older one is known', async () => {
      const { memory, pass } = await open();
      await memory.claim(change('cpu', 'ALARM', 10), 'one');
      await memory.settle(change('cpu', 'ALARM', 10), 'one');
      pass(20);
      expect(await memory.claim(change('cpu', 'OK', 5), 'two')).toEqual({ kind: 'known' });
      expect(await memory.claim(change('cpu', 'OK', 15), 'two')).toEqual({ kind: 'wait', seconds: 40, why: 'cooling' });
      pass(40);
      expect(await memory.claim(change('cpu', 'OK', 15), 'two')).toEqual({ kind: 'claimed' });
    });
  });

  describe('turns', () => {
    test('are six a minute', async () => {
      const { memory, pass } = await open();
      const kinds = [];
      for (let turn = 0; turn < 7; turn += 1) kinds.push((await memory.takeTurn()).kind);
      expect(kinds).toEqual(['go', 'go', 'go', 'go', 'go', 'go', 'wait']);
      pass(60);
      expect(await memory.takeTurn()).toEqual({ kind: 'go' });
    });

    test('rest as long as GitHub wants', async () => {
      const { memory, pass, nowSeconds } = await open();
      await memory.pause(nowSeconds() + 45);
      await memory.pause(nowSeconds() + 5);
      expect(await memory.takeTurn()).toEqual({ kind: 'wait', seconds: 45 });
      pass(45);
      expect(await memory.takeTurn()).toEqual({ kind: 'go' });
    });
  });
}
