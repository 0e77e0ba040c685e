// Holds the cold start of the actions that comment, on events that are none of their business, against that of Node itself.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Outcome, tell } from '../outcomes.ts';

/** Of each in turn, so that whatever else the machine does meets all of them. */
const rounds = 30;
const bound = { timesNode: 2, milliseconds: 20 } as const;

interface Subject {
  readonly name: string;
  readonly args: readonly string[];
  readonly event: { readonly name: string; readonly payload: object };
}

const repository = 'acme/assessments';
const head = { sha: '0'.repeat(40), repo: { full_name: repository } };
const closed = {
  name: 'pull_request',
  payload: { action: 'closed', pull_request: { number: 1, head }, repository: { full_name: repository } },
};
const push = { name: 'push', payload: { ref: 'refs/heads/main', repository: { full_name: repository } } };

const floor: Subject = { name: 'node -e 0', args: ['-e', '0'], event: push };
const subjects: readonly Subject[] = [
  { name: 'plan, a closed pull request', args: [bundle('plan')], event: closed },
  { name: 'gate, a push', args: [bundle('gate')], event: push },
];

export async function benchCold(): Promise<readonly Outcome[]> {
  const folder = mkdtempSync(join(tmpdir(), 'opsdeck-bench-'));
  try {
    const all = [floor, ...subjects];
    const turns = Array.from({ length: rounds }, () => all.map((subject) => measure(subject, folder)));
    const medians = all.map((_, index) => median(turns.map((turn) => turn[index] ?? Number.NaN)));
    return report(medians);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function bundle(action: string): string {
  return fileURLToPath(new URL(`../../dist/${action}.js`, import.meta.url));
}

/** @returns milliseconds from start to exit. @throws when it found something to do, or failed */
function measure({ name, args, event }: Subject, folder: string): number {
  const env = environment(event, folder);
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { env, cwd: folder, encoding: 'utf8' });
  const milliseconds = performance.now() - start;
  if (status !== 0) throw new Error(`${name} ended with ${status}:\n${stdout}${stderr}`);
  return milliseconds;
}

/** As the runner has it. Nothing listens where GitHub should be: who asks it all the same, fails. */
function environment({ name, payload }: Subject['event'], folder: string): NodeJS.ProcessEnv {
  const eventPath = join(folder, 'event.json');
  writeFileSync(eventPath, JSON.stringify(payload));
  return {
    PATH: process.env.PATH,
    'INPUT_STATE-BUCKET': 'states',
    INPUT_DOMAIN: 'staging.example.com',
    'INPUT_GITHUB-TOKEN': 'none',
    GITHUB_ACTIONS: 'true',
    GITHUB_API_URL: 'http://127.0.0.1:9',
    GITHUB_EVENT_NAME: name,
    GITHUB_EVENT_PATH: eventPath,
    GITHUB_REPOSITORY: repository,
    GITHUB_RUN_ID: '1',
  };
}

function report([ofNode = Number.NaN, ...others]: readonly number[]): readonly Outcome[] {
  const most = bound.timesNode * ofNode + bound.milliseconds;
  const rows = others.map((milliseconds, index) => row(subjects[index]?.name ?? '', milliseconds, ofNode));
  const title = `Cold start to exit with nothing to do, Node ${process.versions.node}; medians of ${rounds} interleaved runs`;
  const limit = `The bound is ${bound.timesNode} x node -e 0 + ${bound.milliseconds} ms.`;
  const outcomes = others.map((measured, index) => ({
    what: subjects[index]?.name ?? '',
    measured,
    most,
    unit: ' ms',
    digits: 0,
  }));
  return tell([title, limit, '', row(floor.name, ofNode, ofNode), ...rows], outcomes);
}

function row(name: string, milliseconds: number, ofNode: number): string {
  return `${name.padEnd(30)}${`${milliseconds.toFixed(0)} ms`.padStart(8)}  ${(milliseconds / ofNode).toFixed(2)} x`;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
