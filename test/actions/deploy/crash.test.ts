// A run can be killed between any two things that it does: whatever comes next brings its deploy to an end, and deploys.
import { describe, expect, jest, test } from '@jest/globals';
import { finishOwn } from '../../../src/actions/deploy/finish-own.ts';
import { finalStates } from '../../../src/actions/deploy/journal.ts';
import { throttled } from '../../support/troubles.ts';
import { codeOf, deploy, goodVersions, journalOf, type RunOptions, rollBack, run, running } from './support/runs.ts';
import { makeBad, openStage, type Stage } from './support/stage.ts';

jest.setTimeout(60_000);

/** Fewer looks, and so fewer points that are alike. */
const settings = { pollSeconds: 240 };

/** Kills the run at each of its points in turn, in an environment that is new each time. @returns how many there were */
async function atEachPoint(
  prepare: () => Promise<Stage>,
  dying: (stage: Stage, options: RunOptions) => Promise<{ readonly kind: string }>,
  check: (stage: Stage, where: string) => Promise<void>,
): Promise<number> {
  for (let dieAt = 1; ; dieAt += 1) {
    const stage = await prepare();
    const ended = await dying(stage, { dieAt, settings });
    if (ended.kind !== 'died') return dieAt - 1;
    await check(stage, `point ${dieAt}, ${(ended as { where?: string }).where}`);
  }
}

async function endOf(stage: Stage) {
  return {
    isFinal: finalStates.some((state) => state === journalOf(stage).state),
    running: await running(stage),
    isLocked: stage.bucket.has('locks/staging.json'),
    pages: stage.pager.pages.length,
  };
}

const ended = (version: string) => ({ isFinal: true, running: `${version} COMPLETED`, isLocked: false, pages: 0 });

const good = async () => openStage();
const bad = async () => {
  const stage = openStage();
  makeBad(stage, 'v2');
  return stage;
};

describe.each([
  ['a good deploy', good, 60],
  ['a bad deploy', bad, 100],
] as const)('%s that is killed anywhere', (_name, prepare, leastPoints) => {
  const dying = (stage: Stage, options: RunOptions) => deploy(stage, 'v2', options);

  test('is brought to its end by the next deploy, which is kept', async () => {
    const points = await atEachPoint(prepare, dying, async (stage, where) => {
      expect([where, codeOf(await deploy(stage, 'v3', { settings }))]).toEqual([where, 'kept']);
      expect([where, await endOf(stage)]).toEqual([where, ended('v3')]);
      expect([where, timesBack(stage) <= 1]).toEqual([where, true]);
    });
    expect(points).toBeGreaterThan(leastPoints);
  });

  test('is brought to its end by the job itself, where that gets the time', async () => {
    await atEachPoint(prepare, dyingInJob, async (stage, where) => {
      expect([where, [stage.services ? await running(stage) : '']]).toEqual([
        where,
        [expect.stringMatching(/^v[12] COMPLETED$/)],
      ]);
      expect([where, [...stage.bucket.keys()].filter((key) => /^locks|tflock$/.test(key))]).toEqual([where, []]);
      const { state } = journalOf(stage) ?? { state: 'refused' };
      expect([where, state]).toEqual([where, expect.stringMatching(/^(kept|rolled-back|refused)$/)]);
      // What runs is what is known to be good.
      expect([where, (await running(stage)).split(' ')[0]]).toEqual([where, goodVersions(stage)[0]]);
    });
  });
});

/** Applies of the good one that changed something: a rollback that is taken up changes nothing that is right already. */
function timesBack({ applied }: Stage): number {
  return applied.filter((what) => what.endsWith(' good')).length;
}

/** The same run again: the post step of the job whose step was killed. */
async function dyingInJob(stage: Stage, options: RunOptions): Promise<{ readonly kind: string; readonly where?: string }> {
  const died = await deploy(stage, 'v2', options);
  if (died.kind !== 'died') return died;
  const { runId } = died;
  if (stage.bucket.has('locks/staging.json')) stage.bucket.set('staging/service.tfstate.tflock', { value: {}, version: '1' });
  const post = await run(stage, { settings, runId }, finishOwn);
  if (post.kind === 'died') throw new Error('nobody kills it');
  return died;
}

