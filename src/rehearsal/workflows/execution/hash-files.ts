// The expression function hashFiles(): one hash over the hashes of all files that match.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { findFiles } from './globs.ts';

/** SHA-256 as hexadecimal text; empty when no file matches, as at GitHub. */
export function hashFiles(workspace: string, patterns: readonly string[]): string {
  const files = findFiles({ folder: workspace, patterns, includeHidden: true }).filter((file) =>
    file.startsWith(`${workspace}/`),
  );
  if (files.length === 0) return '';
  const all = createHash('sha256');
  for (const file of files) all.update(createHash('sha256').update(readFileSync(file)).digest());
  return all.digest('hex');
}
