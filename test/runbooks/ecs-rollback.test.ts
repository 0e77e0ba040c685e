// ecs-rollback: back to the release before, known by the deployment that does it.
import { describe, expect, test } from '@jest/globals';
import { ecsRollback } from '../../src/runbooks/ecs-rollback.ts';
import { obstaclesOf, planOf, play } from '../support/play-steps.ts';
import { app, definition, type ServiceWorld, serviceWorld } from '../support/service-world.ts';

/** Revision 2 has been deployed over revision 1, and is complete. */
async function released(setup = {}): Promise<ServiceWorld> {
  const world = serviceWorld(setup);
  world.clock.advance(60);
  await world.services.deploy(app, definition(2));
  world.clock.advance(120);
  return world;
}

const running = async ({ services }: ServiceWorld) => (await services.describe(app))?.taskDefinition;

describe('ecs-rollback', () => {
  test('plans to go back to the last complete deployment of another task definition, and changes nothing', async () => {
    const world = await released();
    const changes = world.changes();
    expect(await planOf(ecsRollback, world)).toEqual({
      'roll-back': ['task definition of assess-production-app: assess-production-app:2 -> assess-production-app:1'],
    });
    expect(world.changes()).toEqual(changes);
  });

  test('goes back by one deployment, and is undone by another', async () => {
    const world = await released();
    const { said, undo } = await play(ecsRollback, world);
    expect([said['roll-back'], await running(world)]).toEqual(['4 of 4 tasks run, 4 are healthy', definition(1)]);
    expect(await undo()).toEqual({ 'roll-back': '4 of 4 tasks run, 4 are healthy' });
    expect(await running(world)).toBe(definition(2));
    // The release, the way back, the way forth.
    expect(world.changes()).toEqual(['deploy', 'deploy', 'deploy']);
  });

  test('lets ECS turn back what is in progress, and is undone by a deployment', async () => {
    const world = serviceWorld();
    await world.services.deploy(app, definition(2));
    expect(await planOf(ecsRollback, world)).toEqual({
      'roll-back': [
        'task definition of assess-production-app: assess-production-app:2 -> what ran before the deployment that is in progress',
      ],
    });
    const { said, undo } = await play(ecsRollback, world);
    expect([said['roll-back'], await running(world)]).toEqual(['4 of 4 tasks run, 4 are healthy', definition(1)]);
    await undo();
    expect(await running(world)).toBe(definition(2));
  });

  test('goes to the revision that is asked for', async () => {
    const world = await released();
    await play(ecsRollback, world, { to: '7' });
    expect(await running(world)).toBe(definition(7));
  });

  test('a deployment that ECS turns back has failed, whatever runs then', async () => {
    const world = await released();
    world.clock.in(20, () => world.services.failRollout(app));
    const { said, undo } = await play(ecsRollback, world);
    expect(said['roll-back']).toMatch(/^never: the deployment of assess-production-app:1 ended as ROLLBACK_IN_PROGRESS/);
    expect([await undo(), await running(world)]).toEqual([{ 'roll-back': '4 of 4 tasks run, 4 are healthy' }, definition(2)]);
  });

  test('a deployment that was complete before it could be turned back is told', async () => {
    const world = serviceWorld();
    await world.services.deploy(app, definition(2));
    world.services.turnBack = async () => world.clock.advance(120);
    const { said } = await play(ecsRollback, world);
    expect(said['roll-back']).toBe('never: the deployment was complete before it could be turned back');
  });

  test.each([
    ['nothing to go back to', {}, {}, 'ECS remembers no complete deployment of another task definition.'],
    [
      'a revision that is deregistered',
      { deregistered: [definition(7)] },
      { to: '7' },
      'assess-production-app:7 is not there, or somebody has deregistered it.',
    ],
    ['the revision that it has', {}, { to: '1' }, 'assess-production-app:1 is what the service has.'],
  ] as const)('refuses: %s', async (_, setup, given, what) => {
    const obstacles = await obstaclesOf(ecsRollback, serviceWorld(setup), given);
    expect(obstacles.map((one) => one.what)).toEqual([what]);
  });

  test('refuses a revision while a deployment is in progress, and to turn back what is being turned back', async () => {
    const world = serviceWorld();
    await world.services.deploy(app, definition(2));
    expect(await obstaclesOf(ecsRollback, world)).toEqual([]);
    expect((await obstaclesOf(ecsRollback, world, { to: '1' })).map(({ next }) => next)).toEqual(['Leave out `to`.']);
    world.services.failRollout(app);
    expect((await obstaclesOf(ecsRollback, world)).map(({ what }) => what)).toEqual(['ECS turns back a deployment already.']);
  });

  test('does not know a service that is not there', async () => {
    const world = serviceWorld();
    world.services.remove(app);
    expect(await obstaclesOf(ecsRollback, world)).toHaveLength(1);
  });
});
