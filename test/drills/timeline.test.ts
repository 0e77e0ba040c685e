import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { DrillAction } from '../../src/define/drill.ts';
import { computeTimeline, plannedSeconds } from '../../src/drills/timeline.ts';

function action(name: string, durationSeconds?: number, after: readonly string[] = []): DrillAction {
  return {
    name,
    about: name,
    actionId: 'aws:fis:wait',
    ...(durationSeconds !== undefined && { durationSeconds }),
    ...(after.length > 0 && { after }),
  };
}

/** Each waits for some of those before it, so that there is no circle. */
const plans = fc
  .array(fc.record({ duration: fc.option(fc.nat(3600), { nil: undefined }), picks: fc.array(fc.nat(), { maxLength: 3 }) }), {
    maxLength: 20,
  })
  .map((rows) =>
    rows.map(({ duration, picks }, index) => {
      const after = index === 0 ? [] : [...new Set(picks.map((pick) => String(pick % index)))];
      return action(String(index), duration, after);
    }),
  );

describe('a timeline', () => {
  test('is what the waits make of it, in whatever order the actions stand', () => {
    const actions = [action('last', 30, ['first', 'second']), action('first', 60), action('second', undefined, ['first'])];
    expect(computeTimeline(actions)).toEqual([
      { name: 'last', startSeconds: 60, endSeconds: 90 },
      { name: 'first', startSeconds: 0, endSeconds: 60 },
      { name: 'second', startSeconds: 60, endSeconds: 60 },
    ]);
    expect(plannedSeconds(actions)).toBe(90);
  });

  test('of nothing takes no time', () => {
    expect(plannedSeconds([])).toBe(0);
  });

  test.each([
    ['in a circle', [action('a', 1, ['b']), action('b', 1, ['a'])], 'actions wait for each other: a, b, a'],
    ['for itself', [action('a', 1, ['a'])], 'actions wait for each other: a, a'],
    ['for none that there is', [action('a', 1, ['b'])], 'no action is called b'],
  ])('with an action that waits %s is a bug', (_how, actions, message) => {
    expect(() => computeTimeline(actions)).toThrow(message);
  });

  test('starts each action exactly when the last of those that it waits for has ended', () => {
    fc.assert(
      fc.property(plans, (actions) => {
        const planned = computeTimeline(actions);
        const endOf = (name: string) => planned.find((each) => each.name === name)?.endSeconds;
        actions.forEach(({ after = [], durationSeconds = 0 }, index) => {
          const start = Math.max(0, ...after.map((name) => Number(endOf(name))));
          expect(planned[index]).toMatchObject({ startSeconds: start, endSeconds: start + durationSeconds });
        });
      }),
    );
  });
});