test('a rollback by hand that is killed anywhere is finished by the next run', async () => {
  const prepare = async () => {
    const stage = openStage();
    await deploy(stage, 'v2', { settings });
    return stage;
  };
  const points = await atEachPoint(
    prepare,
    (stage, options) => rollBack(stage, options),
    async (stage, where) => {
      await rollBack(stage, { settings });
      expect([where, await endOf(stage)]).toEqual([where, ended('v1')]);
      expect([where, goodVersions(stage)]).toEqual([where, ['v1']]);
    },
  );
  expect(points).toBeGreaterThan(50);
});

describe('a freeze that is killed anywhere', () => {
  const prepare = async () => {
    const stage = openStage({ running: 'none' });
    makeBad(stage, 'v2');
    return stage;
  };

  test('is finished by the next run, which deploys nothing', async () => {
    await atEachPoint(
      prepare,
      (stage, options) => deploy(stage, 'v2', options),
      async (stage, where) => {
        const hasApplied = stage.applied.length > 0;
        const result = codeOf(await deploy(stage, 'v3', { settings }));
        expect([where, result]).toEqual([where, hasApplied ? 'deploy/frozen' : 'kept']);
        if (hasApplied) expect([where, journalOf(stage).state, stage.pager.pages.length > 0]).toEqual([where, 'frozen', true]);
      },
    );
  });
});

test('a rollback that cannot be written down is not begun again by the same step, but by the end of its job', async () => {
  const stage = openStage();
  makeBad(stage, 'v2');
  stage.before = (command) => {
    // The journal, and the lock that is to be released.
    if (command === 'applied good') Object.assign(stage, { refusal: throttled(), refusals: 2 });
  };
  const runId = 77;
  await expect(deploy(stage, 'v2', { settings, runId })).rejects.toMatchObject({ code: 'aws/throttled' });
  expect([journalOf(stage).state, journalOf(stage).rollback?.starts]).toEqual(['rolling-back', 1]);
  await run(stage, { settings, runId }, finishOwn);
  expect(await endOf(stage)).toEqual(ended('v1'));
  expect([journalOf(stage).state, timesBack(stage)]).toEqual(['rolled-back', 1]);
});

test('the end of a job leaves alone what another job does', async () => {
  const stage = openStage();
  await deploy(stage, 'v2', { settings, dieAt: 'after terraform.apply', runId: 78 });
  await run(stage, { settings, runId: 79 }, finishOwn);
  expect(journalOf(stage).state).toBe('applying');
});

test('whoever takes a deploy over is written down, and whom from', async () => {
  const stage = openStage();
  const died = await deploy(stage, 'v2', { settings, dieAt: 'after terraform.apply' });
  await rollBack(stage, { settings });
  const { run: last, takenOverFrom, rollback } = journalOf(stage);
  expect([takenOverFrom.map(({ runId }) => runId), rollback?.starts]).toEqual([['runId' in died ? died.runId : 0], 1]);
  expect(last.runId).toBeGreaterThan(takenOverFrom[0]?.runId ?? 0);
});

test('who finds that somebody else has written the journal stops, and says so', async () => {
  const stage = openStage();
  stage.before = (command) => {
    const found = stage.bucket.get('staging/deploy.json');
    if (command === 'applied host' && found) stage.bucket.set('staging/deploy.json', { ...found, version: "somebody else's" });
  };
  await expect(deploy(stage, 'v2', { settings })).rejects.toMatchObject({ code: 'deploy/journal-changed' });
});

test('a rollback that kills its runs is given up at last, and somebody is called', async () => {
  const stage = openStage();
  makeBad(stage, 'v2');
  for (const version of ['v2', 'v3', 'v3']) await deploy(stage, version, { settings, dieAt: 'before services.images' });
  expect(codeOf(await deploy(stage, 'v3', { settings }))).toBe('deploy/frozen');
  expect(journalOf(stage).because).toBe('it was begun 3 times, and its run died each time');
  expect(stage.pager.pages).toHaveLength(1);
});
