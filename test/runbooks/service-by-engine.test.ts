// The runbooks of the service as the engine runs them: to their ends, and undone when something fails behind them.
import { describe, expect, test } from '@jest/globals';
import type { Runbook } from '../../src/runbooks/asking.ts';
import { azEvacuation } from '../../src/runbooks/az-evacuation.ts';
import { ecsRedeploy } from '../../src/runbooks/ecs-redeploy.ts';
import { ecsRollback } from '../../src/runbooks/ecs-rollback.ts';
import { ecsScale } from '../../src/runbooks/ecs-scale.ts';
import { app, definition, type ServiceWorld, serviceWorld } from '../support/service-world.ts';
import { type Inputs, play, playAndUndo } from './support/play.ts';

const runbooks = [
  { runbook: ecsScale, inputs: { desired: '12', least: '6' } },
  { runbook: ecsRedeploy, inputs: {} },
  { runbook: ecsRollback, inputs: { to: '7' } },
  { runbook: azEvacuation, inputs: { zone: 'b' } },
];

async function howItIs({ services, autoScaling, zonalShifts }: ServiceWorld): Promise<unknown> {
  const { taskDefinition, desired, running } = (await services.describe(app)) ?? {};
  const subnets = await services.subnets(app);
  return {
    taskDefinition,
    desired,
    running,
    subnets,
    limits: await autoScaling.describe(app),
    shifts: await zonalShifts.active(),
  };
}

describe.each(runbooks)('$runbook.id', ({ runbook, inputs }: { readonly runbook: Runbook; readonly inputs: Inputs }) => {
  test('is done', async () => {
    const world = serviceWorld();
    const { journal } = await play(runbook, { clock: world.clock, ports: world.ports, environment: 'production' }, inputs);
    expect(journal?.state).toBe('done');
  });

  test.each(runbook.steps.map(({ id }) => id))('leaves all as it was when something fails behind %s', async (step) => {
    const world = serviceWorld();
    const before = await howItIs(world);
    const { journal } = await playAndUndo(
      runbook,
      { clock: world.clock, ports: world.ports, environment: 'production' },
      inputs,
      step,
    );
    expect(journal?.state).toBe('compensated');
    expect(await howItIs(world)).toEqual(before);
    expect(before).toMatchObject({ taskDefinition: definition(1), desired: 4, running: 4 });
  });
});
