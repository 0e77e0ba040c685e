// Every runbook that there is a file of, whether or not the list of them has been written again.
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { definitionIndexes } from '../../src/projen/definition-indexes.ts';
import type { Runbook } from '../../src/runbooks/asking.ts';

export const runbooksFolder = resolve('src/runbooks');

const besides = definitionIndexes.find(({ name }) => name === 'runbooks')?.besides ?? [];
const noRunbooks = ['index.ts', ...besides];

export function runbookFiles(folder = runbooksFolder): readonly string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && !noRunbooks.includes(file))
    .sort();
}

export async function loadRunbooks(folder = runbooksFolder): Promise<readonly Runbook[]> {
  const found: Runbook[] = [];
  // One after the other: jest loads a module that two ask for at once only half.
  for (const file of runbookFiles(folder)) {
    const module: Readonly<Record<string, Runbook>> = await import(pathToFileURL(join(folder, file)).href);
    found.push(...Object.values(module));
  }
  return found;
}
