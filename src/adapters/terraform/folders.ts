// Opens Terraform in any folder with one and the same setup, and lends folders for configurations that lie nowhere.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TerraformFolders } from '../../ports/terraform.ts';
import { openTerraform, type TerraformSetup } from './terraform.ts';

export function openTerraformFolders(setup: Omit<TerraformSetup, 'folder'>): TerraformFolders {
  const open: TerraformFolders['open'] = (folder) => openTerraform({ ...setup, folder });
  return {
    open,
    withConfiguration: async (configuration, use) => {
      const folder = await mkdtemp(join(setup.temporaryFolder ?? tmpdir(), 'opsdeck-stack-'));
      try {
        await writeFile(join(folder, 'main.tf.json'), JSON.stringify(configuration));
        return await use(open(folder));
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}
