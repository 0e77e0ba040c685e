// Applying to an environment: exactly what was reviewed, under its lock, or nothing.
import { describe, expect, test } from '@jest/globals';
import { type ApplyRequest, applyReviewed } from '../../../src/actions/apply/apply.ts';
import { environmentLockKey } from '../../../src/actions/apply/keys.ts';
import { reportOf } from '../../../src/actions/apply/report.ts';
import { holdKey } from '../../../src/actions/environment/hold-store.ts';
import { journalKey } from '../../../src/actions/game-day/keys.ts';
import { head } from '../chatops/support/github.ts';
import { watching } from '../game-day/report/support/game-days.ts';
import { applyFailed, type Host, now, openHost } from './host.ts';

const request: ApplyRequest = { pullRequest: 7, headSha: head, reviewed: '', actor: 'ada' };

/** The digest of what is pending, as the comment shows it. */
async function reviewed(pending: Parameters<typeof openHost>[0]): Promise<string> {
  const refused = await applyReviewed(openHost(pending).world(), { ...request, reviewed: 'f'.repeat(12) }).catch(String);
  return /digest is ([0-9a-f]{12}) now/.exec(String(refused))?.[1] ?? '';
}

const both = () => ({ platform: ['audit'], service: ['jobs', 'mail'] });

async function failureOf(host: Host, change: Partial<ApplyRequest> = {}) {
  const digest = await reviewed(both());
  return applyReviewed(host.world(), { ...request, reviewed: digest, ...change }).then(
    () => 'nothing',
    (error: { code: string; message: string }) => `${error.code}: ${error.message}`,
  );
}

test('the platform first, then the service, and nothing is left', async () => {
  const host = openHost(both());
  const result = await applyReviewed(host.world(), { ...request, reviewed: await reviewed(both()) });
  expect(host.made).toEqual(['platform audit', 'service jobs', 'service mail']);
  expect(result).toMatchObject({ kind: 'applied', changed: 3, left: 0 });
  expect(reportOf('staging', result).outputs.message).toBe('3 changes applied to staging; a further plan has nothing to change.');
  expect(host.told).toEqual([
    'planning again',
    'applying the platform of staging: 1 of 1',
    'applying the service of staging: 1 of 2',
    'applying the service of staging: 2 of 2',
    'looking whether anything is left',
  ]);
  expect([...host.bucket.keys()]).toEqual([]);
});

test('a layer that stays as it is is not touched', async () => {
  const host = openHost({ service: ['jobs'] });
  await applyReviewed(host.world(), { ...request, reviewed: await reviewed({ service: ['jobs'] }) });
  expect(host.made).toEqual(['service jobs']);
});

test('an environment that is as wanted is left alone', async () => {
  const host = openHost();
  const result = await applyReviewed(host.world(), { ...request, reviewed: await reviewed({}) });
  expect(reportOf('staging', result).outputs).toMatchObject({
    status: 'nothing-to-do',
    message: 'staging is as the pull request wants it already.',
  });
});

test('what a further plan would still change is said', async () => {
  const host = openHost(both());
  host.before = (command) => {
    if (command === 'apply service') host.pending.platform.push('straggler');
  };
  const result = await applyReviewed(host.world(), { ...request, reviewed: await reviewed(both()) });
  expect(reportOf('staging', result).outputs.message).toBe(
    '3 changes applied to staging; a further plan would change 1 resource: ask for `/plan`.',
  );
});

