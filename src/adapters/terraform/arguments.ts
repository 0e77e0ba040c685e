// Turns the port's options into Terraform's command line; everything here could be seen in `ps`, so no values of variables.
import type { ApplyOptions, InitOptions, PlanOptions, RunOptions } from '../../ports/terraform.ts';

type Arguments = readonly string[];

/** Read as a stream of events. */
const machineReadable: Arguments = ['-json', '-no-color', '-input=false'];

export function initArguments({ backendConfig = {}, upgrade, reconfigure }: InitOptions): Arguments {
  const settings = Object.entries(backendConfig).map(([name, value]) => `-backend-config=${name}=${value}`);
  return ['init', ...machineReadable, ...when(upgrade, '-upgrade'), ...when(reconfigure, '-reconfigure'), ...settings];
}

export function planArguments(options: PlanOptions, variablesFile: string | undefined): Arguments {
  const { outFile, destroy, refreshOnly, refresh = true } = options;
  return [
    'plan',
    ...machineReadable,
    // 0: no changes, 2: changes. Counts alone cannot tell: a plan may change nothing but outputs.
    '-detailed-exitcode',
    ...runArguments(options, variablesFile),
    ...when(destroy, '-destroy'),
    ...when(refreshOnly, '-refresh-only'),
    ...when(!refresh, '-refresh=false'),
    ...(outFile === undefined ? [] : [`-out=${outFile}`]),
  ];
}

export function applyArguments(options: ApplyOptions, variablesFile: string | undefined): Arguments {
  const { planFile } = options;
  const run = ['apply', ...machineReadable, '-auto-approve', ...runArguments(options, variablesFile)];
  return planFile === undefined ? run : [...run, planFile];
}

export function destroyArguments(options: RunOptions, variablesFile: string | undefined): Arguments {
  return ['destroy', ...machineReadable, '-auto-approve', ...runArguments(options, variablesFile)];
}

/** This command prints no events; how it went is told by its exit code. */
export function importArguments(
  { address, id }: { readonly address: string; readonly id: string },
  { lockTimeoutSeconds }: RunOptions,
  variablesFile: string | undefined,
): Arguments {
  const options = lockTimeoutSeconds === undefined ? {} : { lockTimeoutSeconds };
  return ['import', '-no-color', '-input=false', ...runArguments(options, variablesFile), address, id];
}

function runArguments({ parallelism, lockTimeoutSeconds }: RunOptions, variablesFile: string | undefined): Arguments {
  return [
    ...(parallelism === undefined ? [] : [`-parallelism=${parallelism}`]),
    ...(lockTimeoutSeconds === undefined ? [] : [`-lock-timeout=${lockTimeoutSeconds}s`]),
    ...(variablesFile === undefined ? [] : [`-var-file=${variablesFile}`]),
  ];
}

function when(condition: boolean | undefined, ...given: Arguments): Arguments {
  return condition ? given : [];
}
