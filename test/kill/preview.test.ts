// Whatever a run of the preview action dies at, the next event makes it good: killed for real, at every step of a deploy and of a destroy.
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { describeWith } from '../support/needs.ts';
import { playAll } from './support/lanes.ts';
import { type Lived, openPreviewLane } from './support/live.ts';
import { deployMoments, describeLife, destroyMoments, type Life, type LifeEvent, livesOf } from './support/lives.ts';

/** All of them take about seven minutes; OPSDECK_KILL_EVERY=8 plays every eighth. */
const every = Number(process.env.OPSDECK_KILL_EVERY ?? '1');
const lives = livesOf(deployMoments, destroyMoments)
  .filter((_, index) => index % every === 0)
  .map((life) => ({ life, name: describeLife(life) }));
const points = lives.flatMap(({ life }) => life).filter(({ killAt }) => killAt).length;

/** As many as there are cores on the smallest machine that this is run on. */
const lanes = 2;
const mostMilliseconds = 20 * 60_000;

let played: ReadonlyMap<Life, Lived> = new Map();

const goodEnds = { open: 'live', push: 'live', close: 'destroyed', reap: 'reaped' } as const;

/** After its last step a run may have ended before it can be killed. */
function expectedEnd({ event, killAt }: LifeEvent): unknown {
  if (!killAt) return goodEnds[event];
  return killAt.line === '✔ unlock' ? expect.stringMatching(`^(killed|${goodEnds[event]})$`) : 'killed';
}

describeWith(['terraform', 'moto_server', 'a mirror of the AWS provider'], `a shared preview: ${points} kill points`, () => {
  beforeAll(async () => {
    const options = { env: process.env, logFolder: tmpdir(), checkout: resolve('.') };
    played = await playAll(
      lives.map(({ life }) => life),
      lanes,
      () => openPreviewLane(options),
    );
  }, mostMilliseconds);

  test.each(lives)('$name: nothing is left', ({ life }) => {
    expect(played.get(life)).toEqual({ runs: life.map(expectedEnd), traces: [] });
  });
});
