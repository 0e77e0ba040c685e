// Moves the state of a working folder to the backend that its configuration now names.
import { readBytes, type TerraformSetup } from './run.ts';

export interface Migration {
  /** What the configuration leaves open: `bucket`. */
  readonly backendConfig: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

/**
 * Copies; where the new place has the same state already, nothing happens. Terraform tells no events of this one:
 * https://developer.hashicorp.com/terraform/cli/commands/init#backend-initialization
 *
 * @throws a `Failure` (`terraform/...`)
 */
export async function migrateState(setup: TerraformSetup, { backendConfig, signal }: Migration): Promise<void> {
  const settings = Object.entries(backendConfig).map(([name, value]) => `-backend-config=${name}=${value}`);
  const args = ['init', '-migrate-state', '-force-copy', '-no-color', '-input=false', ...settings];
  await readBytes(setup, { command: 'init', args, ...(signal && { signal }) });
}
