// Puts a script in Terraform's place that writes down how long each command takes.
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface TimedTerraform {
  /** For OPSDECK_TERRAFORM. */
  readonly path: string;
  /** @returns what ran since the last time */
  take(): Promise<readonly TimedCommand[]>;
}

export interface TimedCommand {
  readonly command: string;
  readonly seconds: number;
}

/** @param terraform absolute path of the real one */
export async function timeTerraform(terraform: string, folder: string): Promise<TimedTerraform> {
  const path = join(folder, 'timed-terraform');
  const log = join(folder, 'timed-terraform.log');
  await writeFile(log, '');
  await writeFile(path, script(terraform, log), { mode: 0o755 });
  return {
    path,
    take: async () => {
      const lines = (await readFile(log, 'utf8')).split('\n').filter(Boolean);
      await writeFile(log, '');
      return lines.map((line) => {
        const [command = '', seconds] = line.split(' ');
        return { command, seconds: Number(seconds) };
      });
    },
  };
}

/** `time` writes where the shell's own errors go, not Terraform's. */
function script(terraform: string, log: string): string {
  return `#!/bin/bash
LC_ALL=C TIMEFORMAT=%R
printf '%s ' "$1" >> '${log}'
{ time '${terraform}' "$@" 2>&3; } 3>&2 2>> '${log}'
`;
}
