// preview-cleanup: a lease ends now, whatever else it says stays, and it is given back.
import { describe, expect, test } from '@jest/globals';
import { leaseKey } from '../../src/actions/preview/keys.ts';
import { parseLease } from '../../src/actions/preview/lease.ts';
import { leaseKeyOf } from '../../src/adapters/aws/previews.ts';
import { previewCleanup } from '../../src/runbooks/preview-cleanup.ts';
import { type LeaseSetup, leaseDocument, memoryPreviews } from '../support/fake-previews.ts';
import { manualClock } from '../support/manual-clock.ts';
import { throttled } from '../support/troubles.ts';
import { planOf, play, playAndUndo } from './support/play.ts';

const inputs = { 'pull-request': '7' };
const start = '2026-01-31T12:00:00.000Z';
const later = '2026-02-02T12:00:00.000Z';

async function stage(lease: Partial<LeaseSetup> = {}) {
  const clock = manualClock(start);
  const previews = await memoryPreviews(clock, [{ pullRequest: 7, expiresAt: later, ...lease }]);
  return { clock, previews, ports: { previews } };
}

test('plans the expiry of one lease, and writes nothing', async () => {
  const world = await stage();
  const before = await world.previews.lease(7);
  const { steps, obstacles } = await planOf(previewCleanup, world, inputs);
  expect(obstacles).toEqual([]);
  expect(steps[0]?.outcome).toMatchObject({
    kind: 'change',
    changes: [{ what: 'expiry of the preview of #7', from: later, to: `${start} (the reaper removes it within the hour)` }],
  });
  expect(await world.previews.lease(7)).toEqual(before);
});

test('ends the lease now, keeps the rest of it, and says how it goes at once', async () => {
  const world = await stage();
  const { result, log } = await play(previewCleanup, world, inputs);
  expect(result).toMatchObject({ journal: { state: 'done' } });
  expect(await world.previews.lease(7)).toEqual({
    ...leaseDocument({ pullRequest: 7, expiresAt: start }),
    updatedAt: expect.any(String),
  });
  expect(log.join('\n')).toContain('/preview destroy');
});

test('leaves a lease that the reaper and every deploy can read', async () => {
  const world = await stage();
  await play(previewCleanup, world, inputs);
  expect(parseLease(await world.previews.lease(7), 7)).toMatchObject({ kind: 'valid', value: { expiresAt: start } });
  expect(leaseKeyOf(7)).toBe(leaseKey(7));
});

test('is undone to the expiry that was', async () => {
  const world = await stage();
  const { journal } = await playAndUndo(previewCleanup, world, inputs);
  expect(journal?.state).toBe('compensated');
  expect(await world.previews.lease(7)).toMatchObject({ expiresAt: later });
});

test('leaves alone what somebody else has written meanwhile', async () => {
  const world = await stage();
  const extended = '2026-02-09T12:00:00.000Z';
  const [step] = previewCleanup.steps;
  const scope = { ...scopeOf(world), ports: { previews: world.previews } };
  const before = { status: 'live', from: later, to: start };
  await world.previews.write(7, { expiresAt: start });
  await world.previews.write(7, { expiresAt: extended });
  if (!step || 'impossible' in step.compensate) throw new Error('the step can be undone');
  await step.compensate.run(scope as never, before);
  expect(await step.compensate.verify(scope as never, before)).toMatchObject({
    kind: 'yes',
    words: expect.stringContaining('somebody else'),
  });
  expect(await world.previews.lease(7)).toMatchObject({ expiresAt: extended });
});

test('cannot give back what the reaper has taken down, and says so', async () => {
  const world = await stage();
  const [step] = previewCleanup.steps;
  if (!step || 'impossible' in step.compensate) throw new Error('the step can be undone');
  await world.previews.remove(7);
  expect(await step.compensate.verify(scopeOf(world) as never, { status: 'live', from: later, to: start })).toEqual({
    kind: 'never',
    words: 'the preview has been taken down already',
  });
});

test('goes on when AWS throttles', async () => {
  const world = await stage();
  world.previews.failNext('expire', throttled());
  const { journal } = await play(previewCleanup, world, inputs);
  expect(journal?.state).toBe('done');
});

describe('refuses', () => {
  test.each([
    ['a preview that is being deployed', { status: 'deploying' }, 'The preview of #7 is in transition: it is deploying.'],
    ['one that is being destroyed', { status: 'destroying' }, 'The preview of #7 is in transition: it is destroying.'],
    ['one that has expired', { expiresAt: start }, `The lease of the preview of #7 has ended at ${start} already.`],
    ['one that there is not', { pullRequest: 8 }, 'The pull request #7 has no preview.'],
  ])('%s', async (_, lease, what) => {
    const world = await stage(lease);
    const { result } = await play(previewCleanup, world, inputs);
    expect(result).toMatchObject({ kind: 'not-begun', status: 'refused', plan: { obstacles: [{ what }] } });
    expect(world.previews.calls.filter(({ method }) => method === 'expire')).toEqual([]);
  });

  test('both at once', async () => {
    const { obstacles } = await planOf(previewCleanup, await stage({ status: 'deploying', expiresAt: start }), inputs);
    expect(obstacles).toHaveLength(2);
  });

  test('a lease that cannot be read, and says what does without it', async () => {
    const world = await stage();
    await world.previews.write(7, { expiresAt: 'soon' });
    await expect(world.previews.find(7)).rejects.toMatchObject({
      code: 'preview/lease-corrupt',
      details: ['expiresAt: expected an instant such as 2026-11-22T10:00:00.000Z'],
      next: expect.stringContaining('/preview destroy'),
    });
  });
});

function scopeOf({ previews, clock }: Awaited<ReturnType<typeof stage>>) {
  return { ports: { previews }, inputs: { 'pull-request': 7 }, now: clock.now, tell: () => undefined };
}
