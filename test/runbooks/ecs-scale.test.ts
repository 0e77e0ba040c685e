// ecs-scale: another number of tasks, the limits that allow it, and all of it back.
import { describe, expect, test } from '@jest/globals';
import { ecsScale } from '../../src/runbooks/ecs-scale.ts';
import { obstaclesOf, planOf, play } from '../support/play-steps.ts';
import { app, definition, serviceWorld } from '../support/service-world.ts';

describe('ecs-scale', () => {
  test('plans every step, and changes nothing', async () => {
    const world = serviceWorld();
    expect(await planOf(ecsScale, world, { desired: '12', least: '6' })).toEqual({
      'widen-limits': ['most tasks of assess-production-app: 8 -> 12'],
      scale: ['desired tasks of assess-production-app: 4 -> 12'],
      'set-limits': ['least tasks of assess-production-app: 2 -> 6', 'most tasks of assess-production-app: 8 -> 12'],
    });
    expect(world.changes()).toEqual([]);
  });

  test('has nothing to do where it is so already', async () => {
    expect(await planOf(ecsScale, serviceWorld(), { desired: '4' })).toEqual({
      'widen-limits': 'it scales from 2 to 8 already',
      scale: '4 are desired already',
      'set-limits': 'no limits were asked for',
    });
  });

  test('scales beyond the limits, and waits until all tasks are healthy', async () => {
    const world = serviceWorld();
    const { said } = await play(ecsScale, world, { desired: '12', least: '6' });
    expect(said).toEqual({
      'widen-limits': 'it scales from 2 to 12',
      scale: '12 of 12 tasks run, 12 are healthy',
      'set-limits': 'it scales from 6 to 12',
    });
    expect(world.clock.sleptSeconds.length).toBeGreaterThan(0);
  });

  test('scales in where that is meant, with a most below what there was', async () => {
    const world = serviceWorld();
    const { said } = await play(ecsScale, world, { desired: '1', least: '1', most: '3', 'allow-fewer': 'true' });
    expect(said).toMatchObject({ scale: '1 of 1 tasks run, 1 are healthy', 'set-limits': 'it scales from 1 to 3' });
  });

  test('is not content with tasks that run and are not healthy', async () => {
    const world = serviceWorld();
    world.makeUnhealthy(({ zone }) => zone === 'eu-west-2a');
    const { said } = await play(ecsScale, world, { desired: '6' });
    expect(said.scale).toBe('not-yet: 6 of 6 tasks run, 4 are healthy');
  });

  test('leaves a service without scaling of its own at that', async () => {
    const world = serviceWorld();
    world.autoScaling.put(app, undefined);
    const { said } = await play(ecsScale, world, { desired: '5' });
    expect(said['widen-limits']).toBe('it does not scale by itself');
    expect(said.scale).toBe('5 of 5 tasks run, 5 are healthy');
  });

  test('is undone to exactly what was', async () => {
    const world = serviceWorld();
    const { undo } = await play(ecsScale, world, { desired: '12', least: '6', most: '20' });
    expect(await undo()).toEqual({
      'set-limits': 'it scales from 2 to 20',
      scale: '4 of 4 tasks run, 4 are healthy',
      'widen-limits': 'it scales from 2 to 8',
    });
    expect(await world.services.describe(app)).toMatchObject({ desired: 4, running: 4, taskDefinition: definition(1) });
    expect(await world.autoScaling.describe(app)).toEqual({ least: 2, most: 8, isScaleInSuspended: false });
  });

  test('says at once all that is in the way', async () => {
    const world = serviceWorld();
    world.autoScaling.put(app, undefined);
    await world.services.deploy(app, definition(2));
    const obstacles = await obstaclesOf(ecsScale, world, { desired: '2', least: '3' });
    expect(obstacles.map(({ what }) => what)).toEqual([
      'A deployment of the service is in progress.',
      '4 tasks run, and 2 are fewer.',
      '2 tasks do not lie within the limits that are asked for, 3 to 2.',
      'The service does not scale by itself, so that there are no limits to set.',
    ]);
  });

  test('does not know a service that is not there', async () => {
    const world = serviceWorld();
    world.services.remove(app);
    expect((await obstaclesOf(ecsScale, world, { desired: '2' })).map(({ what }) => what)).toEqual([
      'There is no service assess-production-app in the cluster assess-production of eu-west-2.',
    ]);
  });

  test.each(['0', '501', '-1', '1.5', 'many'])('takes no %s for a number of tasks', async (desired) => {
    await expect(obstaclesOf(ecsScale, serviceWorld(), { desired })).rejects.toThrow(
      'desired: expected a whole number from 1 to 500',
    );
  });
});
