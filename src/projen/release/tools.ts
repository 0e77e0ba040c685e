// Runs the programs that a release needs: git, npm and gh, each without a shell.
import { spawnSync } from 'node:child_process';

export interface Tools {
  /** @returns what it prints. @throws an error with its words when it fails */
  ask(program: string, ...args: readonly string[]): string;
  /** @returns nothing when it fails */
  ifAny(program: string, ...args: readonly string[]): string | undefined;
  /** What it prints is shown as it comes. @throws when it fails */
  perform(program: string, ...args: readonly string[]): void;
}

const mostBytes = 64 * 1024 * 1024;

export function openTools(folder: string, env: NodeJS.ProcessEnv): Tools {
  const run = (program: string, args: readonly string[]) =>
    spawnSync(program, args, { cwd: folder, env, encoding: 'utf8', maxBuffer: mostBytes });
  return {
    ask: (program, ...args) => {
      const { status, stdout, stderr, error } = run(program, args);
      if (status === 0) return stdout.trim();
      throw new Error(`${program} ${args.join(' ')}: ${error?.message ?? stderr.trim()}`);
    },
    ifAny: (program, ...args) => {
      const { status, stdout } = run(program, args);
      return status === 0 ? stdout.trim() : undefined;
    },
    perform: (program, ...args) => {
      const { status, error } = spawnSync(program, args, { cwd: folder, env, stdio: ['ignore', 'inherit', 'inherit'] });
      if (status !== 0)
        throw new Error(`${program} ${args.join(' ')} failed${error ? `: ${error.message}` : ` with exit code ${status}`}`);
    },
  };
}
