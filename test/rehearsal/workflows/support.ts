// What the tests of this folder share: a runner with a folder of its own, workflows as text, and a look at what happened.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach } from '@jest/globals';
import type { Clock, RunnerOptions, StandIn } from '../../../src/rehearsal/workflows/options.ts';
import type { RunEvent, WorkflowRun } from '../../../src/rehearsal/workflows/records.ts';
import type { Permissions } from '../../../src/rehearsal/workflows/rules/permissions.ts';
import { openRunner, type Runner } from '../../../src/rehearsal/workflows/runner.ts';
import type { WorkflowEvent } from '../../../src/rehearsal/workflows/triggers/event.ts';
import { livingInGroup } from '../../adapters/terraform/support.ts';

const made: string[] = [];
const opened: Runner[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((runner) => runner.close()));
});
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'opsdeck-workflows-'));
  made.push(folder);
  return folder;
}

export function writeFiles(folder: string, files: Readonly<Record<string, string>>): string {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** Time that passes at once, and only when somebody waits for at most so long, and for no less than that. */
export function impatientClock(longestMs: number, leastMs = 0): Clock {
  const isShort = (milliseconds: number): boolean => leastMs <= milliseconds && milliseconds <= longestMs;
  return {
    nowMs: () => 1_700_000_000_000,
    wait: (milliseconds, signal) => realWait(isShort(milliseconds) ? 30 : milliseconds, signal),
  };
}

export const realClock: Clock = { nowMs: Date.now, wait: realWait };

async function realWait(milliseconds: number, signal: AbortSignal): Promise<void> {
  // Whoever aborts does not want to wait any longer: that is no error.
  await sleep(Math.min(milliseconds, 2 ** 31 - 1), undefined, { signal }).catch(() => undefined);
}

/** Puts files where a checkout would, for workflows that need them. */
export function placeFiles(files: Readonly<Record<string, string>>): StandIn {
  return {
    about: 'puts the test’s files into the workspace',
    inputs: {},
    main: async ({ env }) => void writeFiles(env.GITHUB_WORKSPACE ?? '', files),
  };
}

export interface Stage {
  readonly runner: Runner;
  readonly events: RunEvent[];
  readonly tokens: { readonly job: string; readonly permissions: Permissions }[];
  readonly revoked: string[];
  dispatch(event?: Partial<WorkflowEvent>): Promise<readonly WorkflowRun[]>;
  /** Dispatches, and gives the only run. */
  play(event?: Partial<WorkflowEvent>): Promise<WorkflowRun>;
  /** What steps printed, without the runner's own lines; of one job when named. */
  lines(job?: string): readonly string[];
  /** Resolves when such a line is printed. */
  printed(text: string): Promise<void>;
}

export function openStage(files: Readonly<Record<string, string>> | string, options: Partial<RunnerOptions> = {}): Stage {
  const folder = temporaryFolder();
  const workflowsFolder = writeFiles(join(folder, 'workflows'), typeof files === 'string' ? { 'test.yml': files } : files);
  const events: RunEvent[] = [];
  const tokens: Stage['tokens'] = [];
  const revoked: string[] = [];
  const { PATH, HOME } = process.env;
  let ids = 0;
  const randomId = (): string => {
    ids += 1;
    return `random-id-${ids}`;
  };
  const runner = openRunner({
    temporaryFolder: join(folder, 'runner'),
    repository: { owner: 'acme', name: 'shop', id: 11, ownerId: 22 },
    serverUrl: 'http://github.test',
    apiUrl: 'http://api.github.test',
    tokenFor: (permissions, { key }) => {
      tokens.push({ job: key, permissions });
      return `ghs_token_of_${key}`;
    },
    revoke: (token) => void revoked.push(token),
    standIns: {},
    onEvent: (event) => void events.push(event),
    environment: { PATH, HOME },
    clock: realClock,
    randomId,
    signal: new AbortController().signal,
    ...options,
  });
  opened.push(runner);
  const dispatch: Stage['dispatch'] = (event = {}) =>
    runner.dispatch({
      name: 'push',
      payload: {},
      workflowsFolder,
      actor: 'ada',
      sha: 'a'.repeat(40),
      ref: 'refs/heads/main',
      ...event,
    });
  return {
    runner,
    events,
    tokens,
    revoked,
    dispatch,
    play: async (event) => {
      const runs = await dispatch(event);
      if (runs.length !== 1) throw new Error(`expected one run, got ${runs.length}`);
      return runs[0] as WorkflowRun;
    },
    lines: (job) => printedLines(events, job),
    printed: async (text) => {
      for (let tries = 0; !printedLines(events).some((line) => line.includes(text)); tries += 1) {
        if (tries > 1000) throw new Error(`"${text}" was not printed, but:\n${printedLines(events).join('\n')}`);
        await sleep(10);
      }
    },
  };
}

/** Without what announces a step: its script between `##[group]` and `##[endgroup]`. */
function printedLines(events: readonly RunEvent[], job?: string): readonly string[] {
  let announcing = false;
  return events.flatMap((event) => {
    if (event.kind !== 'line' || (job !== undefined && event.job.key !== job)) return [];
    if (event.text.startsWith('##[group]Run ')) announcing = true;
    const shown = !announcing && !event.text.startsWith('##[');
    if (event.text === '##[endgroup]') announcing = false;
    return shown ? [event.text] : [];
  });
}

/** A process that was killed takes a moment to be gone. */
export async function nobodyLivesIn(group: number): Promise<boolean> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (livingInGroup(group).length === 0) return true;
    await sleep(10);
  }
  return false;
}

/** `{ job: conclusion }`, as GitHub shows it. */
export function conclusions(run: WorkflowRun): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(run.jobs.map(({ name, conclusion }) => [name, conclusion]));
}

/** `{ step: outcome }` of one job. */
export function outcomes(run: WorkflowRun, job = 0): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries((run.jobs[job]?.steps ?? []).map(({ name, outcome }) => [name, outcome]));
}

/** A workflow of one job that listens to pushes. */
export function jobOf(steps: string, settings = ''): string {
  return `on: push\njobs:\n  main:\n    runs-on: ubuntu-latest\n${indent(settings, 4)}    steps:\n${indent(steps, 6)}`;
}

function indent(text: string, by: number): string {
  const lines = text.replace(/^\n|\s+$/g, '').split('\n');
  return text.trim() === '' ? '' : `${lines.map((line) => `${' '.repeat(by)}${line}`).join('\n')}\n`;
}
