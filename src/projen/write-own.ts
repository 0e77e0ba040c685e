// Bundles the actions of Opsdeck with the definitions of the repository in whose folder it runs, and writes its documentation.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, extname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type BuildFailure, type BuildOptions, build } from 'esbuild';
import { commands } from '../actions/chatops/commands/index.ts';
import { contracts } from '../actions/contracts.ts';
import { failure, isFailure } from '../define/failure.ts';
import { ownBundlesFolder, ownDefinitionsPath, problemsOfOwn } from '../define/own-definitions.ts';
import { drills } from '../drills/index.ts';
import { catalogue } from '../kpis/index.ts';
import { runbooks } from '../runbooks/index.ts';
import { actionBundles } from './action-bundles.ts';
import { actionsWithDefinitions, withOwnDefinitions } from './own-definitions.ts';
import { writePages } from './write-pages.ts';

/** `lib` of a package, `src` of a checkout. */
const sources = fileURLToPath(new URL('..', import.meta.url));
const kind = extname(fileURLToPath(import.meta.url));

/** Whatever the repository's own package.json says of its files, these are modules. */
const modules = JSON.stringify({ type: 'module' });

/** @throws a Failure `own/...`, before any bundle is touched */
async function writeOwn(file: string): Promise<void> {
  const temporary = mkdtempSync(join(tmpdir(), 'opsdeck-own-'));
  try {
    const documents = join(sources, 'projen', `documents${kind}`);
    await bundle(file, temporary, [
      { in: resolve(file), out: 'definitions' },
      { in: documents, out: 'documents' },
    ]);
    await checkDefinitions(file, join(temporary, 'definitions.js'));
    await writeDocuments(join(temporary, 'documents.js'));
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
  rmSync(ownBundlesFolder, { recursive: true, force: true });
  const [definitions] = /[^/]+(?=\.js$)/.exec(ownDefinitionsPath) ?? [''];
  await bundle(file, ownBundlesFolder, [...actionEntries(), { in: resolve(file), out: definitions }]);
}

type Entries = readonly { readonly in: string; readonly out: string }[];

function actionEntries(): Entries {
  return contracts
    .filter(({ name }) => actionsWithDefinitions.some((each) => each === name))
    .flatMap(({ name, ...contract }) => [
      { in: join(sources, 'actions', name, `main${kind}`), out: name },
      ...('post' in contract ? [{ in: join(sources, 'actions', name, `post${kind}`), out: `${name}-post` }] : []),
    ]);
}

async function bundle(file: string, outdir: string, entryPoints: Entries): Promise<void> {
  const plugins = [...actionBundles.plugins, withOwnDefinitions({ file: resolve(file), folder: sources })];
  const settings: BuildOptions = { ...actionBundles, plugins, outdir, entryPoints: [...entryPoints], logLevel: 'silent' };
  await build(settings).catch((cause: BuildFailure) => {
    const [first] = cause.errors ?? [];
    const at = first?.location ? `${first.location.file}:${first.location.line}: ` : '';
    throw failure({
      code: 'own/not-bundled',
      what: `${file} cannot be bundled: ${at}${first?.text ?? cause.message}.`,
      next: 'Correct it, and run "npx projen" again; the bundles are as they were.',
      cause,
    });
  });
  writeFileSync(join(outdir, 'package.json'), `${modules}\n`);
}

async function checkDefinitions(file: string, bundled: string): Promise<void> {
  const { own } = await loaded(file, bundled);
  const problems = problemsOfOwn(own, { commands, drills, runbooks, kpis: catalogue.kpis });
  if (problems.length === 0) return;
  throw failure({
    code: 'own/definitions',
    what: `What ${file} exports cannot be added to the definitions of Opsdeck.`,
    next: 'Correct it, and run "npx projen" again; the bundles are as they were.',
    details: problems,
  });
}

async function loaded(file: string, bundled: string): Promise<{ readonly own?: unknown }> {
  return import(pathToFileURL(bundled).href).catch((cause: Error) => {
    throw failure({
      code: 'own/not-loaded',
      what: `${file} throws when it is loaded: ${cause.message}.`,
      next: 'Correct it, and run "npx projen" again; the bundles are as they were.',
      cause,
    });
  });
}

async function writeDocuments(bundled: string): Promise<void> {
  const { renderDocuments, runbooksFolder } = (await import(pathToFileURL(bundled).href)) as typeof import('./documents.ts');
  const { pages, runbookPages } = renderDocuments();
  for (const [path, content] of Object.entries(pages)) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  writePages(runbooksFolder, runbookPages);
}

const [, , given] = process.argv;
try {
  if (given === undefined)
    throw failure({ code: 'own/usage', what: 'Nobody said which file has the definitions.', next: 'opsdeck-own ops/own.ts' });
  await writeOwn(given);
} catch (error) {
  if (!isFailure(error)) throw error;
  const details = error.details.map((detail) => `  ${detail}`);
  console.error([`✖ ${error.message}`, ...details, `→ ${error.next}`, `  (${error.code})`].join('\n'));
  process.exitCode = 1;
}
