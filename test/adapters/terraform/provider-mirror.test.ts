// Finding provider packages on disk, and the configuration that makes Terraform use them.
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, jest, test } from '@jest/globals';
import { renderCliConfig, writeCliConfig } from '../../../src/adapters/terraform/cli-config.ts';
import {
  findProviderSource,
  impliedMirrorFolders,
  type ProviderMirror,
} from '../../../src/adapters/terraform/provider-mirror.ts';
import { registryOf } from '../../../src/adapters/terraform/tool.ts';
import { describeWith } from '../../support/needs.ts';
import { failureOf, openStack, realBinary, temporaryFolders } from './support.ts';

const temporaryFolder = temporaryFolders();
const platform = 'linux_amd64';
const search = (home: string, ...roots: readonly string[]) =>
  findProviderSource({ tool: 'terraform', platform, home, dataDirs: join(home, 'data'), roots });

function addPackage(folder: string, address: string, version: string, target = platform): void {
  mkdirSync(join(folder, address, version, target), { recursive: true });
  // Never run by `init`: that only copies and hashes.
  const name = `terraform-provider-${address.split('/').at(-1)}_v${version}`;
  writeFileSync(join(folder, address, version, target, name), '#!/bin/sh\n', { mode: 0o755 });
}

jest.setTimeout(30_000);

describe('the search for a mirror', () => {
  test('finds none where there is none', async () => {
    expect(await search(temporaryFolder(), '/nonexistent')).toEqual({ kind: 'registry' });
  });

  test('takes the folders that Terraform documents before all others', async () => {
    const [home, root] = [temporaryFolder(), temporaryFolder()];
    const folder = join(home, '.local/share/terraform/plugins');
    addPackage(folder, 'registry.terraform.io/hashicorp/aws', '5.100.0');
    addPackage(join(root, 'mirror'), 'registry.terraform.io/hashicorp/aws', '6.0.0');
    expect(await search(home, root)).toMatchObject({ kind: 'mirror', folder });
  });

  test('says what the mirror has for this platform, unpacked, packed and linked', async () => {
    const [home, root] = [temporaryFolder(), temporaryFolder()];
    const folder = join(root, 'a/b');
    const aws = 'registry.terraform.io/hashicorp/aws';
    addPackage(folder, aws, '5.100.0');
    addPackage(folder, aws, '5.98.0', 'darwin_arm64');
    symlinkSync(join(folder, aws, '5.100.0'), join(folder, aws, '5.100.1'));
    writeFileSync(join(folder, aws, `terraform-provider-aws_5.99.0_${platform}.zip`), '');
    addPackage(folder, 'registry.terraform.io/acme/thing', '1.0.0');
    addPackage(folder, 'registry.terraform.io/acme/mac', '1.0.0', 'darwin_arm64');
    expect(await search(home, root)).toEqual({
      kind: 'mirror',
      folder,
      platform,
      providers: [
        { address: 'registry.terraform.io/acme/thing', versions: ['1.0.0'] },
        { address: aws, versions: ['5.100.0', '5.100.1', '5.99.0'] },
      ],
    });
  });

  test.each([
    ['has not the provider', 'registry.terraform.io/acme/thing', platform, 'mirror'],
    ['has it for another platform only', 'registry.terraform.io/hashicorp/aws', 'darwin_arm64', 'mirror'],
    ['is of another registry', 'registry.opentofu.org/hashicorp/aws', platform, 'mirror'],
    ['lies too deep', 'registry.terraform.io/hashicorp/aws', platform, 'a/b/mirror'],
  ])('passes over a mirror that %s', async (_what, address, target, below) => {
    const [home, root] = [temporaryFolder(), temporaryFolder()];
    addPackage(join(root, below), address, '1.0.0', target);
    expect(await search(home, root)).toEqual({ kind: 'registry' });
  });

  test.each([
    [
      'Linux',
      { platform, home: '/h' },
      [
        '/h/.terraform.d/plugins',
        '/h/.local/share/terraform/plugins',
        '/usr/local/share/terraform/plugins',
        '/usr/share/terraform/plugins',
      ],
    ],
    [
      'Linux with XDG folders',
      { platform, home: '/h', dataHome: '/x', dataDirs: '/y' },
      ['/h/.terraform.d/plugins', '/x/terraform/plugins', '/y/terraform/plugins'],
    ],
    [
      'a Mac',
      { platform: 'darwin_arm64', home: '/h' },
      [
        '/h/.terraform.d/plugins',
        '/h/Library/Application Support/io.terraform/plugins',
        '/Library/Application Support/io.terraform/plugins',
      ],
    ],
  ])('looks first, on %s', (_what, facts, folders) => {
    expect(impliedMirrorFolders(facts)).toEqual(folders);
  });
});

const mirror = (folder: string, ...addresses: readonly string[]): ProviderMirror => ({
  kind: 'mirror',
  folder,
  platform,
  providers: addresses.map((address) => ({ address, versions: ['5.100.0'] })),
});

describe('the CLI configuration', () => {
  test('takes from the mirror what it has, and only the rest from registries', () => {
    expect(renderCliConfig(mirror('/mirrors/"a"/${b}', 'r/hashicorp/aws', 'r/acme/thing'))).toMatchInlineSnapshot(`
"# Written by Opsdeck: providers that lie on this machine are taken from there.
provider_installation {
  filesystem_mirror {
    path    = "/mirrors/\\"a\\"/\${b}"
    include = ["r/hashicorp/aws", "r/acme/thing"]
  }
  direct {
    exclude = ["r/hashicorp/aws", "r/acme/thing"]
  }
}
"
`);
  });

  test('is written into a folder that need not exist', async () => {
    const file = await writeCliConfig({
      mirror: mirror('/mirrors/m', 'r/hashicorp/aws'),
      folder: join(temporaryFolder(), 'new'),
    });
    expect(readFileSync(file, 'utf8')).toContain('path    = "/mirrors/m"');
  });
});

describeWith(['terraform'], 'real `terraform init` with a mirror', () => {
  const needs = (version: string) => ({ terraform: { required_providers: { aws: { source: 'hashicorp/aws', version } } } });

  /** The package is a stand-in: `init` asks no more of it than to be there. */
  async function initWith(version: string): Promise<void> {
    const folder = temporaryFolder();
    // A name that would break out of a badly quoted string.
    const home = join(temporaryFolder(), 'a "home" with \\ and ${b}');
    const binary = await realBinary();
    addPackage(join(home, '.terraform.d/plugins'), `${registryOf[binary.tool]}/hashicorp/aws`, '9.9.9', binary.platform);
    const source = await findProviderSource({ ...binary, home, roots: [] });
    if (source.kind !== 'mirror') throw new Error('the mirror was not found');
    const { terraform } = await openStack(folder, needs(version), {
      cliConfigFile: await writeCliConfig({ mirror: source, folder: home }),
    });
    await terraform.init();
  }

  test('needs no network', async () => {
    await initWith('9.9.9');
  });

  test('fails at once, and without asking the network, for a version that the mirror has not', async () => {
    expect(await failureOf(initWith('9.9.8'))).toMatchObject({
      code: 'terraform/provider-unavailable',
      message: 'The provider hashicorp/aws could not be downloaded.',
      next: expect.stringContaining('terraform providers mirror DIR'),
    });
  });
});
