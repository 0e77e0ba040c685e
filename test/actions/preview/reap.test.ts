// The reaper: what it takes, what it leaves, and what it tells.
import { describe, expect, test } from '@jest/globals';
import { hasFailed } from '../../../src/actions/preview/reap.ts';
import { renderReapReport } from '../../../src/actions/preview/render-reap.ts';
import { type Cloud, openCloud, tracesOf } from './support/cloud.ts';
import { closeOnly, outcomeOf, push, reapAll } from './support/events.ts';
import { lease } from './support/lease.ts';
import { refused } from './support/terraform.ts';

const hour = 3_600_000;

async function withPreviews(...numbers: readonly number[]): Promise<Cloud> {
  const cloud = openCloud();
  for (const number of numbers) await push(cloud, { number, commit: 'a' });
  return cloud;
}

test('takes what is closed and what has expired, and leaves the rest', async () => {
  const cloud = await withPreviews(1);
  cloud.nowMs += 48 * hour;
  await push(cloud, { number: 2, commit: 'a' });
  cloud.nowMs += 24 * hour;
  closeOnly(cloud, 3);
  const log: string[] = [];
  const report = await outcomeOf(reapAll(cloud, { log }));
  expect(report.reaped).toMatchObject([{ reaping: { pullRequest: 1, why: 'it has expired' }, result: { kind: 'destroyed' } }]);
  expect(tracesOf(cloud, 1)).toEqual([]);
  expect(tracesOf(cloud, 2).length).toBeGreaterThan(5);
  expect(log.slice(0, 2)).toEqual(['2 previews, 1 to reap.', '1 of 1: destroy #1, because it has expired']);
  expect(hasFailed(report)).toBe(false);
});

test('goes on after one that fails, and fails at the end', async () => {
  const cloud = await withPreviews(1, 2);
  for (const number of [1, 2]) closeOnly(cloud, number);
  const troubles = new Map([['destroy', { times: 1, failure: refused('access-denied', 'AWS denied it.') }]]);
  const report = await outcomeOf(reapAll(cloud, { troubles }));
  expect(report.reaped.map(({ result }) => result.kind)).toEqual(['failed', 'destroyed']);
  expect(hasFailed(report)).toBe(true);
  expect(renderReapReport(report).replaceAll('\\', '')).toMatchInlineSnapshot(`
"## Previews

Looked at 2 previews; 2 had to be reaped.

| preview | because | result |
|---|---|---|
| #1 | the pull request is closed | **failed**: AWS denied it. Do something about it. |
| #2 | the pull request is closed | destroyed |"
`);
});

describe('looks again under the lock', () => {
  test('what was pushed meanwhile is left', async () => {
    const cloud = await withPreviews(1);
    cloud.nowMs += 73 * hour;
    const log: string[] = [];
    let isPushed = false;
    const between = async () => {
      if (isPushed || !log.includes('▸ lock')) return;
      isPushed = true;
      const value = { ...(cloud.bucket.get('previews/pr-1/lease.json')?.value as object), expiresAt: '2026-12-01T10:00:00.000Z' };
      cloud.bucket.set('previews/pr-1/lease.json', { value, version: 'new' });
    };
    const report = await outcomeOf(reapAll(cloud, { log, between }));
    expect(report.reaped).toMatchObject([{ result: { kind: 'not-due' } }]);
    expect(tracesOf(cloud, 1).length).toBeGreaterThan(5);
    expect([...cloud.bucket.keys()]).not.toContain('locks/pr-1.json');
  });

  test('what a run works on is left to it', async () => {
    const cloud = await withPreviews(1);
    closeOnly(cloud, 1);
    cloud.activeRuns.add(4711);
    const owner = { runId: 4711, attempt: 1, job: 'preview' };
    const value = { owner, reason: 'destroy', since: lease.createdAt, expires: lease.expiresAt };
    cloud.bucket.set('locks/pr-1.json', { value, version: 'a' });
    const report = await outcomeOf(reapAll(cloud));
    expect(report.reaped).toMatchObject([{ result: { kind: 'locked' } }]);
    expect(hasFailed(report)).toBe(false);
  });
});

describe('tidies', () => {
  test('the lock of a dead run, and leaves its live preview', async () => {
    const cloud = await withPreviews(1);
    const owner = { runId: 4711, attempt: 1, job: 'preview' };
    const value = { owner, reason: 'deploy', since: lease.createdAt, expires: lease.expiresAt };
    cloud.bucket.set('locks/pr-1.json', { value, version: 'a' });
    const before = tracesOf(cloud, 1).filter((trace) => trace !== 'locks/pr-1.json');
    expect((await outcomeOf(reapAll(cloud))).reaped).toMatchObject([{ reaping: { kind: 'tidy' }, result: { kind: 'tidied' } }]);
    expect(tracesOf(cloud, 1)).toEqual(before);
  });

  test('slots that no lease tells of, and those that say nothing', async () => {
    const cloud = await withPreviews(1);
    cloud.bucket.set('previews/slots/2.json', { value: { pullRequest: 1, since: lease.createdAt }, version: 'a' });
    cloud.bucket.set('previews/slots/3.json', { value: 'broken', version: 'b' });
    const report = await outcomeOf(reapAll(cloud));
    expect(report.freedSlots).toEqual([3]);
    expect([...cloud.bucket.keys()].filter((key) => key.includes('/slots/'))).toEqual(['previews/slots/1.json']);
  });
});

test('leaves alone what is listed long after it has gone', async () => {
  const cloud = openCloud();
  const arn = 'arn:aws:ecs:eu-west-2:123456789012:task-definition/assess-staging-pr-9:4';
  const tags = { ManagedBy: 'opsdeck', Service: 'pr-9', Environment: 'staging' };
  cloud.resources.set('old', {
    resourceType: 'aws_ecs_task_definition',
    id: 'x',
    importId: arn,
    arn,
    tags,
    isListed: true,
    made: '',
  });
  expect((await outcomeOf(reapAll(cloud))).looked).toBe(0);
});

test('says so when there is nothing', async () => {
  expect(renderReapReport(await outcomeOf(reapAll(openCloud())))).toBe(
    '## Previews\n\nLooked at 0 previews; 0 had to be reaped.',
  );
});
