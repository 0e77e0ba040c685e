// Runs a committed bundle in a process of its own, as the runner of GitHub Actions does.
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { parse } from 'yaml';
import { contracts } from '../../../src/actions/contracts.ts';
import type { GitHubDouble } from '../../../src/rehearsal/github/double.ts';
import type { Webhook } from '../../../src/rehearsal/github/webhooks.ts';
import { tokenPermissions } from '../../../src/rehearsal/pull-requests/bridge.ts';
import { parsePairs } from '../../../src/rehearsal/workflows/rules/command-files.ts';
import { parseCommand } from '../../../src/rehearsal/workflows/rules/commands.ts';
import { inputEnvironment } from '../../../src/rehearsal/workflows/rules/contexts.ts';

export type ActionName = (typeof contracts)[number]['name'];

export interface Step {
  readonly action: ActionName;
  readonly github: GitHubDouble;
  readonly event: Webhook;
  /** The job's folder: `workspace` is in it, and what the runner makes comes beside that. */
  readonly job: string;
  /** Of `with`. */
  readonly inputs: Readonly<Record<string, string>>;
  /** What the job has beside what the runner gives it. */
  readonly env: Readonly<Record<string, string>>;
  /** Taken away from what the contract asks for. */
  readonly withoutPermission?: string | undefined;
  /** The job is cancelled as soon as the log says this. */
  readonly cancelledAt?: string | undefined;
}

export interface Ended {
  readonly exitCode: number | null;
  /** Standard output and standard error: what the page of the run shows. */
  readonly log: string;
  /** As GitHub shows them on that page. */
  readonly errors: readonly string[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  /** The job's own; it is worth nothing any more. */
  readonly token: string;
}

export async function runStep(step: Step): Promise<Ended> {
  const { main, inputs } = readAction(step.action);
  const token = issueToken(step);
  const files = commandFiles(step.job);
  const event = join(step.job, 'event.json');
  writeFileSync(event, step.event.body);
  const child = spawn(process.execPath, [main], {
    cwd: join(step.job, 'workspace'),
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...step.env,
      ...inputEnvironment(given(inputs, step.inputs, token)),
      ...files,
      ...runnerEnvironment(step),
      GITHUB_EVENT_PATH: event,
    },
  });
  if (step.cancelledAt !== undefined) cancelAt(child, step.cancelledAt);
  const [stdout, stderr, [exitCode]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
  step.github.revokeToken(token);
  const commands = stdout.split('\n').flatMap((line) => parseCommand(line) ?? []);
  return {
    exitCode,
    log: stdout + stderr,
    errors: commands.filter(({ name }) => name === 'error').map(({ data }) => data),
    outputs: Object.fromEntries(parsePairs(readFileSync(files.GITHUB_OUTPUT, 'utf8'))),
    summary: readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8'),
    token,
  };
}

/** https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-cancellation */
function cancelAt(child: ChildProcessByStdio<null, Readable, Readable>, words: string): void {
  let seen = '';
  child.stdout.on('data', (chunk: Buffer) => {
    const isSeen = seen.includes(words);
    seen += chunk.toString();
    if (!isSeen && seen.includes(words)) child.kill('SIGINT');
  });
}

interface ActionFile {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly runs: { readonly main: string };
}

/** The bundle and the defaults are those that action.yml names. */
function readAction(name: ActionName): { readonly main: string; readonly inputs: ActionFile['inputs'] } {
  const folder = resolve('actions', name);
  const { inputs, runs }: ActionFile = parse(readFileSync(join(folder, 'action.yml'), 'utf8'));
  return { main: join(folder, runs.main), inputs };
}

function given(inputs: ActionFile['inputs'], values: Step['inputs'], token: string): Readonly<Record<string, string>> {
  const unknown = Object.keys(values).filter((name) => !(name in inputs));
  if (unknown.length > 0) throw new Error(`The action has no input ${unknown.join(', ')}.`);
  return Object.fromEntries(
    Object.entries(inputs).map(([name, input]) => {
      const value = values[name] ?? input.default ?? '';
      return [name, value.replace('${{ github.token }}', token)];
    }),
  );
}

function issueToken({ action, github, withoutPermission }: Step): string {
  const definition = contracts.find(({ name }) => name === action);
  const granted = Object.entries(definition?.permissions ?? {}).filter(([scope]) => scope !== withoutPermission);
  return github.issueToken({ kind: 'job', permissions: tokenPermissions(Object.fromEntries(granted)) });
}

function commandFiles(job: string) {
  const file = (name: string): string => {
    const path = join(job, name);
    writeFileSync(path, '');
    return path;
  };
  return {
    GITHUB_ENV: file('env'),
    GITHUB_OUTPUT: file('output'),
    GITHUB_PATH: file('path'),
    GITHUB_STATE: file('state'),
    GITHUB_STEP_SUMMARY: file('summary'),
  };
}

/** https://docs.github.com/en/actions/reference/workflows-and-actions/variables#default-environment-variables */
function runnerEnvironment({ action, github, event, job }: Step) {
  const { owner, name } = github.state.repository;
  const temporary = join(job, 'temp');
  mkdirSync(temporary);
  return {
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_API_URL: github.url,
    GITHUB_EVENT_NAME: event.event,
    GITHUB_JOB: action,
    GITHUB_REPOSITORY: `${owner.login}/${name}`,
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_RUN_ID: '4711',
    GITHUB_SERVER_URL: github.serverUrl,
    GITHUB_WORKSPACE: join(job, 'workspace'),
    RUNNER_TEMP: temporary,
  };
}
