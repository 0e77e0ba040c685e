// Whatever a run of the deploy action dies at, the next one ends with a good service: killed for real, at every step of a deploy and of a rollback.
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { describeWith } from '../support/needs.ts';
import { type DeployLived, openDeployLane } from './support/deploy-live.ts';
import { type DeployLife, type DeployRun, deployLives, describeDeployLife } from './support/deploy-lives.ts';
import { playAll } from './support/lanes.ts';

/** All of them take about a quarter of an hour; OPSDECK_KILL_EVERY=8 plays every eighth. */
const every = Number(process.env.OPSDECK_KILL_EVERY ?? '1');
const lives = deployLives.filter((_, index) => index % every === 0).map((life) => ({ life, name: describeDeployLife(life) }));
const points = lives.flatMap(({ life }) => life).filter(({ killAt }) => killAt).length;

/** As many as there are cores on the smallest machine that this is run on. */
const lanes = 2;
const mostMilliseconds = 30 * 60_000;

let played: ReadonlyMap<DeployLife, DeployLived> = new Map();

/** After its last step a run may have ended before it can be killed. */
function expectedEnd({ killAt, status }: DeployRun): unknown {
  if (!killAt) return status;
  return killAt.line === '✔ unlock' ? expect.stringMatching(`^(killed|${status})$`) : 'killed';
}

describeWith(['terraform', 'moto_server', 'a mirror of the AWS provider'], `a deploy: ${points} kill points`, () => {
  beforeAll(async () => {
    const options = { env: process.env, logFolder: tmpdir(), checkout: resolve('.') };
    played = await playAll(
      lives.map(({ life }) => life),
      lanes,
      () => openDeployLane(options),
    );
  }, mostMilliseconds);

  test.each(lives)('$name: a good service runs, and nothing is left', ({ life }) => {
    expect(played.get(life)).toEqual({ runs: life.map(expectedEnd), wrong: [] });
  });
});
