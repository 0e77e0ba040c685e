// Stands in for actions/checkout: a real git checkout, from a repository of this machine.
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { runTool } from '../../emulator/run-tool.ts';
import { unsupported } from '../language/unsupported.ts';
import type { StandIn, StandInStep } from '../options.ts';
import { isTrue } from './inputs.ts';

export interface CheckoutSource {
  /** A repository of this machine. */
  readonly path: string;
  readonly commit: string;
}

export interface CheckoutRequest {
  readonly repository: string;
  /** As the workflow says it; empty when it says nothing: then the event's own ref and commit are meant. */
  readonly ref: string;
  readonly defaults: { readonly ref: string; readonly sha: string };
  readonly token: string;
}

export interface CheckoutOptions {
  /** Finds what GitHub would give. An error that it throws fails the step. */
  readonly sourceOf: (request: CheckoutRequest) => Promise<CheckoutSource>;
}

const secondsToFetch = 120;

export function checkout({ sourceOf }: CheckoutOptions): StandIn {
  return {
    about: 'checks the commit out of a repository of this machine',
    inputs: {
      repository: '',
      ref: '',
      token: '',
      path: '.',
      'persist-credentials': 'true',
      'fetch-depth': '1',
      'fetch-tags': 'false',
      clean: 'true',
      submodules: 'false',
      lfs: 'false',
      'show-progress': 'true',
    },
    main: (step) => checkOut(step, sourceOf),
    post: forgetCredentials,
  };
}

/** What has no meaning here unless it stays as it is. */
const fixed = { clean: 'true', submodules: 'false', lfs: 'false' } as const;

async function checkOut(step: StandInStep, sourceOf: CheckoutOptions['sourceOf']): Promise<void> {
  const { inputs, env } = step;
  for (const [name, value] of Object.entries(fixed)) {
    if (inputs[name] !== value) throw unsupported(`the stand-in for ${step.uses}`, `${name}: ${inputs[name]}`);
  }
  const folder = targetFolder(step);
  const repository = inputs.repository || (env.GITHUB_REPOSITORY ?? '');
  const defaults = { ref: env.GITHUB_REF ?? '', sha: env.GITHUB_SHA ?? '' };
  const ref = inputs.ref ?? '';
  const source = await sourceOf({ repository, ref, defaults, token: inputs.token || step.token });
  await emptyFolder(folder);
  await git(step, folder, ['init', '--quiet']);
  await git(step, folder, ['remote', 'add', 'origin', `${env.GITHUB_SERVER_URL}/${repository}`]);
  await fetchCommit(step, folder, source);
  await switchTo(step, folder, ref || (inputs.repository ? '' : defaults.ref), source.commit);
  if (isTrue(inputs['persist-credentials'])) await persistCredentials(step, folder);
  step.log(`HEAD is now at ${source.commit}`);
  step.setOutput('ref', ref || defaults.ref);
  step.setOutput('commit', source.commit);
}

/** @throws an Error for a path outside of the workspace, as the action itself does */
function targetFolder({ inputs, env }: StandInStep): string {
  const workspace = env.GITHUB_WORKSPACE ?? '';
  const folder = resolve(workspace, inputs.path ?? '.');
  if (relative(workspace, folder).startsWith('..')) {
    throw new Error(`Repository path '${folder}' is not under '${workspace}'`);
  }
  return folder;
}

async function emptyFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const entry of await readdir(folder)) await rm(join(folder, entry), { recursive: true, force: true });
}

async function fetchCommit(step: StandInStep, folder: string, { path, commit }: CheckoutSource): Promise<void> {
  const depth = Number(step.inputs['fetch-depth']);
  if (!Number.isInteger(depth) || depth < 0) throw new Error(`fetch-depth is no number: ${step.inputs['fetch-depth']}`);
  // The repository of this machine must give any commit, as GitHub does.
  const uploadPack = '--upload-pack=git -c uploadpack.allowAnySHA1InWant=true upload-pack';
  const all = depth === 0 ? ['+refs/heads/*:refs/remotes/origin/*'] : [];
  const tags = depth === 0 || isTrue(step.inputs['fetch-tags']) ? '--tags' : '--no-tags';
  const limit = depth === 0 ? [] : [`--depth=${depth}`];
  await git(step, folder, ['fetch', '--quiet', tags, ...limit, uploadPack, `file://${path}`, commit, ...all]);
}

/** A branch is checked out as one; anything else leaves the head detached. */
async function switchTo(step: StandInStep, folder: string, ref: string, commit: string): Promise<void> {
  const branch = /^refs\/heads\/(.+)$/.exec(ref)?.[1];
  const head = branch === undefined ? ['--detach', commit] : ['-B', branch, commit];
  await git(step, folder, ['-c', 'advice.detachedHead=false', 'checkout', '--quiet', '--force', ...head]);
}

async function persistCredentials(step: StandInStep, folder: string): Promise<void> {
  const basic = Buffer.from(`x-access-token:${step.inputs.token || step.token}`).toString('base64');
  step.addMask(basic);
  await git(step, folder, ['config', '--local', headerKey(step), `AUTHORIZATION: basic ${basic}`]);
  step.state.set('folder', folder);
}

async function forgetCredentials(step: StandInStep): Promise<void> {
  const folder = step.state.get('folder');
  if (folder !== undefined) await git(step, folder, ['config', '--local', '--unset-all', headerKey(step)]);
}

function headerKey({ env }: StandInStep): string {
  return `http.${env.GITHUB_SERVER_URL}/.extraheader`;
}

/** Nobody's own settings of git take part. */
async function git({ env, signal }: StandInStep, folder: string, args: readonly string[]): Promise<void> {
  const own = { ...env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', GIT_TERMINAL_PROMPT: '0' };
  const run = { env: own, timeoutSeconds: secondsToFetch, signal };
  const { ok, lines } = await runTool('git', ['-C', folder, ...args], run);
  if (!ok) throw new Error(`git ${args.find((word) => !word.startsWith('-'))} failed: ${lines.join('\n')}`);
}
