// More time for a preview, and how it stands.
import { describe, expect, test } from '@jest/globals';
import { decideExpiry, extend } from '../../../src/actions/preview/extend.ts';
import { gatherStatus, renderStatus } from '../../../src/actions/preview/status.ts';
import { type Cloud, openCloud } from './support/cloud.ts';
import { outcomeOf, push, run } from './support/events.ts';
import { lease } from './support/lease.ts';

const number = 7;
const hours = (count: number): number => count * 3600;
const now = new Date('2026-11-22T10:00:00.000Z');

test.each([
  ['later than it would have been', '2026-11-23T10:00:00.000Z', 24, '2026-11-24T10:00:00.000Z', false],
  ['from now on, when it has expired', '2026-11-20T10:00:00.000Z', 24, '2026-11-23T10:00:00.000Z', false],
  ['not beyond two weeks', '2026-12-01T10:00:00.000Z', 999, '2026-12-06T10:00:00.000Z', true],
  ['never earlier', '2026-12-20T10:00:00.000Z', 24, '2026-12-20T10:00:00.000Z', true],
])('%s', (_what, expiresAt, count, expected, isCapped) => {
  expect(decideExpiry({ expiresAt }, hours(count), now, hours(14 * 24))).toEqual({ expiresAt: expected, isCapped });
});

describe('a run', () => {
  const ask = (cloud: Cloud, seconds = hours(24)) =>
    outcomeOf(run(cloud, {}, (world) => extend(world, { pullRequest: number, seconds })));

  test('writes it into the lease', async () => {
    const cloud = openCloud();
    await push(cloud, { number, commit: 'a' });
    expect(await ask(cloud)).toMatchObject({
      kind: 'extended',
      isCapped: false,
      lease: { expiresAt: '2026-11-26T10:00:00.000Z' },
    });
    expect(cloud.bucket.get('previews/pr-7/lease.json')?.value).toMatchObject({
      expiresAt: '2026-11-26T10:00:00.000Z',
      status: 'live',
    });
    expect([...cloud.bucket.keys()]).not.toContain('locks/pr-7.json');
    expect(cloud.comments.get(number)).toContain('Goes on 2026-11-26 10:00 UTC (in 4 days)');
  });

  test('finds nothing to extend', async () => {
    expect(await ask(openCloud())).toEqual({ kind: 'nothing' });
  });

  test('does not guess at a corrupt lease', async () => {
    const cloud = openCloud();
    cloud.bucket.set('previews/pr-7/lease.json', { value: 1, version: 'a' });
    expect(await ask(cloud)).toMatchObject({ kind: 'failed', failure: { code: 'preview/lease-corrupt' } });
  });

  test('gives way to a run that works on it', async () => {
    const cloud = openCloud();
    cloud.activeRuns.add(4711);
    const owner = { runId: 4711, attempt: 1, job: 'preview' };
    const value = { owner, reason: 'deploy', since: lease.createdAt, expires: lease.expiresAt };
    cloud.bucket.set('locks/pr-7.json', { value, version: 'a' });
    expect(await ask(cloud)).toMatchObject({ kind: 'locked', by: { owner } });
  });
});

describe('the status', () => {
  const status = async (cloud: Cloud) => renderStatus(await outcomeOf(run(cloud, {}, (world) => gatherStatus(world, number))));

  test('of a preview that is up', async () => {
    const cloud = openCloud();
    await push(cloud, { number, commit: 'a' });
    expect(await status(cloud)).toMatchInlineSnapshot(`
"Preview of #7:

| | |
|---|---|
| status | live |
| commit | \`6100000\` |
| shape | shared |
| slot | 1 |
| URL | \`https://pr-7.example.org\` |
| image | \`registry.example.org/app@sha256:6100000000000000000000000000000000000000\` |
| since | 2026-11-22 10:00 UTC |
| goes | 2026-11-25 10:00 UTC (in 3 days) |
| costs | not priced |"
`);
  });

  test('of none', async () => {
    expect(await status(openCloud())).toBe('There is no preview of #7.');
  });

  test('of one whose run died', async () => {
    const cloud = openCloud();
    await push(cloud, { number, commit: 'a' }, { dieAt: 32 });
    const text = await status(cloud);
    expect(text).toContain('| status | deploying, at the step strays |');
    expect(text).toMatch(
      /Locked by run \d+, job preview since 2026-11-22 10:00 UTC, which has ended: the next run takes it over\./,
    );
  });

  test('of one whose lease and lock are broken', async () => {
    const cloud = openCloud();
    cloud.bucket.set('previews/pr-7/lease.json', { value: 1, version: 'a' });
    cloud.bucket.set('locks/pr-7.json', { value: 1, version: 'a' });
    expect(await status(cloud)).toMatchInlineSnapshot(`
"The lease of the preview of #7 cannot be read; destroy it, or deploy it again.

Its lock cannot be read."
`);
  });
});
