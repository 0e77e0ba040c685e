// Finds provider packages that already lie on this machine, so that `terraform init` needs no network.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { registryOf, type Tool } from './tool.ts';

/** Where `terraform init` is to take providers from. */
export type ProviderSource = ProviderMirror | { readonly kind: 'registry' };

export interface ProviderMirror {
  readonly kind: 'mirror';
  /** The folder that holds the registry's folder: what `filesystem_mirror` calls `path`. */
  readonly folder: string;
  readonly platform: string;
  /** All that it has for that platform. */
  readonly providers: readonly MirroredProvider[];
}

export interface MirroredProvider {
  /** For example `registry.terraform.io/hashicorp/aws`. */
  readonly address: string;
  readonly versions: readonly string[];
}

/** A `Binary` has the first two. */
export interface MirrorSearch {
  /** Each tool has a registry, and so a folder, of its own. */
  readonly tool: Tool;
  /** Packages of another platform are of no use. */
  readonly platform: string;
  /** The home folder of the user. */
  readonly home: string;
  /** XDG_DATA_HOME, when it is set. */
  readonly dataHome?: string | undefined;
  /** XDG_DATA_DIRS, when it is set: folders with `:` between them. */
  readonly dataDirs?: string | undefined;
  /** A mirror without it is not worth having. */
  readonly provider?: string;
  /** Folders below which a mirror may lie, three levels deep at most. */
  readonly roots?: readonly string[];
}

/** Optional and shared software: https://refspecs.linuxfoundation.org/FHS_3.0/fhs/index.html (chapters 3.13, 3.17, 4.9, 4.11). */
export const softwareRoots: readonly string[] = ['/opt', '/srv', '/usr/local/share', '/usr/share'];

const levelsBelowRoots = 3;

/**
 * Looks in the folders that Terraform itself would use, then below the roots; the first mirror that has the provider for
 * the platform wins. `registry`: there is none, so a plain `terraform init` has to download.
 */
export async function findProviderSource(search: MirrorSearch): Promise<ProviderSource> {
  const { tool, platform, provider = 'hashicorp/aws', roots = softwareRoots } = search;
  const registry = registryOf[tool];
  for await (const folder of candidates(impliedMirrorFolders(search), roots, registry)) {
    const providers = await readMirror(folder, registry, platform);
    if (providers.some(({ address }) => address === `${registry}/${provider}`))
      return { kind: 'mirror', folder, platform, providers };
  }
  return { kind: 'registry' };
}

/** https://developer.hashicorp.com/terraform/cli/config/config-file#implied-local-mirror-directories */
export function impliedMirrorFolders(
  search: Pick<MirrorSearch, 'platform' | 'home' | 'dataHome' | 'dataDirs'>,
): readonly string[] {
  const { platform, home, dataHome, dataDirs } = search;
  // Set but empty means the default: https://specifications.freedesktop.org/basedir-spec/latest/
  const dataFolders = [dataHome || join(home, '.local/share'), ...(dataDirs || '/usr/local/share:/usr/share').split(':')];
  const shared = platform.startsWith('darwin')
    ? [join(home, 'Library/Application Support/io.terraform/plugins'), '/Library/Application Support/io.terraform/plugins']
    : dataFolders.map((folder) => join(folder, 'terraform/plugins'));
  return [join(home, '.terraform.d/plugins'), ...shared];
}

async function* candidates(folders: readonly string[], roots: readonly string[], registry: string): AsyncGenerator<string> {
  for (const folder of folders) if ((await subfolders(folder)).includes(registry)) yield folder;
  for (const root of roots) yield* foldersWith(registry, root, levelsBelowRoots);
}

/** The folders below `root` that have a subfolder of that name, level by level. */
async function* foldersWith(name: string, root: string, levels: number): AsyncGenerator<string> {
  let level = [root];
  for (let depth = 0; depth < levels; depth += 1) {
    const below: string[] = [];
    for (const folder of level) {
      const names = await subfolders(folder);
      if (names.includes(name)) yield folder;
      below.push(...names.map((child) => join(folder, child)));
    }
    level = below;
  }
}

/**
 * What a mirror has for a platform, in both of the layouts that Terraform knows: unpacked
 * (`HOST/NAMESPACE/TYPE/VERSION/PLATFORM/`) and packed (`HOST/NAMESPACE/TYPE/terraform-provider-TYPE_VERSION_PLATFORM.zip`).
 *
 * https://developer.hashicorp.com/terraform/cli/config/config-file#filesystem_mirror
 */
async function readMirror(folder: string, registry: string, platform: string): Promise<readonly MirroredProvider[]> {
  const providers: MirroredProvider[] = [];
  for (const namespace of await subfolders(join(folder, registry))) {
    for (const type of await subfolders(join(folder, registry, namespace))) {
      const versions = await versionsIn(join(folder, registry, namespace, type), type, platform);
      if (versions.length > 0) providers.push({ address: `${registry}/${namespace}/${type}`, versions });
    }
  }
  return providers;
}

async function versionsIn(folder: string, type: string, platform: string): Promise<readonly string[]> {
  const versions = new Set<string>();
  const [before, after] = [`terraform-provider-${type}_`, `_${platform}.zip`];
  for (const name of await entries(folder, () => true)) {
    if (name.startsWith(before) && name.endsWith(after)) versions.add(name.slice(before.length, -after.length));
    else if ((await subfolders(join(folder, name))).includes(platform)) versions.add(name);
  }
  return [...versions].sort();
}

const subfolders = (folder: string): Promise<readonly string[]> =>
  // A link counts: packages are often linked. Where it leads to a file, reading it finds nothing.
  entries(folder, (entry) => entry.isDirectory() || entry.isSymbolicLink());

type Entry = { readonly name: string; isDirectory(): boolean; isSymbolicLink(): boolean };

/** Sorted; a folder that is not there, or not for us to read, has none. */
async function entries(folder: string, wanted: (entry: Entry) => boolean): Promise<readonly string[]> {
  try {
    const found = await readdir(folder, { withFileTypes: true });
    return found
      .filter(wanted)
      .map(({ name }) => name)
      .sort();
  } catch {
    return [];
  }
}
