// Writes the Terraform CLI configuration that makes `init` take providers from a mirror on disk.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ProviderMirror } from './provider-mirror.ts';

/**
 * Offline for what the mirror has: its providers are excluded from `direct`, which would otherwise be asked for further
 * versions of each and fail. All others come from their registries as ever.
 *
 * https://developer.hashicorp.com/terraform/cli/config/config-file#explicit-installation-method-configuration
 */
export function renderCliConfig({ folder, providers }: ProviderMirror): string {
  const mirrored = providers.map(({ address }) => quote(address)).join(', ');
  return `# Written by Opsdeck: providers that lie on this machine are taken from there.
provider_installation {
  filesystem_mirror {
    path    = ${quote(folder)}
    include = [${mirrored}]
  }
  direct {
    exclude = [${mirrored}]
  }
}
`;
}

/** @returns the file's path, for `TF_CLI_CONFIG_FILE`; Terraform reads it in place of the user's own `~/.terraformrc`. */
export async function writeCliConfig({ mirror, folder }: { mirror: ProviderMirror; folder: string }): Promise<string> {
  const file = join(folder, 'opsdeck.tfrc');
  await mkdir(folder, { recursive: true });
  await writeFile(file, renderCliConfig(mirror));
  return file;
}

/** The CLI configuration is written in the first version of HCL: strings as in JSON, and `${` means nothing. */
const quote = (text: string): string => JSON.stringify(text);
