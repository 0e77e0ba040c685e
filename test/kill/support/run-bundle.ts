// Runs the committed bundle of an action as a runner does.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { ActionContract } from '../../../src/define/contract.ts';
import type { GitHubDouble } from '../../../src/rehearsal/github/double.ts';
import type { Webhook } from '../../../src/rehearsal/github/webhooks.ts';
import { tokenPermissions, workflowEventOf } from '../../../src/rehearsal/pull-requests/bridge.ts';
import { parsePairs } from '../../../src/rehearsal/workflows/rules/command-files.ts';
import {
  githubContext,
  inputEnvironment,
  runnerContext,
  stepEnvironment,
} from '../../../src/rehearsal/workflows/rules/contexts.ts';

type Texts = Readonly<Record<string, string>>;

export interface BundleJob {
  /** The action that runs, as its only step. */
  readonly contract: ActionContract;
  /** The event that starts the workflow. */
  readonly webhook: Webhook;
  readonly workflow: string;
  readonly job: string;
  /** The `with` of the step; what it leaves out gets the action's defaults. */
  readonly inputs: Texts;
  /** What an earlier job has synthesized: it is downloaded first. */
  readonly artifact?: string;
  /** Told each line of its log as it comes. */
  readonly onLine?: (line: string, pid: number) => void;
  /** On top of the machine's environment. */
  readonly environment?: Texts;
  /** Whether the runner outlives its step, and so plays what the action does after the job. */
  readonly playsPost?: boolean;
}

export interface BundleEnd {
  readonly kind: 'ended' | 'killed';
  readonly exitCode: number | undefined;
  readonly outputs: Texts;
  /** With those of what came after the job. */
  readonly lines: readonly string[];
  readonly seconds: number;
}

export interface Machine {
  readonly github: GitHubDouble;
  /** Of every step: leads to the emulator, with the credentials of a role. */
  readonly environment: NodeJS.ProcessEnv;
  readonly temporaryFolder: string;
}

/** Whatever comes of it, GitHub is told that the run has ended. */
export async function runBundle(machine: Machine, request: BundleJob): Promise<BundleEnd> {
  const { github, temporaryFolder } = machine;
  const { contract, artifact, onLine } = request;
  const folder = await mkdtemp(join(temporaryFolder, 'job-'));
  if (artifact) await cp(artifact, join(folder, defaultOf(contract, 'directory')), { recursive: true });
  const run = startRun(github, request);
  const token = github.issueToken({ kind: 'job', permissions: tokenPermissions(contract.permissions) });
  try {
    const env = await environmentOf(machine, request, { folder, token, ...run });
    const startedAtMs = performance.now();
    const end = await perform({ bundle: contract.name, env, folder, onLine });
    const post = request.playsPost ? await perform({ bundle: `${contract.name}-post`, env, folder, onLine }) : { lines: [] };
    const seconds = (performance.now() - startedAtMs) / 1000;
    const outputs = Object.fromEntries(parsePairs(await readFile(env.GITHUB_OUTPUT ?? '', 'utf8')));
    return { ...end, lines: [...end.lines, ...post.lines], outputs, seconds };
  } finally {
    github.runs.finish(run.id, 'failure');
    github.revokeToken(token);
    await rm(folder, { recursive: true, force: true });
  }
}

function startRun(github: GitHubDouble, { webhook, workflow }: BundleJob) {
  const event = workflowEventOf(webhook, github, '.github/workflows');
  if (!event) throw new Error(`the event ${webhook.event} starts no workflow`);
  const { name, actor, sha, ref } = event;
  const file = `${workflow}.yml`;
  const workflowPath = `.github/workflows/${file}`;
  const id = github.runs.start({ by: actor, name: workflow, workflowPath, event: name, headSha: sha, headBranch: ref });
  return { id, event, identity: { id, number: 1, attempt: 1, workflow, file, title: '', event: name, actor, sha, ref } };
}

type Started = ReturnType<typeof startRun> & { readonly folder: string; readonly token: string };

async function environmentOf({ github, environment }: Machine, request: BundleJob, started: Started): Promise<Texts> {
  const { folder, token, event, identity } = started;
  const { owner, name, id } = github.state.repository;
  const repository = { owner: owner.login, name, id, ownerId: owner.id };
  const facts = { repository, serverUrl: github.serverUrl, apiUrl: github.url, run: identity, event };
  const eventFile = join(folder, 'event.json');
  const temp = join(folder, 'temp');
  await mkdir(temp);
  await writeFile(eventFile, request.webhook.body);
  return stepEnvironment({
    base: { ...environment, ...request.environment },
    env: {},
    github: { ...githubContext(facts), event_path: eventFile, job: request.job, workspace: folder },
    runner: runnerContext(temp, folder),
    paths: [],
    own: { ...inputEnvironment(allInputs(request, token)), ...(await makeFiles(folder)) },
  });
}

function allInputs({ contract, inputs }: BundleJob, token: string): Texts {
  const defaults = Object.keys(contract.inputs).map((name) => [name, defaultOf(contract, name)]);
  return { ...Object.fromEntries(defaults), 'github-token': token, ...inputs };
}

function defaultOf({ inputs }: ActionContract, name: string): string {
  return String(inputs[name]?.default ?? '');
}

async function makeFiles(folder: string): Promise<Texts> {
  const names = ['GITHUB_ENV', 'GITHUB_OUTPUT', 'GITHUB_PATH', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY'];
  const files = names.map((name) => [name, join(folder, name.toLowerCase())] as const);
  await Promise.all(files.map(([, file]) => writeFile(file, '')));
  return Object.fromEntries(files);
}

interface Step {
  readonly bundle: string;
  readonly env: Texts;
  readonly folder: string;
  readonly onLine: BundleJob['onLine'];
}

async function perform({ bundle, env, folder, onLine }: Step) {
  const file = resolve('dist', `${bundle}.js`);
  const child = spawn(process.execPath, [file], { cwd: folder, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line);
      onLine?.(line, child.pid ?? 0);
    });
  }
  // Whoever ends the tests does not mean to leave this behind.
  const endWithUs = (): void => void child.kill('SIGTERM');
  process.once('exit', endWithUs);
  const [exitCode, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  process.off('exit', endWithUs);
  return { kind: signal === 'SIGKILL' ? ('killed' as const) : ('ended' as const), exitCode: exitCode ?? undefined, lines };
}
