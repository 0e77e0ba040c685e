// A deploy, from the first push to everything that can come between.
import { describe, expect, test } from '@jest/globals';
import { readSlots } from '../../../src/actions/comment/slots.ts';
import { deploy } from '../../../src/actions/preview/deploy.ts';
import type { Lease } from '../../../src/actions/preview/lease.ts';
import { deploySteps, destroySteps, positionOf, stepNames } from '../../../src/actions/preview/steps.ts';
import { type Cloud, keyOf, openCloud, shaOf, tracesOf } from './support/cloud.ts';
import { arrive, close, closeOnly, digestOfPlan, outcomeOf, push, type RunOptions, requestOf, run } from './support/events.ts';
import { lease } from './support/lease.ts';
import { refused } from './support/terraform.ts';

const number = 7;
const section = (cloud: Cloud, of = number): string => readSlots(cloud.comments.get(of) ?? '').preview ?? '';
const leaseOf = (cloud: Cloud, of = number): Lease | undefined =>
  cloud.bucket.get(`previews/pr-${of}/lease.json`)?.value as Lease;

/** Does something once the log has that line. */
function whenLogged(line: string, log: string[], happen: () => void): RunOptions {
  let isDone = false;
  const between = async () => {
    if (isDone || !log.includes(line)) return;
    isDone = true;
    happen();
  };
  return { log, between };
}

describe('a first push', () => {
  test('brings a shared preview up', async () => {
    const cloud = openCloud();
    const log: string[] = [];
    const result = await outcomeOf(push(cloud, { number, commit: 'a' }, { log }));
    expect(result).toEqual({ kind: 'live', url: 'https://pr-7.example.org', expiresAt: '2026-11-25T10:00:00.000Z', slot: 1 });
    const steps = deploySteps.filter((step) => !step.endsWith('-platform'));
    expect(log.filter((line) => /^[▸✔]/.test(line))).toEqual(steps.flatMap((step) => [`▸ ${step}`, `✔ ${step}`]));
    expect([...cloud.bucket.keys()]).toEqual([
      'previews/slots/1.json',
      'previews/pr-7/lease.json',
      'previews/pr-7/service.tfstate',
    ]);
    expect(leaseOf(cloud)).toMatchObject({
      status: 'live',
      step: 'announce',
      slot: 1,
      deploymentId: 1,
      url: 'https://pr-7.example.org',
    });
    expect(cloud.deployments).toEqual([{ id: 1, environment: 'preview/pr-7', state: 'success' }]);
    expect(section(cloud)).toContain('https://pr-7.example.org runs `6100000`.');
  });

  test('brings an isolated preview up, the platform first', async () => {
    const cloud = openCloud();
    const log: string[] = [];
    const result = await outcomeOf(push(cloud, { number, commit: 'a', shape: 'isolated' }, { log }));
    expect(result).toMatchObject({ kind: 'live' });
    expect(log.filter((line) => /^[▸✔]/.test(line))).toEqual(deploySteps.flatMap((step) => [`▸ ${step}`, `✔ ${step}`]));
    expect([...cloud.bucket.keys()]).toEqual([
      'previews/pr-7/lease.json',
      'previews/pr-7/platform.tfstate',
      'previews/pr-7/service.tfstate',
    ]);
  });
});

describe('a push to what is live', () => {
  test('touches nothing that its plan does not: what was deployed well cannot be astray', async () => {
    const cloud = openCloud();
    await outcomeOf(push(cloud, { number, commit: 'a' }));
    const arn = 'arn:aws:logs:eu-west-2:123456789012:log-group:by-hand';
    const kind = { resourceType: 'aws_cloudwatch_log_group', importId: 'by-hand', id: 'by-hand', arn };
    const byHand = { ...kind, tags: { Service: 'pr-7' }, isListed: true, made: 'by hand' };
    cloud.resources.set(keyOf(byHand), byHand);
    await outcomeOf(push(cloud, { number, commit: 'b' }));
    expect(cloud.resources.has(keyOf(byHand))).toBe(true);
  });
});

