// What every implementation of the ports of game days and deploys keeps to, in memory as in an emulated AWS.
import { describe, expect, test } from '@jest/globals';
import type { Operations } from '../../src/adapters/runner/operations-in-job.ts';
import type { AlarmState } from '../../src/ports/alarms.ts';
import { hasEnded } from '../../src/ports/experiments.ts';
import type { ServiceIdentity } from '../../src/ports/services.ts';

/** Where things are called as `place` says, and nobody else does anything. */
export interface ContractWorld {
  readonly ports: Omit<Operations, 'pager'>;
  readonly place: ContractPlace;
  now(): Date;
  /** Lets so much time pass, or a little more. */
  pass(seconds: number): Promise<void>;
  setAlarm(name: string, state: AlarmState): Promise<void>;
  /** Moves traffic of the load balancer away from a zone. */
  startShift(): Promise<void>;
  disengageLever(): Promise<void>;
}

export interface ContractPlace {
  /** One action, which lasts for ten minutes, and hits one target. */
  readonly templateId: string;
  readonly templateTags: Readonly<Record<string, string>>;
  /** Two, both `OK`. */
  readonly alarms: readonly [string, string];
  readonly service: ServiceIdentity;
  /** The first one is what the service has: two tasks, in two zones. */
  readonly taskDefinitions: readonly [string, string];
  /** With two subnets in two zones, and an ACL beside the default one, which nobody has. */
  readonly vpcId: string;
  readonly otherAcl: string;
  /** With a writer and a reader. */
  readonly database: string;
  /** With a primary and a replica, in two zones. */
  readonly cache: string;
  readonly loadBalancer: string;
}

/** The tests of a port follow each other: a later one finds what an earlier one left. */
export function describeOperations(open: () => ContractWorld): void {
  describe('experiments', () => describeExperiments(open));
  describe('alarms', () => describeAlarms(open));
  describe('services', () => describeServices(open));
  describe('networks', () => describeNetworks(open));
  describe('zonal shifts', () => describeZonalShifts(open));
  describe('databases', () => describeDatabases(open));
  describe('caches', () => describeCaches(open));
}

function describeExperiments(open: () => ContractWorld): void {
  const request = (clientToken: string, isPreview = false) => {
    return { templateId: open().place.templateId, clientToken, isPreview, tags: { Run: clientToken } };
  };

  test('their templates are found by all of their tags', async () => {
    const { ports, place } = open();
    const [template, ...others] = await ports.experiments.templates(place.templateTags);
    expect(others).toEqual([]);
    expect(template).toMatchObject({ id: place.templateId, tags: place.templateTags });
    expect(Object.keys(template?.actions ?? {})).toHaveLength(1);
    expect(await ports.experiments.templates({ ...place.templateTags, Drill: 'another' })).toEqual([]);
  });

  test('one is not known', async () => {
    expect(await open().ports.experiments.get('EXPnone')).toBeUndefined();
  });

  test('a preview tells what would be hit, and does nothing', async () => {
    const { ports, pass } = open();
    const { id } = await ports.experiments.start(request('preview', true));
    await pass(20);
    const ended = await ports.experiments.get(id);
    expect(ended).toMatchObject({ status: 'completed' });
    expect(ended?.actions.map(({ status }) => status)).toEqual(['skipped']);
    expect(await ports.experiments.resolvedTargets(id)).toHaveLength(1);
  });

  test('the same token starts one, goes through its states, and is stopped', async () => {
    const { experiments } = open().ports;
    const started = await experiments.start(request('once'));
    expect((await experiments.start(request('once'))).id).toBe(started.id);
    expect(started.tags).toMatchObject({ Run: 'once' });
    await open().pass(20);
    const running = await experiments.get(started.id);
    expect(running).toMatchObject({ status: 'running', templateId: open().place.templateId });
    expect(running?.actions).toMatchObject([{ status: 'running', startedAt: expect.stringMatching(/Z$/) }]);
    expect((await experiments.active()).map(({ id }) => id)).toEqual([started.id]);

    await experiments.stop(started.id);
    expect(['stopping', 'stopped']).toContain((await experiments.get(started.id))?.status);
    await experiments.stop(started.id);
    await open().pass(60);
    const stopped = await experiments.get(started.id);
    expect(stopped).toMatchObject({ status: 'stopped', endedAt: expect.stringMatching(/Z$/) });
    expect(stopped && hasEnded(stopped)).toBe(true);
    await experiments.stop(started.id);
    expect(await experiments.active()).toEqual([]);
  });

  test('the safety lever ends what runs, and may be engaged twice', async () => {
    const { experiments } = open().ports;
    expect(await experiments.safetyLever()).toBe('disengaged');
    const { id } = await experiments.start(request('lever'));
    await open().pass(20);
    await experiments.engageSafetyLever('Test');
    await experiments.engageSafetyLever('Another reason');
    expect(await experiments.safetyLever()).toBe('engaged');
    await open().pass(60);
    expect(await experiments.get(id)).toMatchObject({ status: 'stopped' });
    await open().disengageLever();
    expect(await experiments.safetyLever()).toBe('disengaged');
  });
}

