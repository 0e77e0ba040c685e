// Which packages are in the bundles: told by the bundler itself, so neither more nor less than what runs.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Metafile } from 'esbuild';
import { actionBundles } from '../action-bundles.ts';

export interface BundledPackage {
  readonly name: string;
  readonly version: string;
  /** As its package.json has it: an SPDX expression. */
  readonly licence: string;
  /** The words of its licence; empty where the package brings none. */
  readonly licenceText: string;
  /** Subresource integrity of what was installed, for example `sha512-...`. */
  readonly integrity?: string;
}

/** Folders of packages of which at least a byte is in an output. */
export function packageFoldersOf({ outputs }: Pick<Metafile, 'outputs'>): readonly string[] {
  const used = Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
  );
  const folders = used.flatMap((path) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []);
  return [...new Set(folders)].sort();
}

/** Bundles once more, into nothing; the functions of Lambda bring nothing along, which a test of theirs holds. */
export async function gatherBundled(): Promise<readonly BundledPackage[]> {
  const { metafile } = await build({
    ...actionBundles,
    entryPoints: [...actionBundles.entryPoints],
    write: false,
    metafile: true,
  });
  const { packages: locked } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
  const all = packageFoldersOf(metafile).map((folder) => readPackage(folder, locked[folder]?.integrity));
  // The same version at two places is one package.
  return [...new Map(all.map((each) => [`${each.name}@${each.version}`, each])).values()].sort(byName);
}

interface Lock {
  readonly packages: Readonly<Record<string, { readonly integrity?: string }>>;
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string | { readonly type?: string };
}

function readPackage(folder: string, integrity: string | undefined): BundledPackage {
  const { name, version, license = '' } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
  const file = readdirSync(folder).find((each) => /^(?:licen[cs]e|copying)(?:[.-].*)?$/i.test(each));
  return {
    ...{ name, version },
    licence: typeof license === 'string' ? license : (license.type ?? ''),
    licenceText: file === undefined ? '' : readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim(),
    ...(integrity && { integrity }),
  };
}

function byName(one: BundledPackage, other: BundledPackage): number {
  const [a, b] = [`${one.name}@${one.version}`, `${other.name}@${other.version}`];
  return a < b ? -1 : a > b ? 1 : 0;
}
