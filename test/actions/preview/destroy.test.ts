// A destroy, from whatever is left of a preview.
import { describe, expect, test } from '@jest/globals';
import { readSlots } from '../../../src/actions/comment/slots.ts';
import { destroySteps } from '../../../src/actions/preview/steps.ts';
import { type Cloud, keyOf, openCloud, tracesOf } from './support/cloud.ts';
import { close, outcomeOf, push, reapAll } from './support/events.ts';
import { refused } from './support/terraform.ts';

const number = 7;
const section = (cloud: Cloud): string => (readSlots(cloud.comments.get(number) ?? '').preview ?? '').replaceAll('\\', '');
const leaseStatus = (cloud: Cloud) => (cloud.bucket.get('previews/pr-7/lease.json')?.value as { status?: string })?.status;

async function withPreview(shape: 'shared' | 'isolated' = 'shared'): Promise<Cloud> {
  const cloud = openCloud();
  await push(cloud, { number, commit: 'a', shape });
  return cloud;
}

test('takes everything down, step by step', async () => {
  const cloud = await withPreview();
  const log: string[] = [];
  expect(await outcomeOf(close(cloud, number, { log }))).toEqual({ kind: 'destroyed', wasThere: true, leftovers: [] });
  expect(log.filter((line) => /^[▸✔]/.test(line))).toEqual(destroySteps.flatMap((step) => [`▸ ${step}`, `✔ ${step}`]));
  expect(tracesOf(cloud, number)).toEqual([]);
  expect(section(cloud)).toContain('because the pull request was closed. Nothing of it is left.');
});

test('of nothing does nothing, and says nothing', async () => {
  const cloud = openCloud();
  expect(await outcomeOf(close(cloud, number))).toEqual({ kind: 'destroyed', wasThere: false, leftovers: [] });
  expect(cloud.comments.size).toBe(0);
});

describe('survives', () => {
  test.each([
    ['a missing lease', 'previews/pr-7/lease.json'],
    ['a missing state', 'previews/pr-7/service.tfstate'],
    ['a missing slot', 'previews/slots/1.json'],
  ])('%s', async (_what, key) => {
    const cloud = await withPreview();
    cloud.bucket.delete(key);
    expect(await outcomeOf(close(cloud, number))).toMatchObject({ kind: 'destroyed', leftovers: [] });
    expect(tracesOf(cloud, number)).toEqual([]);
  });

  test('nothing left but resources: also those that have no tags', async () => {
    const cloud = await withPreview('isolated');
    cloud.bucket.clear();
    expect(await outcomeOf(close(cloud, number))).toMatchObject({ kind: 'destroyed', wasThere: true, leftovers: [] });
    expect(tracesOf(cloud, number)).toEqual([]);
  });

  test('a corrupt lease', async () => {
    const cloud = await withPreview();
    const log: string[] = [];
    cloud.bucket.set('previews/pr-7/lease.json', { value: { pullRequest: 'seven' }, version: 'x' });
    expect(await outcomeOf(close(cloud, number, { log }))).toMatchObject({ kind: 'destroyed' });
    expect(tracesOf(cloud, number)).toEqual([]);
    expect(log.find((line) => line.startsWith('warning: The lease of #7 cannot be read'))).toBeDefined();
  });

  test('two attempts that fail', async () => {
    const cloud = await withPreview();
    const troubles = new Map([['destroy', { times: 2, failure: refused('destroy-failed', 'DependencyViolation.') }]]);
    expect(await outcomeOf(close(cloud, number, { troubles }))).toMatchObject({ kind: 'destroyed' });
    expect(tracesOf(cloud, number)).toEqual([]);
  });

  test('a lock that a plan left on the state', async () => {
    const cloud = await withPreview();
    cloud.bucket.set('previews/pr-7/service.tfstate.tflock', { value: { runId: 4711 }, version: 'x' });
    await close(cloud, number);
    expect(tracesOf(cloud, number)).toEqual([]);
  });
});

describe('gives up', () => {
  test('after three attempts, says why, and the next one finishes', async () => {
    const cloud = await withPreview();
    const troubles = new Map([['destroy', { times: 3, failure: refused('destroy-failed', 'DependencyViolation.') }]]);
    expect(await outcomeOf(close(cloud, number, { troubles }))).toMatchObject({
      kind: 'failed',
      failure: { message: 'DependencyViolation.' },
    });
    expect(leaseStatus(cloud)).toBe('failed');
    expect(section(cloud)).toContain('The destroy failed at the step destroy-service');
    expect([...cloud.bucket.keys()]).not.toContain('locks/pr-7.json');
    await reapAll(cloud);
    expect(tracesOf(cloud, number)).toEqual([]);
  });

  test('at once where another try is of no use', async () => {
    const cloud = await withPreview();
    const trouble = { times: 3, failure: refused('access-denied', 'AWS denied it.') };
    await close(cloud, number, { troubles: new Map([['destroy', trouble]]) });
    expect(trouble.times).toBe(2);
  });

  test('on what it has no name for, by ARN', async () => {
    const cloud = await withPreview();
    const arn = 'arn:aws:dynamodb:eu-west-2:123456789012:table/theirs';
    const tags = { ManagedBy: 'opsdeck', Service: 'pr-7', Environment: 'staging' };
    const table = { resourceType: 'aws_dynamodb_table', id: 'theirs', importId: 'theirs', arn, tags, isListed: true, made: '' };
    cloud.resources.set(keyOf(table), table);
    expect(await outcomeOf(close(cloud, number))).toEqual({ kind: 'destroyed', wasThere: true, leftovers: [arn] });
    expect(section(cloud)).toContain(`- \`${arn}\``);
    expect(tracesOf(cloud, number)).toEqual([]);
  });
});

test('leaves other previews alone', async () => {
  const cloud = await withPreview();
  await push(cloud, { number: 77, commit: 'x' });
  const before = tracesOf(cloud, 77);
  await close(cloud, number);
  expect(tracesOf(cloud, 77)).toEqual(before);
  expect(before.length).toBeGreaterThan(5);
});
