// ecs-redeploy: new tasks of the same task definition, known by the deployment that started them.
import { describe, expect, test } from '@jest/globals';
import { ecsRedeploy } from '../../src/runbooks/ecs-redeploy.ts';
import { obstaclesOf, planOf, play } from '../support/play-steps.ts';
import { app, definition, type ServiceWorld, serviceWorld } from '../support/service-world.ts';

const startedBy = async ({ services }: ServiceWorld) => [...new Set((await services.tasks(app)).map((task) => task.startedBy))];

describe('ecs-redeploy', () => {
  test('plans a deployment, and changes nothing', async () => {
    const world = serviceWorld();
    expect(await planOf(ecsRedeploy, world)).toEqual({
      redeploy: [
        'deployment of assess-production-app: ecs-svc/1 of assess-production-app:1 -> a new one of assess-production-app:1, which replaces all tasks (4 run)',
      ],
    });
    expect(world.changes()).toEqual([]);
  });

  test('replaces all tasks, once, though it was asked for twice', async () => {
    const world = serviceWorld();
    const [before] = await startedBy(world);
    const { said } = await play(ecsRedeploy, world);
    expect(said).toEqual({ redeploy: '4 of 4 tasks run, 4 are healthy' });
    expect(world.changes()).toEqual(['deploy']);
    const [after, ...others] = await startedBy(world);
    expect([after === before, others]).toEqual([false, []]);
    expect(await world.services.describe(app)).toMatchObject({ taskDefinition: definition(1), running: 4 });
  });

  test('a deployment that ECS turns back has failed, though the tasks that run are of the same task definition', async () => {
    const world = serviceWorld();
    world.clock.in(20, () => world.services.failRollout(app));
    const { said, undo } = await play(ecsRedeploy, world);
    expect(said.redeploy).toBe(
      'never: the deployment of assess-production-app:1 ended as ROLLBACK_IN_PROGRESS: ECS deployment circuit breaker: tasks failed to start',
    );
    expect(await undo()).toEqual({ redeploy: '4 of 4 tasks run, 4 are healthy' });
    expect(await world.services.rollouts(app)).toMatchObject([{ status: 'ROLLBACK_SUCCESSFUL' }, { status: 'SUCCESSFUL' }]);
  });

  test('is undone by ECS while it is in progress', async () => {
    const world = serviceWorld();
    const before = {
      taskDefinition: definition(1),
      deployment: 'ecs-svc/1',
      rollout: 'arn:aws:ecs:service-deployment/ecs-svc/1',
    };
    await world.services.deploy(app, definition(1));
    const [step] = ecsRedeploy.steps;
    if (!step || 'impossible' in step.compensate) throw new Error('It can be undone.');
    const { ports, place, clock } = world;
    const scope = { ports, place, inputs: {}, token: 'token', now: clock.now, tell: () => {} };
    await step.compensate.run(scope, before);
    expect(await step.compensate.verify(scope, before)).toEqual({ kind: 'not-yet', words: 'ECS turns the deployment back' });
    await clock.sleep(120_000);
    await step.compensate.run(scope, before);
    expect(await step.compensate.verify(scope, before)).toEqual({ kind: 'yes', words: '4 of 4 tasks run, 4 are healthy' });
  });

  test('waits for a deployment that is in progress, and for a service that is there', async () => {
    const world = serviceWorld();
    await world.services.deploy(app, definition(2));
    expect((await obstaclesOf(ecsRedeploy, world)).map(({ next }) => next)).toEqual([
      'Wait for its end, or turn it back with the runbook ecs-rollback.',
    ]);
    world.services.remove(app);
    expect((await obstaclesOf(ecsRedeploy, world)).map(({ what }) => what)).toEqual([
      'There is no service assess-production-app in the cluster assess-production of eu-west-2.',
    ]);
  });
});
