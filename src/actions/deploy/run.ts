// The deploy engine's modes, as one: what the action is asked to do, and what came of it.
import { isFailure } from '../../define/failure.ts';
import { applyPlatform } from './apply-platform.ts';
import type { DeployCommand } from './command.ts';
import { deployService } from './deploy-service.ts';
import { cancelled } from './failures.ts';
import { planEnvironment } from './plan-environment.ts';
import type { DeployResult } from './result.ts';
import { rollBackByHand } from './roll-back-by-hand.ts';
import type { DeployWorld } from './world.ts';

/** @throws a Failure; whatever else it throws is a bug */
export async function runDeploy(world: DeployWorld, command: DeployCommand): Promise<DeployResult> {
  try {
    return await perform(world, command);
  } catch (error) {
    // Whoever waits for something when the run is cancelled is just woken up.
    if (world.signal.aborted && !isFailure(error)) throw cancelled(error);
    throw error;
  }
}

function perform(world: DeployWorld, command: DeployCommand): Promise<DeployResult> {
  switch (command.mode) {
    case 'plan':
      return planEnvironment(world, command.commit);
    case 'platform':
      return applyPlatform(world, command.digest);
    case 'service':
      return deployService(world, command.request);
    case 'rollback':
      return rollBackByHand(world, command.request);
    default:
      return command satisfies never;
  }
}
