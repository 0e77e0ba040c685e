// The repository of the rehearsal in real git: this checkout as it stands, and on top of it the commits of the GitHub double.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { failure } from '../../define/failure.ts';
import type { Commit } from '../github/state.ts';

export interface Sources {
  /** The repository that commits are fetched from. */
  readonly path: string;
  /** @returns the real commit with the files of the double's */
  commitOf(commit: Pick<Commit, 'sha' | 'files' | 'message'>): Promise<string>;
}

/** Who wrote what is of no interest here; only the trees are. */
const identity = {
  GIT_AUTHOR_NAME: 'rehearsal',
  GIT_AUTHOR_EMAIL: 'rehearsal@example.org',
  GIT_COMMITTER_NAME: 'rehearsal',
  GIT_COMMITTER_EMAIL: 'rehearsal@example.org',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
};

/** @param checkout of this repository; what is ignored there stays behind, what is not committed comes along */
export async function openSources(checkout: string, folder: string, env: NodeJS.ProcessEnv): Promise<Sources> {
  const run = (args: readonly string[], more: { readonly input?: string; readonly index?: string } = {}) =>
    git(folder, args, { ...env, ...identity, ...(more.index && { GIT_INDEX_FILE: join(folder, more.index) }) }, more.input);
  await copyCheckout(checkout, folder, env);
  await run(['init', '--quiet', '--initial-branch=main']);
  await run(['add', '--all', '--force']);
  await run(['commit', '--quiet', '--message', 'The checkout']);
  const base = await run(['rev-parse', 'HEAD']);
  const known = new Map<string, Promise<string>>();

  const make = async ({ sha, files, message }: Pick<Commit, 'sha' | 'files' | 'message'>): Promise<string> => {
    const index = `.git/index-${sha}`;
    await run(['read-tree', base], { index });
    for (const [path, content] of files) {
      const blob = await run(['hash-object', '-w', '--stdin'], { input: content });
      await run(['update-index', '--add', '--cacheinfo', `100644,${blob},${path}`], { index });
    }
    const tree = await run(['write-tree'], { index });
    return run(['commit-tree', tree, '-p', base, '-m', message]);
  };
  return {
    path: folder,
    commitOf: (commit) => {
      const made = known.get(commit.sha) ?? make(commit);
      known.set(commit.sha, made);
      return made;
    },
  };
}

async function copyCheckout(checkout: string, folder: string, env: NodeJS.ProcessEnv): Promise<void> {
  const listed = await git(checkout, ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], env);
  for (const path of listed.split('\0').filter(Boolean)) {
    const target = join(folder, path);
    await mkdir(dirname(target), { recursive: true });
    // A file that was removed and not yet committed is listed, and not there.
    await cp(join(checkout, path), target).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    });
  }
}

async function git(folder: string, args: readonly string[], env: NodeJS.ProcessEnv, input = ''): Promise<string> {
  await mkdir(folder, { recursive: true });
  const child = spawn('git', ['-C', folder, ...args], { env, stdio: ['pipe', 'pipe', 'pipe'] });
  // A command that reads nothing may be gone before it is written to.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const [out, errors, [exitCode]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  if (exitCode === 0) return out.replace(/\n$/, '');
  throw failure({
    code: 'rehearsal/git',
    what: `git ${args[0]} failed in the rehearsal's repository: ${errors.trim()}`,
    next: 'Rehearse in a git checkout of this repository, with git 2.28 or newer on the PATH.',
  });
}
