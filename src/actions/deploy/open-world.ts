// Puts together what the engine is given, from the action's inputs and the ports of the job.
import type { CurrentRun } from '../preview/world.ts';
import type { DeployInputs } from './command.ts';
import { type DeployWorld, defaultPatience } from './world.ts';

interface Opened {
  readonly ports: Omit<DeployWorld, 'settings' | 'run' | 'clock'>;
  readonly clock: DeployWorld['clock'] & { readonly rate: number };
  readonly run: CurrentRun;
  /** Absolute path of what was synthesized. */
  readonly folder: string;
  readonly stacks: ReadonlyMap<string, unknown>;
}

export function worldOf(inputs: DeployInputs, { ports, clock, run, folder, stacks }: Opened): DeployWorld {
  const bakeSeconds = inputs['bake-seconds'];
  return {
    ...ports,
    clock,
    run,
    settings: {
      ...defaultPatience,
      folder,
      stacks,
      environment: inputs.environment,
      region: inputs.region,
      bucket: inputs['state-bucket'],
      domain: inputs.domain,
      image: inputs.image ?? '',
      pollSeconds: inputs['poll-seconds'],
      ...(bakeSeconds !== undefined && { bakeSeconds }),
      timeRate: clock.rate,
    },
  };
}
