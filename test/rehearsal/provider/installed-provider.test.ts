// Which provider a stack has, and when one process of it cannot serve the stack.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { findInstalledProvider } from '../../../src/rehearsal/provider/installed-provider.ts';
import { temporaryFolders } from '../../adapters/terraform/support.ts';
import { address, writeProvider, writeStack } from './support.ts';

const temporaryFolder = temporaryFolders();
const find = (folder: string, platform = 'linux_amd64') => findInstalledProvider({ folder, tool: 'terraform', platform });

test('an initialised stack has one', async () => {
  const folder = temporaryFolder();
  writeStack(folder, 'serves');
  const packageFolder = join(folder, '.terraform/providers', address, '5.100.0/linux_amd64');
  writeFileSync(join(packageFolder, 'LICENSE.txt'), '');
  expect(await find(folder)).toEqual({ address, executable: join(packageFolder, 'terraform-provider-aws_v5.100.0_x5') });
});

test('OpenTofu has it under its own registry', async () => {
  const folder = temporaryFolder();
  writeStack(folder, 'serves', { versions: [] });
  writeProvider(join(folder, '.terraform/providers/registry.opentofu.org/hashicorp/aws/5.100.0/linux_amd64'), 'serves');
  const found = await findInstalledProvider({ folder, tool: 'tofu', platform: 'linux_amd64' });
  expect(found?.address).toBe('registry.opentofu.org/hashicorp/aws');
});

test.each<[string, (folder: string) => void]>([
  ['a stack that is not initialised', (folder) => writeStack(folder, 'serves', { versions: [] })],
  ['a stack with two versions', (folder) => writeStack(folder, 'serves', { versions: ['5.100.0', '5.99.0'] })],
  ['a stack that configures it twice', (folder) => writeStack(folder, 'serves', { configurations: 2 })],
  ['a stack without it', (folder) => writeStack(folder, 'serves', { configurations: 0 })],
  ['an empty folder', () => undefined],
  ['a folder with something else', (folder) => writeFileSync(join(folder, 'cdk.tf.json'), 'no JSON')],
  [
    'a package without an executable',
    (folder) => {
      writeStack(folder, 'serves', { versions: [] });
      mkdirSync(join(folder, '.terraform/providers', address, '5.100.0/linux_amd64'), { recursive: true });
    },
  ],
])('%s has none to keep', async (_what, make) => {
  const folder = temporaryFolder();
  make(folder);
  expect(await find(folder)).toBeUndefined();
});

test('one for another platform does not count', async () => {
  const folder = temporaryFolder();
  writeStack(folder, 'serves');
  expect(await find(folder, 'darwin_arm64')).toBeUndefined();
});
