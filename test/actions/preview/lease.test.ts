// The lease: what is read as one, and who may write it.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Lease, parseLease, unsweptShapes } from '../../../src/actions/preview/lease.ts';
import { gatherLease, openLease } from '../../../src/actions/preview/lease-store.ts';
import { memoryDocuments } from '../../support/documents.ts';
import { lease } from './support/lease.ts';

describe('a document', () => {
  test.each<[string, Partial<Lease>]>([
    ['as it was written', {}],
    [
      'with all that is optional',
      { url: 'https://pr-7.example.org', deploymentId: 3, failure: { code: 'a/b', what: 'c', next: 'd' } },
    ],
  ])('is a lease %s', (_what, more) => {
    expect(parseLease(JSON.parse(JSON.stringify({ ...lease, ...more })), 7)).toEqual({
      kind: 'valid',
      value: { ...lease, ...more },
    });
  });

  test('of a later version is read for what we know', () => {
    expect(parseLease({ ...lease, colour: 'green' }, 7)).toEqual({ kind: 'valid', value: lease });
  });

  test.each<[string, object, string[]]>([
    ['another pull request’s', { pullRequest: 8 }, ['pullRequest: expected 7']],
    ['a status that is none', { status: 'asleep' }, ['status: expected one of queued, deploying, live, failed, destroying']],
    ['half a commit', { headSha: 'abc' }, ['headSha: expected a commit']],
    ['a list of other things', { unswept: ['shared', 'round'] }, ['unswept: expected a list, each one of shared, isolated']],
    ['a slot below 1', { slot: 0 }, ['slot: expected a whole number from 1']],
    [
      'two problems',
      { run: {}, expiresAt: '2026-11-25' },
      ['run: expected an object of known fields', 'expiresAt: expected an instant such as 2026-11-22T10:00:00.000Z'],
    ],
  ])('is corrupt with %s', (_what, change, problems) => {
    expect(parseLease({ ...lease, ...change }, 7)).toEqual({ kind: 'corrupt', problems });
  });

  test('of any kind never breaks the reader', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => expect(parseLease(value, 7).kind).toBe('corrupt')));
  });
});

test.each([
  ['live', []],
  ['slot', []],
  ['plan-service', []],
  ['apply-service', ['shared']],
  ['apply-platform', ['shared']],
  // An earlier run may have died, and this one has not looked yet.
  ['lease', ['shared']],
  ['strays', ['shared']],
  ['destroy-service', ['shared']],
  ['sweep', ['shared']],
  ['remove-lease', []],
] as const)('a run that ends at the step %s may leave something of %j', (step, shapes) => {
  expect(unsweptShapes({ ...lease, step })).toEqual(shapes);
  const unswept = ['isolated'] as const;
  expect(unsweptShapes({ ...lease, step, unswept })).toEqual([...unswept, ...shapes]);
});

describe('the store', () => {
  const now = () => new Date('2026-11-22T11:00:00.000Z');

  test('tells what there is', async () => {
    const bucket = new Map([
      ['previews/pr-7/lease.json', { value: lease, version: 'a' }],
      ['previews/pr-8/lease.json', { value: { ...lease }, version: 'b' }],
    ]);
    const documents = memoryDocuments(bucket);
    expect(await gatherLease(documents, 7)).toEqual({ kind: 'valid', lease, version: 'a' });
    expect(await gatherLease(documents, 8)).toEqual({ kind: 'corrupt', problems: ['pullRequest: expected 8'], version: 'b' });
    expect(await gatherLease(documents, 9)).toEqual({ kind: 'none' });
  });

  test('writes over what it knows, and notices a stranger', async () => {
    const documents = memoryDocuments();
    const open = await openLease({ documents, lease, found: { kind: 'none' }, now });
    await open.write({ status: 'failed' });
    expect(open.current()).toEqual({ ...lease, status: 'failed', updatedAt: '2026-11-22T11:00:00.000Z' });
    const found = await gatherLease(documents, 7);
    if (found.kind !== 'valid') throw new Error(found.kind);
    await documents.replace('previews/pr-7/lease.json', lease, found.version);
    await expect(open.write({ status: 'live' })).rejects.toMatchObject({ code: 'preview/lease-changed' });
    await expect(open.remove()).rejects.toMatchObject({ code: 'preview/lease-changed' });
  });

  test('does not begin where another one has begun', async () => {
    const documents = memoryDocuments();
    await documents.create('previews/pr-7/lease.json', lease);
    await expect(openLease({ documents, lease, found: { kind: 'none' }, now })).rejects.toMatchObject({
      code: 'preview/lease-changed',
    });
  });
});
