// Holds the way from a thousand metrics to a comment against fetching and parsing the same answers in JSON.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { type Outcome, tell } from '../outcomes.ts';
import type { Ours, Warm } from './measured.ts';

/** Of both sides in turn, in one process; the first of them, which are slow, do not count. */
const rounds = { warmUp: 20, counted: 81 } as const;
/** Processes of each side, in turn. */
const coldRounds = 7;
const bounds = { timesFloor: 1.3, calls: 2 } as const;

export async function benchKpi(): Promise<readonly Outcome[]> {
  const folder = mkdtempSync(join(tmpdir(), 'opsdeck-bench-'));
  const server = await startServer();
  try {
    const run = await bundle(folder);
    const warm = (await run('warm', server.url, rounds.warmUp + rounds.counted)) as Warm;
    return report(warm, await measureCold((side) => run('cold', server.url, side)));
  } finally {
    server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

type Run = (task: string, url: string, argument: string | number) => Promise<unknown>;

/** As the action is: translating TypeScript is no part of what is measured. */
async function bundle(folder: string): Promise<Run> {
  const script = join(folder, 'measured.mjs');
  await build({
    entryPoints: [fileURLToPath(new URL('measured.ts', import.meta.url))],
    outfile: script,
    bundle: true,
    platform: 'node',
    format: 'esm',
    mainFields: ['module', 'main'],
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  });
  return async (task, url, argument) => {
    const { stdout } = await promisify(execFile)(process.execPath, [script, task, url, String(argument)]);
    return JSON.parse(stdout) as unknown;
  };
}

interface Cold {
  readonly floor: number;
  readonly ours: number;
}

async function measureCold(run: (side: string) => Promise<unknown>): Promise<Cold> {
  const turns: Cold[] = [];
  for (let round = 0; round < coldRounds; round += 1)
    turns.push({ floor: Number(await run('floor')), ours: Number(await run('ours')) });
  return { floor: median(turns.map((turn) => turn.floor)), ours: median(turns.map((turn) => turn.ours)) };
}

function report({ calls, metrics, points, turns }: Warm, cold: Cold): readonly Outcome[] {
  const counted = turns.slice(rounds.warmUp);
  const floor = median(counted.map((turn) => turn.floor));
  const ours = median(counted.map((turn) => turn.ours.read + turn.ours.assess + turn.ours.render));
  const phase = (name: keyof Ours) => row(`  ${name}`, median(counted.map((turn) => turn.ours[name])));
  const outcomes = [
    { what: 'calls for 1,000 metrics', measured: calls, most: bounds.calls, unit: '', digits: 0 },
    { what: 'against fetching and parsing', measured: ours / floor, most: bounds.timesFloor, unit: ' x', digits: 2 },
  ];
  const lines = [
    `${metrics} metrics of ${points} points from a server on this machine; medians of ${rounds.counted} interleaved runs, warm`,
    '',
    row('fetch and JSON.parse', floor),
    row('read, judge and render', ours),
    ...(['read', 'assess', 'render'] as const).map(phase),
    '',
    `The first time, as an action does it; medians of ${coldRounds} processes each, after they have loaded`,
    '',
    row('fetch and JSON.parse', cold.floor),
    row('read, judge and render', cold.ours),
  ];
  return tell(lines, outcomes);
}

function row(name: string, milliseconds: number): string {
  return `${name.padEnd(26)}${milliseconds.toFixed(1).padStart(8)} ms`;
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}

async function startServer() {
  const script = fileURLToPath(new URL('./server.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const [port] = (await once(child.stdout, 'data')) as [Buffer];
  return { url: `http://127.0.0.1:${String(port).trim()}`, stop: () => void child.kill() };
}
