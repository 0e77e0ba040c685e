// What names of environments begin with, as the configuration of the checkout has it: for what must go on even if that is broken.
import { isFailure } from '../../define/failure.ts';
import { defaultStacksConfig, type StacksConfig } from '../../define/stacks-config.ts';
import type { Progress } from '../../ports/progress.ts';
import { readStacksConfig } from './stacks-config.ts';

/** @returns as the reference platform has it where there is no such file, or none that can be used: then with a warning */
export async function readNames(path: string, { warning }: Pick<Progress, 'warning'>): Promise<Pick<StacksConfig, 'prefix'>> {
  try {
    const { prefix } = await readStacksConfig(path);
    return { prefix };
  } catch (error) {
    if (!isFailure(error)) throw error;
    const { prefix } = defaultStacksConfig;
    warning(`${error.message} Until it is corrected, names are taken to begin with ${prefix}.`);
    return { prefix };
  }
}
