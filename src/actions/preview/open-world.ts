// Puts together what the engine is given, from the action's inputs and the ports of the job.

import type { PreviewInputs } from './command.ts';
import type { CurrentRun, PreviewSettings, PreviewWorld } from './world.ts';
import { defaultLifetimes, defaultPatience } from './world.ts';

/** The provider that the stacks are synthesized for, and the words that their names are made of. */
const providerVersion = '5.100.0';
const naming = { prefix: 'assess', mainService: 'app' } as const;

export function settingsOf(inputs: PreviewInputs): PreviewSettings {
  return {
    ...defaultPatience,
    ...defaultLifetimes,
    bucket: inputs['state-bucket'],
    region: inputs.region,
    providerVersion,
    naming: { ...naming, host: inputs.environment },
    maximum: inputs['maximum-previews'],
    maximumIsolated: inputs['maximum-isolated'],
    lifetimeSeconds: inputs.lifetime,
  };
}

type Ports = Omit<PreviewWorld, 'settings' | 'run'>;

export function worldOf(ports: Ports, inputs: PreviewInputs, run: CurrentRun): PreviewWorld {
  return { ...ports, settings: settingsOf(inputs), run };
}
