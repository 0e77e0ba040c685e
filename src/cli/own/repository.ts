// The repository that a command runs in, from any of its folders.
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** @returns the nearest folder that has such a file; none beyond the clone, where files are somebody else's */
export function folderWith(file: string, folder: string): string | undefined {
  if (existsSync(join(folder, file))) return folder;
  const parent = dirname(folder);
  return parent === folder || existsSync(join(folder, '.git')) ? undefined : folderWith(file, parent);
}
