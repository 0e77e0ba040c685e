// Reads a file that need not be there.
import { readFile } from 'node:fs/promises';

/** @returns nothing where there is no such file; everything else that keeps it from being read is an error. */
export async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
