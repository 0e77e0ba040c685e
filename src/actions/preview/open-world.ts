// Puts together what the engine is given, from the action's inputs and the ports of the job.

import type { StacksConfig } from '../../define/stacks-config.ts';
import { mainService } from '../gate/subject.ts';
import type { PreviewInputs } from './command.ts';
import type { CurrentRun, PreviewSettings, PreviewWorld } from './world.ts';
import { defaultLifetimes, defaultPatience } from './world.ts';

/** The provider that the stacks are synthesized for. */
const providerVersion = '5.100.0';

export function settingsOf(inputs: PreviewInputs, { layout, prefix }: StacksConfig): PreviewSettings {
  return {
    ...defaultPatience,
    ...defaultLifetimes,
    bucket: inputs['state-bucket'],
    region: inputs.region,
    providerVersion,
    layout,
    naming: { prefix, mainService, host: inputs.environment },
    maximum: inputs['maximum-previews'],
    maximumIsolated: inputs['maximum-isolated'],
    lifetimeSeconds: inputs.lifetime,
  };
}

type Ports = Omit<PreviewWorld, 'settings' | 'run'>;

export function worldOf(ports: Ports, inputs: PreviewInputs, config: StacksConfig, run: CurrentRun): PreviewWorld {
  return { ...ports, settings: settingsOf(inputs, config), run };
}