function describeAlarms(open: () => ContractWorld): void {
  test('come in the order that they are asked for, without those that are not there', async () => {
    const [one, other] = open().place.alarms;
    const found = await open().ports.alarms.read([other, 'no-such-alarm', one]);
    expect(found.map(({ name, state }) => [name, state])).toEqual([
      [other, 'OK'],
      [one, 'OK'],
    ]);
    expect(await open().ports.alarms.read([])).toEqual([]);
  });

  test('are found by how they begin', async () => {
    const [one] = open().place.alarms;
    expect((await open().ports.alarms.withPrefix(one)).map(({ name }) => name)).toEqual([one]);
    expect(await open().ports.alarms.withPrefix('no-such-alarm')).toEqual([]);
  });

  test('tell when they came into their state, and remember it', async () => {
    const { ports, now, pass, setAlarm, place } = open();
    const [name, other] = place.alarms;
    const since = now();
    await pass(1);
    await setAlarm(name, 'ALARM');
    const [ringing] = await ports.alarms.read([name]);
    expect(ringing?.state).toBe('ALARM');
    expect(Date.parse(ringing?.transitionedAt ?? '')).toBeGreaterThan(since.getTime());
    await pass(1);
    await setAlarm(name, 'OK');
    const transitions = await ports.alarms.transitions([name, other], since);
    expect(transitions.map(({ at: _, ...transition }) => transition)).toEqual([
      { name, from: 'OK', to: 'ALARM' },
      { name, from: 'ALARM', to: 'OK' },
    ]);
    expect(transitions[0]?.at).toBe(ringing?.transitionedAt);
    await pass(1);
    expect(await ports.alarms.transitions([name], now())).toEqual([]);
  });
}

function describeServices(open: () => ContractWorld): void {
  test('one is not known, and has no tasks', async () => {
    const nobody = { ...open().place.service, service: 'nobody' };
    expect(await open().ports.services.describe(nobody)).toBeUndefined();
    expect(await open().ports.services.tasks(nobody)).toEqual([]);
  });

  test('run their tasks in two zones, by their primary deployment', async () => {
    const { ports, place } = open();
    const state = await ports.services.describe(place.service);
    expect(state).toMatchObject({ taskDefinition: place.taskDefinitions[0], desired: 2, running: 2, pending: 0 });
    const tasks = await ports.services.tasks(place.service);
    expect(new Set(tasks.map(({ zone }) => zone)).size).toBe(2);
    const [primary] = state?.deployments ?? [];
    expect(tasks.map(({ startedBy, status, taskDefinition }) => ({ startedBy, status, taskDefinition }))).toEqual(
      Array.from({ length: 2 }, () => ({
        startedBy: primary?.id,
        status: 'RUNNING',
        taskDefinition: place.taskDefinitions[0],
      })),
    );
  });

  test('come to another task definition by a new deployment, which takes a while', async () => {
    const { ports, pass, place } = open();
    const before = await ports.services.describe(place.service);
    const id = await ports.services.deploy(place.service, place.taskDefinitions[1]);
    const rolling = await ports.services.describe(place.service);
    expect(rolling?.deployments[0]).toMatchObject({ id, status: 'PRIMARY', rollout: 'IN_PROGRESS' });
    expect(rolling?.deployments[1]).toMatchObject({ id: before?.deployments[0]?.id, status: 'ACTIVE' });
    await pass(150);
    const done = await ports.services.describe(place.service);
    expect(done?.deployments).toMatchObject([{ id, status: 'PRIMARY', rollout: 'COMPLETED', running: 2 }]);
    const tasks = await ports.services.tasks(place.service);
    expect(tasks.map(({ startedBy }) => startedBy)).toEqual([id, id]);
  });

  test('start anew on the task definition that they have', async () => {
    const { ports, pass, place } = open();
    const before = await ports.services.describe(place.service);
    const id = await ports.services.deploy(place.service, place.taskDefinitions[1]);
    expect(id).not.toBe(before?.deployments[0]?.id);
    await pass(150);
    expect((await ports.services.describe(place.service))?.deployments).toMatchObject([{ id, rollout: 'COMPLETED' }]);
  });

  test('know the images of a task definition', async () => {
    const images = await open().ports.services.images(open().place.taskDefinitions[0]);
    expect(images).toEqual({ app: expect.any(String) });
  });
}

