import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import type { RehearsalEvent } from '../../src/rehearsal/progress/state.ts';
import { openSteps, together } from '../../src/rehearsal/steps.ts';

describe('a step', () => {
  test('is told when it starts and ends, is timed, and keeps what was seen', async () => {
    const events: RehearsalEvent[] = [];
    const clock = [1_000, 2_000, 4_500];
    const steps = openSteps(
      (event) => events.push(event),
      () => clock.shift() ?? 0,
    );
    await steps.run('synth', 'Synthesize', async ({ note }) => {
      note('half way');
      return '3 stacks';
    });
    expect(events.map(({ kind, atMs }) => [kind, atMs])).toEqual([
      ['started', 1_000],
      ['note', 2_000],
      ['done', 4_500],
    ]);
    expect(steps.results()).toEqual([{ step: 'synth', title: 'Synthesize', startedAtMs: 1_000, seconds: 3.5, seen: '3 stacks' }]);
  });

  test('that fails says so, and the failure goes on', async () => {
    const events: RehearsalEvent[] = [];
    const steps = openSteps((event) => events.push(event), Date.now);
    await expect(steps.run('synth', 'Synthesize', () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(events.at(-1)?.kind).toBe('failed');
    expect(steps.results()).toEqual([]);
  });
});

describe('steps side by side', () => {
  test('are all awaited before the first failure is told: nothing goes on unseen', async () => {
    let isOtherDone = false;
    const stopped: unknown[] = [];
    const first = new Error('first');
    const all = together(
      (reason) => stopped.push(reason),
      [
        () => Promise.reject(first),
        async () => {
          await sleep(20);
          isOtherDone = true;
          throw new Error('because of the first');
        },
      ],
    );
    await expect(all).rejects.toBe(first);
    expect(isOtherDone).toBe(true);
    expect(stopped[0]).toBe(first);
  });
});
