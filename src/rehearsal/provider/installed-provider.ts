// Finds the provider that `terraform init` has installed for a stack, if one process of it can serve the whole stack.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { registryOf, type Tool } from '../../adapters/terraform/tool.ts';

export interface ProviderQuestion {
  /** The synthesized stack, initialised. */
  readonly folder: string;
  readonly tool: Tool;
  /** As providers are packaged, for example `linux_amd64`. */
  readonly platform: string;
}

export interface InstalledProvider {
  /** As in the stack's lock file, for example `registry.terraform.io/hashicorp/aws`. */
  readonly address: string;
  readonly executable: string;
}

const type = 'aws';

/** What cdktf calls the one file of a stack. */
const stackFile = 'cdk.tf.json';

/** @returns nothing also where it is not certain which one Terraform itself would start */
export async function findInstalledProvider({
  folder,
  tool,
  platform,
}: ProviderQuestion): Promise<InstalledProvider | undefined> {
  const address = `${registryOf[tool]}/hashicorp/${type}`;
  const versions = join(folder, '.terraform/providers', address);
  const [version, ...otherVersions] = await namesIn(versions);
  if (version === undefined || otherVersions.length > 0 || !(await isConfiguredOnce(folder))) return undefined;
  const found = join(versions, version, platform);
  const [executable, ...others] = (await namesIn(found)).filter((name) => name.startsWith(`terraform-provider-${type}`));
  return executable === undefined || others.length > 0 ? undefined : { address, executable: join(found, executable) };
}

/** Terraform starts a process for each configuration (`alias`); in one process the last one would count for all of them. */
async function isConfiguredOnce(folder: string): Promise<boolean> {
  try {
    const stack: { provider?: Record<string, unknown> } = JSON.parse(await readFile(join(folder, stackFile), 'utf8'));
    const configurations = stack.provider?.[type];
    return Array.isArray(configurations) && configurations.length === 1;
  } catch {
    return false;
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return (await readdir(folder).catch(() => [])).sort();
}
