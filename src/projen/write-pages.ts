// Writes a folder of generated pages: each that there is, and none that is there no more.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** @param pages by file name; only other files that are Markdown, too, are removed */
export function writePages(folder: string, pages: Readonly<Record<string, string>>): void {
  mkdirSync(folder, { recursive: true });
  const stale = readdirSync(folder).filter((name) => name.endsWith('.md') && !Object.hasOwn(pages, name));
  for (const name of stale) rmSync(join(folder, name));
  for (const [name, content] of Object.entries(pages)) writeFileSync(join(folder, name), content);
}
