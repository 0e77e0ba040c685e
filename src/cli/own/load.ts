// Finds and loads the definitions of the repository that a command runs in, as `npx projen` has bundled them.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { commands } from '../../actions/chatops/commands/index.ts';
import { failure } from '../../define/failure.ts';
import { type OwnDefinitions, ownDefinitionsPath, ownSourcePath, problemsOfOwn } from '../../define/own-definitions.ts';
import { drills } from '../../drills/index.ts';
import { catalogue } from '../../kpis/index.ts';
import { type Runbook, runbooks } from '../../runbooks/index.ts';
import { folderWith } from './repository.ts';

export type LoadedDefinitions = OwnDefinitions<Runbook>;

/**
 * @param start folder of the repository, or one below it
 * @returns nothing where `.projenrc` names no definitions. @throws a Failure `own/...`
 */
export async function loadOwnDefinitions(start: string): Promise<LoadedDefinitions> {
  const root = folderWith(ownSourcePath, resolve(start));
  if (root === undefined) return {};
  const file = await sourceOf(join(root, ownSourcePath));
  const bundle = join(root, ownDefinitionsPath);
  if (!existsSync(bundle)) throw unusable('not-bundled', `${bundle} is not there, though ${file} has definitions`, bundling);
  const { own } = await importBundle(bundle, file);
  const problems = problemsOfOwn(own, { commands, drills, runbooks, kpis: catalogue.kpis });
  if (problems.length === 0) return own as LoadedDefinitions;
  throw unusable('definitions', `what ${file} exports, by its bundle ${bundle}, does not go together`, bundling, problems);
}

const bundling = 'Correct the file where it is wrong, run "npx projen", and commit what it writes.';

/** For messages: `ops/own.ts`. */
async function sourceOf(path: string): Promise<string> {
  try {
    const { file } = JSON.parse(await readFile(path, 'utf8')) as { readonly file?: unknown };
    return String(file);
  } catch (cause) {
    throw unusable('source', `${path} cannot be read: ${messageOf(cause)}`, 'Run "npx projen": it writes that file.', [], cause);
  }
}

async function importBundle(bundle: string, file: string): Promise<{ readonly own?: unknown }> {
  try {
    return (await import(pathToFileURL(bundle).href)) as { readonly own?: unknown };
  } catch (cause) {
    throw unusable('not-loaded', `${bundle}, made of ${file}, cannot be loaded: ${messageOf(cause)}`, bundling, [], cause);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function unusable(code: string, why: string, next: string, details: readonly string[] = [], cause?: unknown) {
  const what = `The definitions of this repository cannot be used: ${why}.`;
  return failure({ code: `own/${code}`, what, next, details, cause });
}
