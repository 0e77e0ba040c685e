// Chromium as this machine has it.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome'];

/** @returns the path of the first that is there */
export function findChromium(searchPath = process.env.PATH ?? ''): string | undefined {
  return names
    .flatMap((name) => searchPath.split(delimiter).map((folder) => join(folder, name)))
    .find((file) => existsSync(file));
}
