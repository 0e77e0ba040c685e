// Starts the AWS emulator (moto with its gaps filled) as a child of this process, and ends it with this process.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Failure, failure, isFailure } from '../../define/failure.ts';
import { defaultRegion, type Environment, emulatorVariables } from './environment.ts';
import { type Resource, readInventory } from './inventory.ts';
import { findFreePort, getJson, isFree, processAt } from './local-http.ts';

export interface EmulatorOptions {
  /** A Python that has moto: see `findMoto`. */
  readonly python: string;
  /** On 127.0.0.1; a free one when left out. */
  readonly port?: number;
  /** What the child needs beside the emulator's own settings; nothing is inherited. */
  readonly env?: Environment;
  readonly region?: string;
  /** Gets everything that moto prints: each request, and the trace of each one that it could not answer. */
  readonly logFile: string;
  /** Aborting ends the emulator, also while it starts. */
  readonly signal?: AbortSignal;
}

export interface Emulator {
  readonly url: string;
  readonly port: number;
  readonly pid: number;
  /** What makes Terraform, the AWS CLI and the SDKs talk to it: see `pointAtEmulator`. */
  readonly environment: Readonly<Record<string, string>>;
  stop(): Promise<void>;
  /** Resolves when it has ended, asked or not. */
  readonly exited: Promise<ExitInfo>;
  /** What was made in it and is still there; what AWS itself provides (a default VPC) does not count. */
  inventory(): Promise<readonly Resource[]>;
}

export interface ExitInfo {
  readonly exitCode: number | undefined;
  readonly killedBy: NodeJS.Signals | undefined;
  /** By `stop()` or the signal; otherwise it died. */
  readonly asked: boolean;
  /** The last lines of the log. */
  readonly logTail: readonly string[];
}

const serverScript = fileURLToPath(new URL('./gaps/server.py', import.meta.url));

/** Importing moto takes 1 to 3 seconds, on a busy machine many more. */
const startDeadlineSeconds = 60;
const pollMilliseconds = 50;
const stopGraceSeconds = 5;
/** Another process may take the free port before the emulator does. */
const attempts = 3;

const settings = {
  // Attaching an AWS managed policy fails otherwise.
  MOTO_IAM_LOAD_MANAGED_POLICIES: 'true',
  // A certificate is issued at the first look: the listener that uses it does not have to wait.
  MOTO_ACM_VALIDATION_WAIT: '0',
  PYTHONUNBUFFERED: '1',
};

/** @throws `emulator/port-taken`, `emulator/died`, `emulator/slow`, `emulator/not-runnable` */
export async function startEmulator(options: EmulatorOptions): Promise<Emulator> {
  options.signal?.throwIfAborted();
  await mkdir(dirname(options.logFile), { recursive: true });
  const { port } = options;
  if (port !== undefined) {
    if (!(await isFree(port))) throw portTaken(port);
    return startAt(port, options);
  }
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await startAt(await findFreePort(), options);
    } catch (error) {
      if (attempt === attempts || !isFailure(error) || error.code !== 'emulator/port-taken') throw error;
    }
  }
}

async function startAt(port: number, options: EmulatorOptions): Promise<Emulator> {
  const log = await open(options.logFile, 'w');
  const child = spawnServer(port, options, log.fd);
  const { pid } = child;
  let asked = false;
  const exited = ending(child, options.logFile, () => asked);
  await log.close();
  if (pid === undefined) throw notRunnable(options.python, await exited);
  const stop = async (): Promise<void> => {
    asked = true;
    child.kill('SIGTERM');
    const late = setTimeout(() => killGroup(pid), stopGraceSeconds * 1000);
    await exited;
    clearTimeout(late);
  };
  options.signal?.addEventListener('abort', stop, { once: true });
  void exited.then(() => options.signal?.removeEventListener('abort', stop));
  const url = `http://127.0.0.1:${port}`;
  try {
    await waitUntilReady({ url, pid, exited, signal: options.signal });
  } catch (error) {
    await stop();
    throw error;
  }
  const environment = emulatorVariables(url, options.region ?? defaultRegion);
  const inventory = async (): Promise<readonly Resource[]> => readInventory(await getJson(`${url}/moto-api/inventory`));
  return { url, port, pid, environment, stop, exited, inventory };
}

function spawnServer(port: number, { python, env }: EmulatorOptions, log: number): ChildProcess {
  const args = [serverScript, '--host', '127.0.0.1', '--port', String(port), '--parent-pid', String(process.pid)];
  // A group of its own: Ctrl-C must not end it before Terraform, which is still talking to it.
  return spawn(python, args, { env: { ...env, ...settings }, detached: true, stdio: ['ignore', log, log] });
}

function ending(child: ChildProcess, logFile: string, asked: () => boolean): Promise<ExitInfo> {
  // Enough when this process ends by itself; the child watches us for the cases when we cannot (SIGKILL).
  const killWithUs = (): void => killGroup(child.pid);
  process.once('exit', killWithUs);
  return new Promise((resolve) => {
    const end = async (exitCode: number | null, killedBy: NodeJS.Signals | null): Promise<void> => {
      process.off('exit', killWithUs);
      const log = await readFile(logFile, 'utf8').catch(() => '');
      const logTail = log.trimEnd().split('\n').slice(-20);
      resolve({ exitCode: exitCode ?? undefined, killedBy: killedBy ?? undefined, asked: asked(), logTail });
    };
    child.once('error', () => end(null, null));
    child.once('exit', end);
  });
}

interface Start {
  readonly url: string;
  readonly pid: number;
  readonly exited: Promise<ExitInfo>;
  readonly signal: AbortSignal | undefined;
}

async function waitUntilReady({ url, pid, exited, signal }: Start): Promise<void> {
  let exit: ExitInfo | undefined;
  void exited.then((info) => {
    exit = info;
  });
  const deadline = Date.now() + startDeadlineSeconds * 1000;
  // Another process may have taken the port, even another emulator: then ours is about to end.
  while ((await processAt(`${url}/moto-api/inventory`)) !== pid) {
    signal?.throwIfAborted();
    if (exit !== undefined) throw died(url, exit);
    if (Date.now() > deadline) throw slow(url);
    await sleep(pollMilliseconds);
  }
  signal?.throwIfAborted();
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended: what we wanted.
  }
}

function portTaken(port: number): Failure {
  return failure({
    code: 'emulator/port-taken',
    what: `The AWS emulator cannot listen on 127.0.0.1:${port}: another process does.`,
    next: 'Choose another port, or none at all to get a free one.',
  });
}

function died(url: string, { logTail, exitCode, killedBy }: ExitInfo): Failure {
  if (logTail.some((line) => line.includes('Address already in use'))) return portTaken(Number(new URL(url).port));
  return failure({
    code: 'emulator/died',
    what: `The AWS emulator ended while it was starting (${killedBy ?? `exit code ${exitCode}`}).`,
    next: 'Read the end of its log below.',
    details: logTail,
  });
}

function slow(url: string): Failure {
  return failure({
    code: 'emulator/slow',
    what: `The AWS emulator did not answer at ${url} within ${startDeadlineSeconds} seconds.`,
    next: 'Try again when the machine is less busy.',
  });
}

function notRunnable(python: string, { logTail }: ExitInfo): Failure {
  return failure({
    code: 'emulator/not-runnable',
    what: `${python} could not be started.`,
    next: 'Check that it is a Python for this machine.',
    details: logTail,
  });
}
