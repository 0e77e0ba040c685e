// Whatever a game day dies at, the next run leaves no experiment, no fault and no lock: killed for real, at every step.
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { describeWith } from '../support/needs.ts';
import { type GameDayLived, lastLine, openGameDayLane } from './support/game-day-live.ts';
import { describeGameDayLife, type GameDayLife, type GameDayRun, gameDayLives } from './support/game-day-lives.ts';
import { playAll } from './support/lanes.ts';

/** All of them take about six minutes; OPSDECK_KILL_EVERY=8 plays every eighth. */
const every = Number(process.env.OPSDECK_KILL_EVERY ?? '1');
const lives = gameDayLives.filter((_, index) => index % every === 0).map((life) => ({ life, name: describeGameDayLife(life) }));
const points = lives.flatMap(({ life }) => life.runs).filter(({ killAt }) => killAt).length;

/** Each has a platform of its own, which takes Terraform two minutes. */
const lanes = 2;
const mostMilliseconds = 30 * 60_000;

let played: ReadonlyMap<GameDayLife, GameDayLived> = new Map();

function expectedEnd({ event, killAt }: GameDayRun, { verdict }: GameDayLife): unknown {
  if (killAt?.line === lastLine) return expect.stringMatching(`^(killed|${verdict})$`);
  if (killAt) return 'killed';
  if (event === 'other drill') return 'pass';
  return verdict === 'aborted' ? expect.stringMatching(/^(aborted|nothing to do)$/) : 'nothing to do';
}

describeWith(['terraform', 'moto_server', 'a mirror of the AWS provider'], `a game day: ${points} kill points`, () => {
  beforeAll(async () => {
    const options = { env: process.env, logFolder: tmpdir(), checkout: resolve('.') };
    played = await playAll(
      lives.map(({ life }) => life),
      lanes,
      () => openGameDayLane(options),
    );
  }, mostMilliseconds);

  test.each(lives)('$name: nothing is left', ({ life }) => {
    const { verdict, runs } = life;
    expect(played.get(life)).toEqual({ runs: runs.map((run) => expectedEnd(run, life)), verdict, wrong: [] });
  });
});