describe('what comes between', () => {
  test.each([
    ['before it has begun', '▸ lock'],
    ['while it plans', '▸ plan-service'],
    ['while it applies', '▸ apply-service'],
  ])('the pull request is closed %s: everything goes, in the same run', async (_when, line) => {
    const cloud = openCloud();
    const log: string[] = [];
    const result = await outcomeOf(
      push(
        cloud,
        { number, commit: 'a' },
        whenLogged(line, log, () => closeOnly(cloud, number)),
      ),
    );
    expect(result).toMatchObject({ kind: 'closed', destroyed: { kind: 'destroyed', leftovers: [] } });
    expect(tracesOf(cloud, number)).toEqual([]);
  });

  test('a pull request that was never there counts as closed', async () => {
    const cloud = openCloud();
    const request = await requestOf(cloud, { number, commit: 'a' });
    const result = await outcomeOf(run(cloud, {}, (world) => deploy(world, request)));
    expect(result).toMatchObject({ kind: 'closed', destroyed: { wasThere: false } });
    expect(cloud.comments.size).toBe(0);
  });

  test('a newer push before anything was applied: the older run yields, and leaves no trace', async () => {
    const cloud = openCloud();
    const newer = () => arrive(cloud, { number, commit: 'b' });
    const result = await outcomeOf(push(cloud, { number, commit: 'a' }, whenLogged('▸ plan-service', [], newer)));
    expect(result).toEqual({ kind: 'superseded', by: shaOf('b'), isLive: false });
    expect(tracesOf(cloud, number)).toEqual([]);
  });

  test('a newer push leaves the preview that is up as it was', async () => {
    const cloud = openCloud();
    await push(cloud, { number, commit: 'a' });
    const before = leaseOf(cloud);
    const newer = () => arrive(cloud, { number, commit: 'c' });
    const result = await outcomeOf(push(cloud, { number, commit: 'b' }, whenLogged('▸ plan-service', [], newer)));
    expect(result).toMatchObject({ kind: 'superseded', isLive: false });
    expect(leaseOf(cloud)).toEqual({ ...before, updatedAt: expect.any(String) });
    expect(cloud.deployments.map(({ state }) => state)).toEqual(['success', 'inactive']);
  });

  test('a newer push between two layers: what is up is not called live', async () => {
    const cloud = openCloud();
    const newer = () => arrive(cloud, { number, commit: 'b' });
    const options = whenLogged('▸ plan-service', [], newer);
    const result = await outcomeOf(push(cloud, { number, commit: 'a', shape: 'isolated' }, options));
    expect(result).toMatchObject({ kind: 'superseded', isLive: false });
    expect(leaseOf(cloud)).toMatchObject({ status: 'failed', failure: { code: 'preview/superseded' } });
  });

  test('a newer push while it applies: it is live, and people read that the next one comes', async () => {
    const cloud = openCloud();
    const newer = () => arrive(cloud, { number, commit: 'b' });
    const result = await outcomeOf(push(cloud, { number, commit: 'a' }, whenLogged('▸ apply-service', [], newer)));
    expect(result).toEqual({ kind: 'superseded', by: shaOf('b'), isLive: true });
    expect(leaseOf(cloud)).toMatchObject({ status: 'live', headSha: shaOf('a') });
    expect(section(cloud)).toContain('`6200000` was pushed meanwhile, and is deployed next.');
  });

  test('a plan that is not the commented one is not applied', async () => {
    const cloud = openCloud();
    arrive(cloud, { number, commit: 'a' });
    const request = {
      ...(await requestOf(cloud, { number, commit: 'a' })),
      expectedDigest: digestOfPlan(Buffer.from('another')),
    };
    const result = await outcomeOf(run(cloud, {}, (world) => deploy(world, request)));
    expect(result).toMatchObject({ kind: 'failed', failure: { code: 'preview/plan-changed' } });
    expect(cloud.resources.size).toBe(0);
    expect(leaseOf(cloud)).toMatchObject({ status: 'failed', step: 'plan-service' });
    expect(section(cloud)).toContain('something has changed since');
  });

  test('the slot that was planned with is gone: people read why', async () => {
    const cloud = openCloud();
    arrive(cloud, { number, commit: 'a' });
    const request = await requestOf(cloud, { number, commit: 'a' });
    await push(cloud, { number: 8, commit: 'x' });
    const result = await outcomeOf(run(cloud, {}, (world) => deploy(world, request)));
    expect(result).toMatchObject({
      failure: { message: expect.stringContaining('slot 1 was taken meanwhile, and it is slot 2 now') },
    });
    expect(await outcomeOf(push(cloud, { number, commit: 'a' }))).toMatchObject({ kind: 'live', slot: 2 });
  });
});

