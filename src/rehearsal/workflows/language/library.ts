// Makes GitHub's own workflow parser and expression evaluator importable: bundled once into a cache, then imported from there.
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, stat } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

type Library = typeof import('@actions/expressions') &
  typeof import('@actions/workflow-parser') &
  typeof import('@actions/workflow-parser/actions/index') &
  typeof import('@actions/workflow-parser/model/converter/if-condition');

/** Of this repository, or of whoever has installed the package: npm puts what it needs beside it or above. */
function findModules(folder: URL): URL {
  const modules = new URL('node_modules/', folder);
  if (existsSync(new URL('@actions/workflow-parser/package.json', modules))) return modules;
  const above = new URL('../', folder);
  if (above.href === folder.href) throw new Error('@actions/workflow-parser is not installed');
  return findModules(above);
}

const modules = findModules(new URL('../../../../', import.meta.url));

const parts = [
  '@actions/expressions',
  '@actions/workflow-parser',
  '@actions/workflow-parser/actions/index',
  '@actions/workflow-parser/model/converter/if-condition',
];

/**
 * The parser imports JSON without an import attribute, which Node refuses, and the evaluator must be the same copy that the
 * parser uses: so both become one module, named after their versions.
 */
async function bundledPath(): Promise<string> {
  const versions = await Promise.all(['expressions', 'workflow-parser'].map(versionOf));
  const folder = fileURLToPath(new URL('.cache/opsdeck/', modules));
  const path = `${folder}workflow-language-${versions.join('-')}.mjs`;
  if (await exists(path)) return path;
  const unfinished = `${path}.${process.pid}`;
  await mkdir(folder, { recursive: true });
  await build({
    stdin: { contents: parts.map((part) => `export * from '${part}';`).join('\n'), resolveDir: fileURLToPath(modules) },
    bundle: true,
    format: 'esm',
    platform: 'node',
    // Plain Node imports them as they are.
    external: ['yaml', 'cronstrue'],
    outfile: unfinished,
    logLevel: 'silent',
  });
  // Another process may do the same at this moment: whoever renames last has written the same bytes.
  await rename(unfinished, path);
  return path;
}

async function versionOf(name: string): Promise<string> {
  const manifest = await readFile(new URL(`@actions/${name}/package.json`, modules), 'utf8');
  return (JSON.parse(manifest) as { readonly version: string }).version;
}

async function exists(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}

export const library: Library = (await import(pathToFileURL(await bundledPath()).href)) as Library;
