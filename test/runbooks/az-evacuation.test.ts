// az-evacuation: load, traffic and tasks leave a zone, and come back in reverse order.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { azEvacuation } from '../../src/runbooks/az-evacuation.ts';
import { enoughWithout } from '../../src/runbooks/shared/service-zones.ts';
import { obstaclesOf, planOf, play } from '../support/play-steps.ts';
import { app, definition, loadBalancer, type ServiceWorld, serviceWorld } from '../support/service-world.ts';

const zoneB = { zone: 'b', duration: '12h' };

async function zones({ services }: ServiceWorld): Promise<readonly string[]> {
  return (await services.tasks(app)).map(({ zone }) => zone.slice(-1)).sort();
}

describe('az-evacuation', () => {
  test('plans every step, and changes nothing', async () => {
    const world = serviceWorld();
    expect(await planOf(azEvacuation, world, zoneB)).toEqual({
      'pre-scale': ['desired tasks of assess-production-app: 4 -> 6', 'least tasks of assess-production-app: 2 -> 6'],
      'shift-traffic': [
        'traffic of the load balancer assess-production: all zones -> all zones but eu-west-2b (id-of-eu-west-2b), for 12 hours',
      ],
      'move-tasks': ['subnets of assess-production-app: subnet-1, subnet-2, subnet-3 -> subnet-1, subnet-3'],
      'clear-zone': ['tasks in eu-west-2b: 1 -> 0: those that the deployment leaves are stopped'],
    });
    expect(world.changes()).toEqual([]);
  });

  test('leaves the zone, with as many tasks outside of it as there were in all', async () => {
    const world = serviceWorld();
    const { said } = await play(azEvacuation, world, zoneB);
    expect(said).toEqual({
      'pre-scale': '6 of 6 tasks run, 6 are healthy',
      'shift-traffic': 'traffic is shifted away from id-of-eu-west-2b until 2026-02-01T00:00:30.000Z',
      'move-tasks': 'the deployment of assess-production-app:1 is complete',
      'clear-zone': 'no task is in eu-west-2b',
    });
    expect(await zones(world)).toEqual(['a', 'a', 'a', 'c', 'c', 'c']);
    expect(
      world
        .changes()
        .filter((call) => call === 'moveTo' || call === 'start')
        .sort(),
    ).toEqual(['moveTo', 'start']);
  });

  test('is undone to exactly what was, and twice', async () => {
    const world = serviceWorld();
    const { undo } = await play(azEvacuation, world, zoneB);
    expect(await undo()).toEqual({
      'move-tasks': '6 of 6 tasks run, 6 are healthy',
      'shift-traffic': 'traffic goes to all zones',
      'pre-scale': '4 of 4 tasks run, 4 are healthy',
    });
    expect(await world.services.subnets(app)).toEqual(['subnet-1', 'subnet-2', 'subnet-3']);
    expect(await world.autoScaling.describe(app)).toEqual({ least: 2, most: 8, isScaleInSuspended: false });
    expect(await world.zonalShifts.active()).toEqual([]);
    await undo();
    expect(await world.services.describe(app)).toMatchObject({ desired: 4, running: 4, taskDefinition: definition(1) });
  });

  test('cancels no shift of anybody else', async () => {
    const world = serviceWorld();
    const { undo } = await play(azEvacuation, world, zoneB);
    world.zonalShifts.put({ id: 'theirs', resource: 'arn:other', awayFrom: 'euw2-az1' });
    await undo();
    expect((await world.zonalShifts.active()).map(({ id }) => id)).toEqual(['theirs']);
  });

  test('stops what stays in the zone', async () => {
    const world = serviceWorld();
    const [step] = azEvacuation.steps.slice(-1);
    const scope = {
      ports: world.ports,
      place: world.place,
      inputs: { zone: 'a', duration: 3600 } as const,
      token: 'token',
      now: world.clock.now,
      tell: () => {},
    };
    const plan = await step?.plan(scope);
    if (plan?.kind !== 'change') throw new Error('Two tasks are in the zone.');
    await world.services.moveTo(app, ['subnet-2', 'subnet-3']);
    await step?.run(scope, plan.before);
    expect(await zones(world)).toEqual(['b', 'c']);
    expect(await step?.verify(scope, plan.before)).toEqual({ kind: 'not-yet', words: '2 of 4 tasks run' });
    world.clock.advance(60);
    expect(await step?.verify(scope, plan.before)).toEqual({ kind: 'yes', words: '4 of 4 tasks run, 4 are healthy' });
    // Again, of tasks that are gone.
    await step?.run(scope, plan.before);
  });

  test('says at once all that is in the way', async () => {
    const world = serviceWorld();
    await world.services.deploy(app, definition(2));
    world.zonalShifts.put({ id: 'one', resource: loadBalancer, awayFrom: 'euw2-az1' });
    await world.experiments.start({
      templateId: 'EXT1',
      clientToken: 'one',
      isPreview: false,
      tags: { Environment: 'production' },
    });
    world.services.subnets = async () => ['subnet-1', 'subnet-3'];
    expect((await obstaclesOf(azEvacuation, world, zoneB)).map(({ what }) => what)).toEqual([
      'A deployment of the service is in progress.',
      'The service has no subnet in eu-west-2b; it is in eu-west-2a, eu-west-2c.',
      'Traffic of the load balancer is shifted away from euw2-az1 already.',
      'An experiment runs (EXP1), and what it breaks looks like the loss of a zone.',
    ]);
  });

  test('keeps two zones in production, and one elsewhere', async () => {
    const production = serviceWorld();
    production.services.subnets = async () => ['subnet-1', 'subnet-2'];
    expect((await obstaclesOf(azEvacuation, production, zoneB)).map(({ what }) => what)).toEqual([
      'Without eu-west-2b only eu-west-2a would be left, and production needs 2.',
    ]);
    const staging = serviceWorld({ environment: 'staging' });
    staging.services.subnets = async () => ['subnet-1', 'subnet-2'];
    expect(await obstaclesOf(azEvacuation, staging, zoneB)).toEqual([]);
  });

  test('minds no experiment and no shift of another environment', async () => {
    const world = serviceWorld();
    world.zonalShifts.put({ id: 'one', resource: 'arn:other', awayFrom: 'euw2-az1' });
    await world.experiments.start({ templateId: 'EXT1', clientToken: 'one', isPreview: false, tags: { Environment: 'staging' } });
    expect(await obstaclesOf(azEvacuation, world, zoneB)).toEqual([]);
  });

  test('needs a load balancer that may be shifted', async () => {
    const world = serviceWorld();
    world.zonalShifts.shiftable = async () => [];
    expect((await obstaclesOf(azEvacuation, world, zoneB)).map(({ what }) => what)).toEqual([
      'There is no load balancer assess-production whose traffic may be shifted.',
    ]);
  });

  test.each([
    [{ zone: 'd' }, 'zone: expected one of a, b, c'],
    [{ zone: 'a', duration: '30m' }, 'duration: expected from 1h to 3d'],
    [{ zone: 'a', duration: '73h' }, 'duration: expected from 1h to 3d'],
    [{ duration: '1h' }, 'zone: missing'],
  ])('takes no %j', async (given: Record<string, string>, problem) => {
    await expect(obstaclesOf(azEvacuation, serviceWorld(), given)).rejects.toThrow(problem);
  });

  test('of tasks that are spread evenly, enough are outside of any zone, and hardly more', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 2, max: 6 }), (desired, zoneCount) => {
        const scaled = enoughWithout(desired, zoneCount);
        const left = scaled - Math.ceil(scaled / zoneCount);
        expect(left).toBeGreaterThanOrEqual(desired);
        expect(scaled - 1 - Math.ceil((scaled - 1) / zoneCount)).toBeLessThanOrEqual(desired);
      }),
    );
  });
});