describe('the caps', () => {
  test('of shared previews: the next one waits, until somebody leaves', async () => {
    const cloud = openCloud();
    for (const other of [1, 2]) await push(cloud, { number: other, commit: 'a' });
    expect(await outcomeOf(push(cloud, { number, commit: 'a' }))).toEqual({
      kind: 'queued',
      shape: 'shared',
      live: 2,
      maximum: 2,
    });
    expect(leaseOf(cloud)).toMatchObject({ status: 'queued', step: 'slot' });
    expect(section(cloud)).toContain('2 of at most 2 shared previews are up: #1, #2.');
    await close(cloud, 1);
    expect(await outcomeOf(push(cloud, { number, commit: 'a' }))).toMatchObject({ kind: 'live', slot: 1 });
  });

  test('of isolated previews, counted apart', async () => {
    const cloud = openCloud();
    for (const other of [1, 2]) await push(cloud, { number: other, commit: 'a' });
    expect(await outcomeOf(push(cloud, { number: 3, commit: 'a', shape: 'isolated' }))).toMatchObject({ kind: 'live' });
    expect(await outcomeOf(push(cloud, { number: 4, commit: 'a', shape: 'isolated' }))).toMatchObject({
      kind: 'queued',
      maximum: 1,
    });
    expect(await outcomeOf(push(cloud, { number: 3, commit: 'b', shape: 'isolated' }))).toMatchObject({ kind: 'live' });
  });
});

