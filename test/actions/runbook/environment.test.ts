// A runbook that changes a whole environment: alone there, and never on top of what somebody else has left half done.
import { describe, expect, test } from '@jest/globals';
import { terminalOwner } from '../../../src/actions/preview/lock.ts';
import { planRunbook } from '../../../src/actions/runbook/engine/plan.ts';
import { resumeRunbook } from '../../../src/actions/runbook/engine/resume.ts';
import { type RunbookResult, runRunbook } from '../../../src/actions/runbook/engine/run.ts';
import { mortal } from './support/mortal.ts';
import { changed, stocked, untouched } from './support/shop.ts';
import { openStage, requestOf, resumeOf, run, type Stage } from './support/stage.ts';

const environment = changed({ target: () => 'environment' });
const open = () => openStage({ runbook: environment });

const lockOf = (runId: number, reason: string) => ({
  owner: { runId, attempt: 1, job: 'deploy' },
  reason,
  since: '2026-01-31T11:00:00.000Z',
  expires: '2026-01-31T13:00:00.000Z',
});
const holdOf = (by: string) => ({
  by,
  reason: 'exams',
  since: '2026-01-31T11:00:00.000Z',
  expiresAt: '2026-01-31T18:00:00.000Z',
  commentUrl: 'https://github.com/acme/shop/pull/7#issuecomment-1',
});
const deploy = (state: string) => ({
  ...{ id: '7-1', environment: 'staging', kind: 'deploy', state, runUrl: 'https://github.com/acme/shop/actions/runs/7' },
  release: { commit: 'a'.repeat(40), image: `registry.test/app@sha256:${'b'.repeat(64)}` },
  run: { runId: 7, attempt: 1, job: 'deploy' },
  ...{ takenOverFrom: [], startedAt: '2026-01-31T11:00:00.000Z', updatedAt: '2026-01-31T11:00:00.000Z' },
  ...{ alarms: [], unwatched: [], timeline: [] },
});

const refusals = (result: RunbookResult) =>
  result.kind === 'not-begun' && result.status === 'refused' ? result.plan.obstacles.map(({ what }) => what) : [];

test('holds the lock of the environment', async () => {
  const stage = open();
  const seen: unknown[] = [];
  stage.clock.in(10, () => seen.push(stage.bucket.get('locks/staging.json')?.value));
  expect(await runRunbook(stage.world(), requestOf(stage))).toMatchObject({
    kind: 'ended',
    journal: { state: 'done', target: 'environment' },
  });
  expect(seen).toMatchObject([{ owner: { runId: 1 }, reason: 'runbook stock-up' }]);
  expect([...stage.bucket.keys()]).toEqual(['runs/runbooks/staging/environment.json']);
});

describe('is refused', () => {
  test.each<[string, (stage: Stage) => Promise<unknown>, RegExp]>([
    [
      'while a run that lives changes it',
      async ({ documents, activeRuns }) => {
        activeRuns.add(7);
        return documents.create('locks/staging.json', lockOf(7, 'deploy of 3f2a91c'));
      },
      /^staging is being changed by run 7, job deploy \(deploy of 3f2a91c\)\.$/,
    ],
    [
      'while a terminal that lives changes it',
      ({ documents }) =>
        documents.create('locks/staging.json', { ...lockOf(7, 'runbook az-evacuation'), owner: terminalOwner('hubot', 7) }),
      /^staging is being changed by the terminal of hubot \(runbook az-evacuation\)\.$/,
    ],
    [
      'when a deploy has died over it',
      ({ documents }) => documents.create('locks/staging.json', lockOf(7, 'deploy of 3f2a91c')),
      /^run 7, job deploy \(deploy of 3f2a91c\) has ended without bringing its work on staging to an end\.$/,
    ],
    [
      'while a deploy is half done',
      ({ documents }) => documents.create('staging/deploy.json', deploy('baking')),
      /^A deploy to staging was left in the state baking\.$/,
    ],
    [
      'when a deploy cannot be read',
      ({ documents }) => documents.create('staging/deploy.json', { state: 'kept' }),
      /is no journal of ours/,
    ],
    [
      'while somebody else holds it',
      ({ documents }) => documents.create('locks/staging.hold.json', holdOf('hubot')),
      /^staging is locked by hubot until/,
    ],
    [
      'while its hold cannot be read',
      ({ documents }) => documents.create('locks/staging.hold.json', { by: 1 }),
      /hold of staging cannot be read|cannot be read/,
    ],
  ])('%s', async (_when, prepare, what) => {
    const stage = open();
    await prepare(stage);
    const before = [...stage.bucket.keys()];
    expect(refusals(await runRunbook(stage.world(), requestOf(stage)))).toEqual([expect.stringMatching(what)]);
    expect((await planRunbook(stage.world(), requestOf(stage))).obstacles).toEqual([
      expect.objectContaining({ what: expect.stringMatching(what) }),
    ]);
    expect([...stage.bucket.keys()]).toEqual(before);
    expect(stage.shop.calls.some(({ method }) => method === 'want')).toBe(false);
  });

  test('when it is too risky for where it runs', async () => {
    const stage = openStage({ runbook: changed({ risk: 'high' }) });
    expect(refusals(await runRunbook(stage.world(), requestOf(stage)))).toEqual([
      'stock-up is of high risk, and what runs here is approved for medium risk at most.',
    ]);
    expect((await planRunbook(stage.world(), requestOf(stage))).obstacles).toEqual([]);
  });

  test('and tells everything that is in its way at once', async () => {
    const stage = open();
    await stage.documents.create('locks/staging.hold.json', holdOf('hubot'));
    await stage.documents.create('staging/deploy.json', deploy('applying'));
    await stage.shop.want('bread', 0);
    stage.clock.advance(30);
    expect(refusals(await runRunbook(stage.world(), requestOf(stage)))).toEqual([
      expect.stringMatching(/^staging is locked by hubot/),
      'A deploy to staging was left in the state applying.',
      'There is no bread, so 6 cannot be had.',
    ]);
  });
});

