// Bundles the actions of Opsdeck with the definitions of the repository in whose folder it runs, and writes its documentation.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, extname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { contracts } from '../actions/contracts.ts';
import { actionBundles } from './action-bundles.ts';
import type { Documents } from './documents.ts';
import { ownBundlesFolder } from './options.ts';
import { actionsWithDefinitions, withOwnDefinitions } from './own-definitions.ts';
import { writePages } from './write-pages.ts';

const [, , file] = process.argv;
if (file === undefined) throw new Error('Which file exports the definitions? opsdeck-own ops/own.ts');

/** `lib` of a package, `src` of a checkout. */
const sources = fileURLToPath(new URL('..', import.meta.url));
const kind = extname(fileURLToPath(import.meta.url));
const settings = {
  ...actionBundles,
  plugins: [...actionBundles.plugins, withOwnDefinitions({ file: resolve(file), folder: sources })],
};

const entryPoints = contracts
  .filter(({ name }) => actionsWithDefinitions.some((each) => each === name))
  .flatMap(({ name, ...contract }) => [
    { in: join(sources, 'actions', name, `main${kind}`), out: name },
    ...('post' in contract ? [{ in: join(sources, 'actions', name, `post${kind}`), out: `${name}-post` }] : []),
  ]);
rmSync(ownBundlesFolder, { recursive: true, force: true });
await build({ ...settings, entryPoints, outdir: ownBundlesFolder });

const temporary = mkdtempSync(join(tmpdir(), 'opsdeck-own-'));
try {
  const outfile = join(temporary, 'documents.mjs');
  const { outdir: _, splitting: __, chunkNames: ___, ...single } = settings;
  await build({ ...single, entryPoints: [join(sources, 'projen', `documents${kind}`)], outfile });
  const { renderDocuments, runbooksFolder } = (await import(pathToFileURL(outfile).href)) as typeof import('./documents.ts');
  const { pages, runbookPages }: Documents = renderDocuments();
  for (const [path, content] of Object.entries(pages)) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  writePages(runbooksFolder, runbookPages);
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
