// Reads the section `stacks` of the configuration from the checkout of trusted code.
import { readFile } from 'node:fs/promises';
import { parseStacksConfig, type StacksConfig } from '../../define/stacks-config.ts';

/** @throws a Failure `stacks/config`. @returns that of the reference platform where there is no such file */
export async function readStacksConfig(path: string): Promise<StacksConfig> {
  const content = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  return parseStacksConfig(content);
}
