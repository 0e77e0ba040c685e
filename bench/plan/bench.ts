// Holds the rendering of a plan of 10,000 changed resources against JSON.parse of the same file.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { type Outcome, tell } from '../outcomes.ts';
import { generatePlan } from './generate.ts';

const resources = 10_000;
/** Of each task in turn, so that whatever else the machine does meets all of them. */
const rounds = 11;
const bounds = { time: 1.5, memory: 3, characters: 60_000 } as const;

interface Measured {
  readonly milliseconds: number;
  /** Peak beyond that of an idle process, in sizes of the file, the file's own bytes included. */
  readonly memory: number;
  readonly length: number;
  readonly megabytes: number;
}

export async function benchPlan(): Promise<readonly Outcome[]> {
  const folder = mkdtempSync(join(tmpdir(), 'opsdeck-bench-'));
  try {
    const file = join(folder, 'plan.json');
    generatePlan(file, resources);
    // Bundled, as the actions are: translating TypeScript is no part of what is measured.
    const script = join(folder, 'measured.mjs');
    const entry = fileURLToPath(new URL('measured.ts', import.meta.url));
    await build({ entryPoints: [entry], bundle: true, platform: 'node', format: 'esm', outfile: script });
    const results = measure(script, file);
    return report(results);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Results = Readonly<Record<'parse' | 'render' | 'summary', readonly Measured[]>>;

function measure(script: string, file: string): Results {
  const run = (task: string): Measured => JSON.parse(execFileSync(process.execPath, [script, task, file], { encoding: 'utf8' }));
  const turns = Array.from({ length: rounds }, () => ({ parse: run('parse'), render: run('render'), summary: run('summary') }));
  const of = (task: keyof Results) => turns.map((turn) => turn[task]);
  return { parse: of('parse'), render: of('render'), summary: of('summary') };
}

function report({ parse, render, summary }: Results): readonly Outcome[] {
  const parseMilliseconds = median(parse, 'milliseconds');
  const ratio = (of: readonly Measured[]) => median(of, 'milliseconds') / parseMilliseconds;
  const rows = [
    row('JSON.parse', parse, 1, ''),
    row('read and render', render, ratio(render), `${median(render, 'length')} characters`),
    row('read and render the summary', summary, ratio(summary), `${median(summary, 'length')} bytes`),
  ];
  const outcomes = [
    { what: 'time, against JSON.parse', measured: ratio(render), most: bounds.time, unit: ' x', digits: 2 },
    { what: 'memory, against the file', measured: median(render, 'memory'), most: bounds.memory, unit: ' x', digits: 2 },
    { what: 'characters of the comment', measured: median(render, 'length'), most: bounds.characters, unit: '', digits: 0 },
  ];
  const title = `A plan of ${resources} changed resources, ${median(parse, 'megabytes').toFixed(1)} MB; medians of ${rounds} interleaved runs`;
  return tell([title, '', ...rows], outcomes);
}

function row(name: string, results: readonly Measured[], ratio: number, more: string): string {
  const milliseconds = `${median(results, 'milliseconds').toFixed(0)} ms`;
  const memory = `${median(results, 'memory').toFixed(2)} x the file in memory`;
  return `${name.padEnd(30)}${milliseconds.padStart(8)}  ${ratio.toFixed(2)} x  ${memory}  ${more}`;
}

function median(results: readonly Measured[], key: keyof Measured): number {
  const sorted = results.map((result) => result[key]).sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