describe('nothing is applied', () => {
  const hold = {
    by: 'bob',
    reason: 'load test',
    since: now.toISOString(),
    expiresAt: '2026-11-22T18:00:00.000Z',
    pullRequest: 3,
    commentUrl: 'https://github.test/acme/platform/pull/3#issuecomment-1',
  };

  test.each<[string, (host: Host) => void, Partial<ApplyRequest>, string]>([
    [
      'when the plan has changed',
      (host) => host.pending.service.push('new'),
      {},
      'apply/plan-changed: The plan is not the one that was reviewed: its digest is',
    ],
    ['when it is another plan', () => undefined, { reviewed: 'ffffffffffff' }, 'apply/plan-changed'],
    [
      'when the pull request is closed',
      (host) => Object.assign(host, { pullRequest: { ...host.pullRequest, state: 'closed' } }),
      {},
      'apply/closed: Pull request #7 is closed',
    ],
    [
      'when it has moved on',
      (host) => Object.assign(host, { pullRequest: { ...host.pullRequest, headSha: 'c'.repeat(40) } }),
      {},
      'apply/moved-on: The commit ccccccc was pushed after aaaaaaa',
    ],
    [
      'when somebody holds the environment',
      (host) => host.bucket.set(holdKey('staging'), { value: hold, version: '1' }),
      {},
      'apply/held: staging is locked by bob until',
    ],
    [
      'when the hold cannot be read',
      (host) => host.bucket.set(holdKey('staging'), { value: {}, version: '1' }),
      {},
      'apply/held',
    ],
    [
      'when a game day was left in the middle',
      (host) => host.bucket.set(journalKey('staging'), { value: watching, version: '1' }),
      {},
      'game-day/left-unfinished: The game day',
    ],
  ])('%s', async (_name, arrange, change, expected) => {
    const host = openHost(both());
    arrange(host);
    expect(await failureOf(host, change)).toContain(expected);
    expect(host.made).toEqual([]);
    expect(host.bucket.has(environmentLockKey('staging'))).toBe(false);
  });

  test.each([
    [
      'is pushed to',
      (host: Host) => Object.assign(host, { pullRequest: { ...host.pullRequest, headSha: 'c'.repeat(40) } }),
      'apply/moved-on',
    ],
    ['is closed', (host: Host) => Object.assign(host, { pullRequest: { ...host.pullRequest, state: 'closed' } }), 'apply/closed'],
    ['gets a hold', (host: Host) => void host.bucket.set(holdKey('staging'), { value: hold, version: '1' }), 'apply/held'],
  ])('when it %s while it is planned', async (_name, happen, code) => {
    const host = openHost(both());
    host.before = (command) => {
      if (command === 'plan service') happen(host);
    };
    expect(await failureOf(host)).toContain(code);
    expect(host.made).toEqual([]);
  });

  test('while another run is at it', async () => {
    const host = openHost(both());
    host.bucket.set(environmentLockKey('staging'), lockOf(2));
    host.activeRuns.add(2);
    expect(await failureOf(host)).toBe('apply/locked: staging is being changed by run 2, job apply (apply of #3).');
    expect(host.made).toEqual([]);
  });
});

const lockOf = (runId: number) => ({
  value: {
    owner: { runId, attempt: 1, job: 'apply' },
    reason: 'apply of #3',
    since: now.toISOString(),
    expires: now.toISOString(),
  },
  version: '1',
});

test('whoever holds the environment applies to it', async () => {
  const host = openHost(both());
  const hold = { by: 'Ada', reason: 'mine', since: now.toISOString(), expiresAt: '2026-11-22T18:00:00.000Z', pullRequest: 7 };
  const commentUrl = 'https://github.test/acme/platform/pull/7#issuecomment-1';
  host.bucket.set(holdKey('staging'), { value: { ...hold, commentUrl }, version: '1' });
  expect(await failureOf(host)).toBe('nothing');
});

test('the lock of a run that died is taken over, with what Terraform locked for it', async () => {
  const host = openHost(both());
  host.bucket.set(environmentLockKey('staging'), lockOf(2));
  host.bucket.set('staging/service.tfstate.tflock', { value: {}, version: '1' });
  expect(await failureOf(host)).toBe('nothing');
  expect([...host.bucket.keys()]).toEqual([]);
});

test('a failure in the middle says so, releases the lock, and the next attempt needs a new review', async () => {
  const host = openHost(both());
  host.before = (command) => {
    if (command === 'apply service') throw applyFailed();
  };
  expect(await failureOf(host)).toContain('terraform/apply-failed');
  expect(host.made).toEqual(['platform audit']);
  expect([...host.bucket.keys()]).toEqual([]);
  host.before = () => undefined;
  expect(await failureOf(host)).toContain('apply/plan-changed');
});
