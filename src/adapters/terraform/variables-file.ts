// Lends Terraform a file with the variables of one run: a value on the command line could be read by anyone with `ps`.
import { rmSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunOptions } from '../../ports/terraform.ts';

/**
 * Calls `use` with the file, readable by this user alone, and removes it afterwards, whatever happens. Without variables
 * there is no file. It lies outside of the working folder, and no `.auto.` is in its name: nothing else will pick it up.
 *
 * https://developer.hashicorp.com/terraform/language/values/variables#variable-definitions-tfvars-files
 */
export async function withVariablesFile<T>(
  { variables, temporaryFolder }: { readonly variables: RunOptions['variables']; readonly temporaryFolder: string },
  use: (file: string | undefined) => Promise<T>,
): Promise<T> {
  if (variables === undefined || Object.keys(variables).length === 0) return use(undefined);
  const folder = await mkdtemp(join(temporaryFolder, 'opsdeck-variables-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  process.once('exit', remove);
  try {
    const file = join(folder, 'variables.tfvars.json');
    await writeFile(file, JSON.stringify(variables), { mode: 0o600 });
    return await use(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
    process.off('exit', remove);
  }
}
