// The fakes keep to what the real ones keep to; and what their tests need beyond it.
import { describe, expect, test } from '@jest/globals';
import { memoryAlarms } from './fake-alarms.ts';
import { memoryCaches } from './fake-caches.ts';
import { memoryDatabases } from './fake-databases.ts';
import { type FakeTemplate, memoryExperiments } from './fake-experiments.ts';
import { memoryNetworks } from './fake-networks.ts';
import { memoryServices } from './fake-services.ts';
import { memoryZonalShifts } from './fake-zonal-shifts.ts';
import { manualClock } from './manual-clock.ts';
import { type ContractWorld, describeOperations } from './operations.ts';
import { throttled } from './troubles.ts';

describe('the fakes', () => {
  const world = openWorld();
  describeOperations(() => world);
});

describe('time', () => {
  test('passes only up to whoever wakes first', async () => {
    const clock = manualClock('2026-01-31T12:00:00.000Z');
    const seen: string[] = [];
    const see = (what: string) => void seen.push(`${clock.now().toISOString().slice(14, 19)} ${what}`);
    clock.in(7, () => see('seven'));
    const slow = clock.sleep(10_000).then(() => see('slow'));
    const fast = clock
      .sleep(3_000)
      .then(() => see('fast'))
      .then(() => clock.sleep(3_000))
      .then(() => see('fast again'));
    await Promise.all([slow, fast]);
    expect(seen).toEqual(['00:03 fast', '00:06 fast again', '00:07 seven', '00:10 slow']);
  });

  test('does not pass for a sleeper that is woken by a signal', async () => {
    const clock = manualClock();
    const before = clock.now();
    const stop = new AbortController();
    const asleep = clock.sleep(60_000, stop.signal);
    stop.abort('enough');
    await expect(asleep).rejects.toMatchObject({ name: 'AbortError', cause: 'enough' });
    await expect(clock.sleep(1, stop.signal)).rejects.toMatchObject({ name: 'AbortError' });
    expect(clock.now()).toEqual(before);
  });
});

describe('experiments', () => {
  const template: FakeTemplate = {
    id: 'EXT1',
    stopAlarmArns: ['arn:aws:cloudwatch:eu-west-2:123456789012:alarm:impact'],
    actions: {
      fence: { actionId: 'aws:network:disrupt-connectivity', durationSeconds: 600 },
      wait: { actionId: 'aws:fis:wait', durationSeconds: 60 },
      stop: { actionId: 'aws:ecs:stop-task', after: ['wait'] },
    },
  };
  const request = { templateId: 'EXT1', clientToken: 't', isPreview: false, tags: {} };

  function scene(templates: readonly FakeTemplate[] = [template]) {
    const clock = manualClock('2026-01-31T12:00:00.000Z');
    const alarms = memoryAlarms(clock, [{ name: 'impact' }, { name: 'other' }]);
    const faults: string[] = [];
    const onAction = (name: string, phase: string) =>
      void faults.push(`${clock.now().toISOString().slice(14, 19)} ${name} ${phase}`);
    return { clock, alarms, faults, experiments: memoryExperiments(clock, { templates, alarms, onAction }) };
  }

  test('play their actions one after the other', async () => {
    const { clock, faults, experiments } = scene();
    const { id } = await experiments.start(request);
    clock.advance(700);
    expect(faults).toEqual([
      '00:02 fence start',
      '00:02 wait start',
      '01:02 wait end',
      '01:02 stop start',
      '01:02 stop end',
      '10:02 fence end',
    ]);
    expect(await experiments.get(id)).toMatchObject({ status: 'completed', endedAt: '2026-01-31T12:10:02.000Z' });
  });

  test('are stopped by an alarm of their template, and by no other; what was broken is whole again', async () => {
    const { clock, alarms, faults, experiments } = scene();
    const { id } = await experiments.start(request);
    clock.advance(10);
    alarms.set('other', 'ALARM');
    expect(await experiments.get(id)).toMatchObject({ status: 'running' });
    alarms.set('impact', 'ALARM');
    expect(await experiments.get(id)).toMatchObject({ status: 'stopping', reason: 'Experiment halted by stop condition.' });
    clock.advance(30);
    expect((await experiments.get(id))?.actions.map(({ name, status }) => [name, status])).toEqual([
      ['fence', 'stopped'],
      ['wait', 'stopped'],
      ['stop', 'cancelled'],
    ]);
    expect(faults.slice(2)).toEqual(['00:40 fence end', '00:40 wait end']);
  });

  test('skip an action, which holds nothing up', async () => {
    const { clock, experiments } = scene([
      {
        ...template,
        actions: {
          wait: { actionId: 'aws:fis:wait', isSkipped: true },
          stop: { actionId: 'aws:ecs:stop-task', after: ['wait'] },
        },
      },
    ]);
    const { id } = await experiments.start(request);
    clock.advance(5);
    const ended = await experiments.get(id);
    expect(ended?.status).toBe('completed');
    expect(ended?.actions.map(({ status }) => status)).toEqual(['skipped', 'completed']);
  });

  test('fail when a test says so, and remember each call', async () => {
    const { experiments } = scene();
    experiments.failNext('start', throttled());
    await expect(experiments.start(request)).rejects.toMatchObject({ code: 'aws/throttled' });
    expect(experiments.all()).toEqual([]);
    experiments.failAll(throttled());
    await expect(experiments.active()).rejects.toMatchObject({ code: 'aws/throttled' });
    experiments.failAll(undefined);
    await experiments.start(request);
    expect(experiments.calls.map(({ method }) => method)).toEqual(['start', 'active', 'start']);
  });
});