describe('is run', () => {
  test.each<[string, (stage: Stage) => Promise<unknown>]>([
    ['by whoever holds it', ({ documents }) => documents.create('locks/staging.hold.json', holdOf('octocat'))],
    [
      'where a deploy has frozen it: somebody looks',
      ({ documents }) => documents.create('locks/staging.hold.json', holdOf('opsdeck')),
    ],
    ['where the last deploy has come to its end', ({ documents }) => documents.create('staging/deploy.json', deploy('frozen'))],
  ])('%s', async (_when, prepare) => {
    const stage = open();
    await prepare(stage);
    expect(await runRunbook(stage.world(), requestOf(stage))).toMatchObject({ kind: 'ended', journal: { state: 'done' } });
  });

  test('by no alarm where a deploy has frozen it', async () => {
    const stage = open();
    await stage.documents.create('locks/staging.hold.json', holdOf('opsdeck'));
    const request = requestOf(stage, { door: 'alarm', by: 'alarm' });
    expect(refusals(await runRunbook(stage.world(), request))).toEqual([expect.stringMatching(/^staging is locked by opsdeck/)]);
  });
});

describe('a terminal', () => {
  const terminal = { ...terminalOwner('octocat', 815), url: 'https://github.com/acme/shop' };

  test('that died is taken up by a run of GitHub, once its lock has expired', async () => {
    const stage = openStage();
    const { world } = mortal(stage, { at: 30, isDone: true }, { run: terminal });
    await runRunbook(world, requestOf(stage, { door: 'terminal' })).catch(() => undefined);
    expect(stage.journal()).toMatchObject({ state: 'running', run: { job: 'terminal of octocat' } });
    const early = await resumeRunbook(stage.world({ run: run(2) }), resumeOf());
    expect(early).toMatchObject({
      kind: 'refused',
      obstacles: [{ what: expect.stringMatching(/changed by the terminal of octocat/) }],
    });
    stage.clock.advance(120);
    await resumeRunbook(stage.world({ run: run(2) }), resumeOf());
    expect(stage.journal()).toMatchObject({ state: 'done', takenOverFrom: [{ job: 'terminal of octocat' }] });
    expect(stage.shop.state()).toEqual(stocked);
  });

  test('that has lost its lock touches nothing any more, neither forward nor back', async () => {
    const stage = openStage();
    stage.clock.in(40, () => {
      const key = 'locks/runbooks/staging/corner-shop.json';
      stage.bucket.set(key, { value: lockOf(7, 'runbook resume corner-shop'), version: 'theirs' });
    });
    let wanted = -1;
    stage.clock.in(61, () => {
      wanted = stage.shop.calls.filter(({ method }) => method === 'want').length;
    });
    await expect(runRunbook(stage.world({ run: terminal }), requestOf(stage))).rejects.toMatchObject({
      code: 'runbook/lock-lost',
    });
    stage.clock.advance(60);
    expect(stage.journal()?.state).toBe('running');
    expect(stage.shop.calls.filter(({ method }) => method === 'want')).toHaveLength(wanted);
    expect(stage.bucket.get('locks/runbooks/staging/corner-shop.json')?.version).toBe('theirs');
  });
});

test('what a runbook has left is undone although somebody holds the environment: it only brings back what was', async () => {
  const stage = open();
  const { world } = mortal(stage, { at: 32, isDone: true });
  await runRunbook(world, requestOf(stage)).catch(() => undefined);
  stage.activeRuns.delete(1);
  await stage.documents.create('locks/staging.hold.json', holdOf('hubot'));
  const resumed = await resumeRunbook(stage.world({ run: run(2) }), resumeOf({ target: 'environment', way: 'undo' }));
  expect(resumed).toMatchObject({ kind: 'ended', journal: { state: 'compensated' } });
  expect(stage.shop.state()).toEqual(untouched);
  expect(stage.bucket.has('locks/staging.json')).toBe(false);
});