function describeNetworks(open: () => ContractWorld): void {
  test('give a subnet another ACL, and with it another association', async () => {
    const { ports, place } = open();
    const fallback = await ports.networks.defaultAcl(place.vpcId);
    const [subnet, other] = await ports.networks.subnetAcls(place.vpcId);
    expect([subnet?.aclId, other?.aclId]).toEqual([fallback, fallback]);
    expect(new Set([subnet?.zone, other?.zone]).size).toBe(2);

    await ports.networks.replace(subnet?.associationId ?? '', place.otherAcl);
    const [moved] = await ports.networks.subnetAcls(place.vpcId);
    expect(moved).toEqual({ ...subnet, aclId: place.otherAcl, associationId: moved?.associationId });
    expect(moved?.associationId).not.toBe(subnet?.associationId);

    await ports.networks.replace(moved?.associationId ?? '', fallback);
  });

  test('have no ACL of FIS, and one that is gone is nothing to remove', async () => {
    const { ports, place } = open();
    expect(await ports.networks.fisAcls(place.vpcId)).toEqual([]);
    await ports.networks.removeFisAcl('acl-0123456789abcdef0');
  });
}

function describeZonalShifts(open: () => ContractWorld): void {
  test('are active until they are cancelled, which may be done twice', async () => {
    const { ports, place, startShift } = open();
    expect(await ports.zonalShifts.active()).toEqual([]);
    await startShift();
    const [shift, ...others] = await ports.zonalShifts.active();
    expect(others).toEqual([]);
    expect(shift).toMatchObject({ resource: place.loadBalancer });
    await ports.zonalShifts.cancel(shift?.id ?? '');
    expect(await ports.zonalShifts.active()).toEqual([]);
    await ports.zonalShifts.cancel(shift?.id ?? '');
  });
}

function describeDatabases(open: () => ContractWorld): void {
  test('one is not known', async () => {
    expect(await open().ports.databases.describe('no-such-cluster')).toBeUndefined();
  });

  test('let another member write, when they are asked to', async () => {
    const { ports, pass, place } = open();
    const before = await ports.databases.describe(place.database);
    expect(before).toMatchObject({ id: place.database, status: 'available' });
    expect(before?.members.map(({ isWriter }) => isWriter).sort()).toEqual([false, true]);
    const reader = before?.members.find(({ isWriter }) => !isWriter)?.id ?? '';
    await ports.databases.failOver(place.database, reader);
    await pass(90);
    const after = await ports.databases.describe(place.database);
    expect(after?.status).toBe('available');
    expect(after?.members.filter(({ isWriter }) => isWriter).map(({ id }) => id)).toEqual([reader]);
  });
}

function describeCaches(open: () => ContractWorld): void {
  test('one is not known', async () => {
    expect(await open().ports.caches.describe('no-such-group')).toBeUndefined();
  });

  test('have a primary node, and a replica in another zone', async () => {
    const group = await open().ports.caches.describe(open().place.cache);
    expect(group).toMatchObject({ id: open().place.cache, status: 'available' });
    expect(group?.nodes.map(({ role }) => role).sort()).toEqual(['primary', 'replica']);
    expect(new Set(group?.nodes.map(({ zone }) => zone)).size).toBe(2);
  });
}