describe('a zone that is cut off', () => {
  test('loses its tasks, and gets some back when it is given back', async () => {
    const clock = manualClock();
    const app = { cluster: 'c', service: 's' };
    const services = memoryServices(clock, { services: [{ ...app, taskDefinition: 'app:1', zones: ['a', 'b', 'a', 'b'] }] });
    const zones = async () => (await services.tasks(app)).map(({ zone }) => zone).sort();
    services.cutOff('a');
    services.stopTasks(app, 'a');
    expect(await services.describe(app)).toMatchObject({ desired: 4, running: 2, pending: 2 });
    clock.advance(60);
    expect(await zones()).toEqual(['b', 'b', 'b', 'b']);
    services.giveBack('a');
    clock.advance(60);
    expect(await zones()).toEqual(['a', 'a', 'b', 'b']);
  });

  test('has its ACL from FIS until it is given back', async () => {
    const networks = memoryNetworks({ vpcId: 'vpc', zones: { one: 'a', two: 'b' }, acls: { one: 'acl-own' } });
    const aclId = networks.fence('a');
    expect(await networks.fisAcls('vpc')).toMatchObject([{ aclId, subnets: [{ subnetId: 'one' }] }]);
    await expect(networks.removeFisAcl(aclId)).rejects.toThrow('still in use');
    expect(networks.fencedZones()).toEqual(['a']);
    networks.unfence('a');
    expect((await networks.subnetAcls('vpc')).map((subnet) => subnet.aclId)).toEqual(['acl-own', 'acl-default']);
    expect(await networks.fisAcls('vpc')).toEqual([]);
  });
});

test('a rollout that ECS gives up goes back to where it came from', async () => {
  const clock = manualClock();
  const app = { cluster: 'c', service: 's' };
  const services = memoryServices(clock, { services: [{ ...app, taskDefinition: 'app:1', zones: ['a'] }] });
  const id = await services.deploy(app, 'app:2');
  services.failRollout(app);
  const deployments = async () => (await services.describe(app))?.deployments ?? [];
  expect((await deployments())[0]).toMatchObject({ status: 'PRIMARY', taskDefinition: 'app:1', rollout: 'IN_PROGRESS' });
  expect(await deployments()).toContainEqual(expect.objectContaining({ id, rollout: 'FAILED' }));
  clock.advance(120);
  expect(await deployments()).toMatchObject([{ status: 'PRIMARY', taskDefinition: 'app:1', rollout: 'COMPLETED' }]);
});

function openWorld(): ContractWorld {
  const clock = manualClock();
  const service = { cluster: 'c', service: 's' };
  const target = { target: 'Subnets', resourceType: 'aws:ec2:subnet', facts: { subnetArn: 'arn:one' } };
  const templateTags = { Drill: 'test' };
  const experiments = memoryExperiments(clock, {
    templates: [
      {
        id: 'EXT1',
        tags: templateTags,
        actions: { wait: { actionId: 'aws:fis:wait', durationSeconds: 600 } },
        resolves: [target],
      },
    ],
  });
  const alarms = memoryAlarms(clock, [{ name: 'one' }, { name: 'other' }]);
  const zonalShifts = memoryZonalShifts(clock);
  const member = (id: string, zone: string, isWriter: boolean) => ({ id, zone, isWriter, status: 'available' });
  return {
    ports: {
      experiments,
      alarms,
      zonalShifts,
      services: memoryServices(clock, { services: [{ ...service, taskDefinition: 'app:1', zones: ['a', 'b'] }] }),
      networks: memoryNetworks({ vpcId: 'vpc', zones: { one: 'a', two: 'b' } }),
      databases: memoryDatabases(clock, [
        { id: 'db', status: 'available', members: [member('db-1', 'a', true), member('db-2', 'b', false)] },
      ]),
      caches: memoryCaches([
        {
          id: 'cache',
          status: 'available',
          nodes: [
            { id: 'c-1', zone: 'a', role: 'primary' },
            { id: 'c-2', zone: 'b', role: 'replica' },
          ],
        },
      ]),
    },
    place: {
      templateId: 'EXT1',
      templateTags,
      alarms: ['one', 'other'],
      service,
      taskDefinitions: ['app:1', 'app:2'],
      vpcId: 'vpc',
      otherAcl: 'acl-other',
      database: 'db',
      cache: 'cache',
      loadBalancer: 'arn:alb',
    },
    now: clock.now,
    pass: async (seconds) => clock.advance(seconds),
    setAlarm: async (name, state) => alarms.set(name, state),
    startShift: async () => zonalShifts.put({ id: 'shift', resource: 'arn:alb', awayFrom: 'a' }),
    disengageLever: async () => experiments.setLever('disengaged'),
  };
}
