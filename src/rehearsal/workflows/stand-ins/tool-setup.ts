// Stands in for actions that install a tool: the machine's own is used, and its version is told.
import { runTool } from '../../emulator/run-tool.ts';
import type { StandIn } from '../options.ts';

export interface Tool {
  /** What the workflow asks for, by input; accepted, and not installed. */
  readonly inputs: readonly string[];
  readonly command: string;
}

const secondsToTellItsVersion = 30;

/** `actions/setup-node`, `hashicorp/setup-terraform` and their like. */
export function toolSetup({ inputs, command }: Tool): StandIn {
  return {
    about: `uses the ${command} of this machine, whatever version is asked for`,
    inputs: Object.fromEntries(inputs.map((name) => [name, ''])),
    main: async ({ env, signal, log }) => {
      const { ok, lines } = await runTool(command, ['--version'], { env, timeoutSeconds: secondsToTellItsVersion, signal });
      if (!ok) throw new Error(`${command} is not installed on this machine: ${lines.join(' ')}`);
      log(`${command}: ${lines[0] ?? ''}`);
    },
  };
}

export const setupNode = toolSetup({
  command: 'node',
  inputs: [
    'node-version',
    'node-version-file',
    'cache',
    'cache-dependency-path',
    'check-latest',
    'registry-url',
    'package-manager-cache',
  ],
});

export const setupTerraform = toolSetup({
  command: 'terraform',
  inputs: ['terraform_version', 'terraform_wrapper'],
});
