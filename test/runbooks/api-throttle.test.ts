// api-throttle: fewer requests, or more, for all clients together or for each, and back.
import { describe, expect, test } from '@jest/globals';
import type { Throttle } from '../../src/ports/api-limits.ts';
import { apiThrottle } from '../../src/runbooks/api-throttle.ts';
import { ended, obstacles, planned } from '../support/edge-plays.ts';
import { memoryApiLimits } from '../support/fake-api-limits.ts';
import { manualClock } from '../support/manual-clock.ts';
import { denied } from '../support/troubles.ts';
import { planOf, play, playAndUndo } from './support/play.ts';

const api = 'assess-staging';

function scene(throttle: Throttle | undefined = { rate: 10_000, burst: 5_000 }, hasPlans = true) {
  const plans = [
    { id: 'web', name: 'web', throttle: { rate: 5_000, burst: 2_500 } },
    { id: 'slow', name: 'slow', throttle: { rate: 10, burst: 5 } },
    { id: 'free', name: 'free' },
  ];
  const apiLimits = memoryApiLimits([{ name: api, stage: 'v1', ...(throttle && { throttle }), plans: hasPlans ? plans : [] }]);
  const state = async () => {
    const stage = await apiLimits.stage(api, 'v1');
    return { stage: stage?.throttle, plans: stage && (await apiLimits.usagePlans(stage)).map((plan) => plan.throttle) };
  };
  const changes = () => apiLimits.calls.filter(({ method }) => method.startsWith('set')).length;
  return {
    clock: manualClock('2026-01-31T12:00:00.000Z'),
    apiLimits,
    ports: { apiLimits },
    state,
    changes,
    before: { stage: throttle, plans: plans.map((plan) => plan.throttle) },
  };
}

/** A stage without any limit. */
const free = () => {
  const apiLimits = memoryApiLimits([{ name: api, stage: 'v1' }]);
  return { clock: manualClock(), apiLimits, ports: { apiLimits } };
};

describe('api-throttle', () => {
  test('plans the stage alone, with half of the rate at once, and changes nothing', async () => {
    const world = scene();
    expect(planned(await planOf(apiThrottle, world, { rate: '2001' }))).toEqual({
      'throttle-stage': [`requests of all clients of ${api}: 10000 a second, 5000 at once -> 2001 a second, 1001 at once`],
      'throttle-clients': 'clients are not to be limited one by one',
    });
    expect(world.changes()).toBe(0);
  });

  test('plans each client that may do more', async () => {
    expect(planned(await planOf(apiThrottle, scene(), { rate: '2000', burst: '100', clients: 'true' }))).toEqual({
      'throttle-stage': [`requests of all clients of ${api}: 10000 a second, 5000 at once -> 2000 a second, 100 at once`],
      'throttle-clients': [
        'requests of each client of the plan web: 5000 a second, 2500 at once -> 2000 a second, 100 at once',
        'requests of each client of the plan free: no limit but the account’s -> 2000 a second, 100 at once',
      ],
    });
  });

  test('throttles, and says until when it is meant to last', async () => {
    const world = scene();
    const played = await play(apiThrottle, world, { rate: '2000', clients: 'true', for: '2h' });
    expect(ended(played)).toEqual({
      state: 'done',
      'throttle-stage': 'done: the stage is throttled to 2000 a second, 1000 at once',
      'throttle-clients': 'done: 2 usage plans are as they should be',
    });
    const wanted = { rate: 2000, burst: 1000 };
    expect(await world.state()).toEqual({ stage: wanted, plans: [wanted, { rate: 10, burst: 5 }, wanted] });
    expect(played.log.join('\n')).toContain('until 2026-01-31T14:00:00.000Z');
    expect(played.log.join('\n')).toContain('Before, it was 10000 a second, 5000 at once');
  });

  test('is undone to what was, also where nothing was', async () => {
    const world = scene();
    expect((await playAndUndo(apiThrottle, world, { rate: '2000', clients: 'true' })).journal?.state).toBe('compensated');
    expect(await world.state()).toEqual(world.before);
    const unlimited = free();
    expect((await playAndUndo(apiThrottle, unlimited, { rate: '2000' })).journal?.state).toBe('compensated');
    expect(await unlimited.apiLimits.stage(api, 'v1')).not.toHaveProperty('throttle');
  });

  test('is undone when one plan may not be changed', async () => {
    const world = scene();
    const { setUsagePlan } = world.apiLimits;
    let count = 0;
    const refusing = async (...args: Parameters<typeof setUsagePlan>) => {
      count += 1;
      if (count === 2) throw denied();
      await setUsagePlan(...args);
    };
    const ports = { apiLimits: { ...world.apiLimits, setUsagePlan: refusing } };
    const played = await play(apiThrottle, { ...world, ports }, { rate: '2000', clients: 'true' });
    expect(played.journal?.state).toBe('compensated');
    expect(await world.state()).toEqual(world.before);
  });

  test('raises only when that is meant', async () => {
    const world = scene();
    const inputs = { rate: '12000', clients: 'true' };
    expect(obstacles(await planOf(apiThrottle, world, inputs))).toEqual([
      'It would raise the limit from 10000 a second, 5000 at once to 12000 a second, 6000 at once.',
    ]);
    expect((await play(apiThrottle, world, { ...inputs, raise: 'true' })).journal?.state).toBe('done');
    const wanted = { rate: 12_000, burst: 6_000 };
    expect(await world.state()).toEqual({ stage: wanted, plans: [wanted, wanted, wanted] });
  });

  test('does not raise what may come at once either', async () => {
    const inputs = { rate: '9000', burst: '6000' };
    expect(obstacles(await planOf(apiThrottle, scene(), inputs))).toEqual([
      'It would raise the limit from 10000 a second, 5000 at once to 9000 a second, 6000 at once.',
    ]);
  });

  test('has nothing to do where it is so already', async () => {
    expect(planned(await planOf(apiThrottle, scene(), { rate: '10000' }))).toMatchObject({
      'throttle-stage': 'the stage is throttled to 10000 a second, 5000 at once already',
    });
  });

  test('says at once all that is in the way', async () => {
    const inputs = { rate: '12000', clients: 'true' };
    expect(obstacles(await planOf(apiThrottle, scene(undefined, false), inputs))).toEqual([
      'It would raise the limit from 10000 a second, 5000 at once to 12000 a second, 6000 at once.',
      'assess-staging has no usage plan.',
    ]);
    const preview = { ...scene(), environment: 'pr-7' };
    expect(obstacles(await planOf(apiThrottle, preview, inputs))).toEqual(['There is no API assess-pr-7 with a stage v1.']);
  });
});
