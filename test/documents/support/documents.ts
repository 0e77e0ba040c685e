// Every document of the project that people read.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Document {
  readonly path: string;
  readonly text: string;
}

const folders = ['docs', 'actions', 'src'];

/** Of the root and of the folders above, generated or not. */
export const documents: readonly Document[] = [
  ...readdirSync('.').filter(isMarkdown),
  ...folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(isMarkdown)
      .map((name) => join(folder, name)),
  ),
].map((path) => ({ path, text: readFileSync(path, 'utf8') }));

function isMarkdown(name: string): boolean {
  return name.endsWith('.md');
}