describe('trouble', () => {
  const trouble = (command: string, times = 1, failure = refused('apply-failed', 'AWS has no capacity.')) =>
    new Map([[command, { times, failure }]]);

  test('a failed apply is written down where people look, and the next push goes on from there', async () => {
    const cloud = openCloud();
    const result = await outcomeOf(push(cloud, { number, commit: 'a' }, { troubles: trouble('apply') }));
    expect(result).toMatchObject({ kind: 'failed', failure: { code: 'terraform/apply-failed' } });
    expect(leaseOf(cloud)).toMatchObject({ status: 'failed', step: 'apply-service', failure: { what: 'AWS has no capacity.' } });
    expect(cloud.deployments).toMatchObject([{ state: 'failure' }]);
    expect(section(cloud)).toContain('The deploy failed at the step apply-service');
    expect([...cloud.bucket.keys()]).not.toContain('locks/pr-7.json');
    expect(await outcomeOf(push(cloud, { number, commit: 'b' }))).toMatchObject({ kind: 'live' });
  });

  test('the lock of a plan that died does not stop it', async () => {
    const cloud = openCloud();
    cloud.bucket.set('previews/pr-7/service.tfstate.tflock', { value: { runId: 4711 }, version: 'a' });
    expect(await outcomeOf(push(cloud, { number, commit: 'a' }))).toMatchObject({ kind: 'live' });
  });

  test('a run that lives keeps it waiting, and then people read who', async () => {
    const cloud = openCloud();
    cloud.activeRuns.add(4711);
    const owner = { runId: 4711, attempt: 1, job: 'preview' };
    const value = { owner, reason: 'deploy of 6100000', since: lease.createdAt, expires: lease.expiresAt };
    cloud.bucket.set('locks/pr-7.json', { value, version: 'a' });
    expect(await outcomeOf(push(cloud, { number, commit: 'b' }))).toMatchObject({ kind: 'locked', by: { owner } });
    expect(section(cloud).replaceAll('\\', '')).toContain('run 4711, job preview works on the preview (deploy of 6100000)');
  });

  test('a corrupt lease is written anew', async () => {
    const cloud = openCloud();
    await push(cloud, { number, commit: 'a' });
    cloud.bucket.set('previews/pr-7/lease.json', { value: undefined, version: 'x' });
    expect(await outcomeOf(push(cloud, { number, commit: 'b' }))).toMatchObject({ kind: 'live', slot: 1 });
    expect(leaseOf(cloud)).toMatchObject({ headSha: shaOf('b'), status: 'live' });
  });

  test('GitHub that takes no comment and no deployment stops nothing', async () => {
    const cloud = openCloud();
    arrive(cloud, { number, commit: 'a' });
    const request = await requestOf(cloud, { number, commit: 'a' });
    const log: string[] = [];
    const no = () => Promise.reject(new Error('GitHub is down'));
    const result = run(cloud, { log }, (world) =>
      deploy(
        { ...world, comments: { revise: no, find: no }, deployments: { create: no, setStatus: no, deactivate: no } },
        request,
      ),
    );
    expect(await outcomeOf(result)).toMatchObject({ kind: 'live' });
    expect(log).toContain('warning: Could not write the comment: GitHub is down');
    expect(log).toContain('warning: Could not create the deployment: GitHub is down');
  });

  test('a cancelled run says so, gives the lock back, and can be followed by another', async () => {
    const cloud = openCloud();
    const controller = new AbortController();
    const log: string[] = [];
    const options = whenLogged('▸ plan-service', log, () => controller.abort());
    const result = await outcomeOf(push(cloud, { number, commit: 'a' }, { ...options, signal: controller.signal }));
    expect(result).toMatchObject({ kind: 'failed', failure: { code: 'preview/cancelled' } });
    expect(leaseOf(cloud)).toMatchObject({ status: 'failed', failure: { code: 'preview/cancelled' } });
    expect(log.at(-1)).toBe('✔ unlock');
    expect(await outcomeOf(push(cloud, { number, commit: 'a' }))).toMatchObject({ kind: 'live' });
  });

  test('a bug is told as one, and gives the lock back', async () => {
    const cloud = openCloud();
    arrive(cloud, { number, commit: 'a' });
    const request = await requestOf(cloud, { number, commit: 'a' });
    const broken = () => {
      throw new TypeError('x is not a function');
    };
    const result = await outcomeOf(run(cloud, {}, (world) => deploy(world, { ...request, digestOfPlan: broken })));
    expect(result).toMatchObject({ kind: 'failed', failure: { code: 'preview/unexpected', cause: expect.any(TypeError) } });
    expect([...cloud.bucket.keys()]).not.toContain('locks/pr-7.json');
  });
});

test('activity moves the expiry ahead, and never back', async () => {
  const cloud = openCloud();
  await push(cloud, { number, commit: 'a' });
  cloud.nowMs += 24 * 3_600_000;
  expect(await outcomeOf(push(cloud, { number, commit: 'b' }))).toMatchObject({ expiresAt: '2026-11-26T10:00:00.000Z' });
  const further = '2026-12-01T10:00:00.000Z';
  cloud.bucket.set('previews/pr-7/lease.json', { value: { ...leaseOf(cloud), expiresAt: further }, version: 'x' });
  expect(await outcomeOf(push(cloud, { number, commit: 'c' }))).toMatchObject({ expiresAt: further });
});

describe('the steps', () => {
  test('are known to the journal, each once', () => {
    expect(new Set(stepNames).size).toBe(stepNames.length);
    expect([...stepNames].sort()).toEqual([...new Set([...deploySteps, ...destroySteps])].sort());
  });

  test('are counted for people', () => {
    expect(positionOf('apply-service', 'shared')).toEqual({ number: 11, of: 16 });
    expect(positionOf('apply-service', 'isolated')).toEqual({ number: 15, of: 20 });
  });
});
