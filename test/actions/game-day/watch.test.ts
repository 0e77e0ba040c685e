// How soon an alarm ends an experiment: within one poll and one call, whatever else does not answer.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Journal } from '../../../src/actions/game-day/journal.ts';
import { newGameDay } from '../../../src/actions/game-day/new-game-day.ts';
import { type Watched, watchExperiment } from '../../../src/actions/game-day/watch/watch.ts';
import type { GameDayWorld } from '../../../src/actions/game-day/world.ts';
import { azFailure } from '../../../src/drills/az-failure.ts';
import { alarmNames, edgeAlarm, openStage, type Stage } from './support/stage.ts';

const pollSeconds = 5;
const never = (): Promise<never> => new Promise(() => undefined);

interface Play {
  readonly stage: Stage;
  readonly watched: Promise<Watched>;
}

async function begin(stage: Stage, ports: Partial<Omit<GameDayWorld, 'settings'>> = {}): Promise<Play> {
  const world = stage.world({ ...ports, settings: { pollSeconds } });
  const gameDay = newGameDay(world, { drill: azFailure, by: 'octocat' }, 'eu-west-2a');
  const journal: Journal = { current: () => gameDay, write: async () => undefined, note: async () => undefined };
  const teller = { tell: async () => undefined, tellSoon: () => undefined };
  const start = { templateId: `EXT-${azFailure.id}`, clientToken: 'token', isPreview: false, tags: {} };
  const experiment = await stage.experiments.start(start);
  return { stage, watched: watchExperiment(world, { journal, teller, experiment, watched: alarmNames }) };
}

/** From the alarm's transition until AWS had been asked, in seconds. */
function delaySeconds({ abort }: Watched): number {
  return (Date.parse(abort?.requestedAt ?? '') - Date.parse(abort?.alarmAt ?? '')) / 1000;
}

describe('an alarm', () => {
  test('ends the experiment within one poll and one call, whenever it rings and however long CloudWatch takes', async () => {
    const moments = { ringsAtMs: fc.integer({ min: 0, max: 60_000 }), callMs: fc.integer({ min: 0, max: 4_000 }) };
    await fc.assert(
      fc.asyncProperty(fc.record(moments), async ({ ringsAtMs, callMs }) => {
        const stage = openStage();
        const { alarms, clock } = stage;
        const read: typeof alarms.read = async (names) => {
          await clock.sleep(callMs / 2);
          const found = await alarms.read(names);
          await clock.sleep(callMs / 2);
          return found;
        };
        const { watched } = await begin(stage, { alarms: { ...alarms, read } });
        clock.in(ringsAtMs / 1000, () => alarms.set(edgeAlarm, 'ALARM'));
        const seen = await watched;
        expect(seen.abort).toMatchObject({ because: 'alarm', alarm: edgeAlarm });
        expect(delaySeconds(seen)).toBeLessThanOrEqual(pollSeconds + callMs / 1000);
        expect(stage.experiments.calls.filter(({ method }) => method === 'stop')).toHaveLength(1);
      }),
      { numRuns: 50 },
    );
  });

  test.each<readonly [string, (stage: Stage) => Partial<Omit<GameDayWorld, 'settings'>>]>([
    ['FIS tells nothing of the experiment', ({ experiments }) => ({ experiments: { ...experiments, get: never } })],
    ['FIS tells nothing of the template', ({ experiments }) => ({ experiments: { ...experiments, templates: never } })],
    ['the bucket does not answer', ({ documents }) => ({ documents: { ...documents, read: never } })],
  ])('ends it within one poll while %s', async (_what, portsOf) => {
    const stage = openStage();
    const { watched } = await begin(stage, portsOf(stage));
    stage.clock.in(62, () => stage.alarms.set(edgeAlarm, 'ALARM'));
    const seen = await watched;
    expect(seen.abort).toMatchObject({ because: 'alarm', alarm: edgeAlarm });
    expect(delaySeconds(seen)).toBeLessThanOrEqual(pollSeconds);
  });
});

describe('a question that takes longer than a poll', () => {
  test('is not asked a second time, and its answer counts when it comes', async () => {
    const stage = openStage();
    const { experiments, clock } = stage;
    const get: typeof experiments.get = async (id) => {
      await clock.sleep(12_000);
      return experiments.get(id);
    };
    const { watched } = await begin(stage, { experiments: { ...experiments, get } });
    clock.in(20, () => experiments.stopByOther('EXP1'));
    expect((await watched).abort).toMatchObject({ because: 'person' });
    // From 0 s to 12, from 15 to 27: that is when it is seen.
    expect(experiments.calls.filter(({ method }) => method === 'get')).toHaveLength(2);
    expect(stage.alarms.calls.filter(({ method }) => method === 'read')).toHaveLength(6);
  });

  test('does not keep a cancellation waiting', async () => {
    const stage = openStage();
    const cancel = new AbortController();
    const { watched } = await begin(stage, { experiments: { ...stage.experiments, get: never }, signal: cancel.signal });
    const beganAtMs = stage.clock.now().getTime();
    stage.clock.in(32, () => cancel.abort());
    expect((await watched).abort).toMatchObject({ because: 'cancelled' });
    expect(stage.clock.now().getTime() - beganAtMs).toBe(32_000);
  });
});
