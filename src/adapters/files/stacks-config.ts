// Reads the section `stacks` of the configuration from the checkout of trusted code.
import { parseStacksConfig, type StacksConfig } from '../../define/stacks-config.ts';
import { readIfThere } from './read-if-there.ts';

/** @throws a Failure `stacks/config`. @returns that of the reference platform where there is no such file */
export async function readStacksConfig(path: string): Promise<StacksConfig> {
  return parseStacksConfig(await readIfThere(path));
}
