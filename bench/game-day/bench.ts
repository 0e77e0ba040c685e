// Measures the way from an alarm's transition to the request that stops the experiment, in the time that it really takes.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Outcome, tell } from '../outcomes.ts';
import type { Measured } from './measured.ts';

/** Ten game days each, and four of which FIS tells nothing. */
const rounds = 5;

export async function benchGameDay(): Promise<readonly Outcome[]> {
  const server = await startServer();
  try {
    const env = { ...process.env, AWS_ACCESS_KEY_ID: 'bench', AWS_SECRET_ACCESS_KEY: 'bench' };
    const script = fileURLToPath(new URL('./measured.ts', import.meta.url));
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script, server.url, String(rounds)], {
      env,
    });
    return report(JSON.parse(stdout) as Measured);
  } finally {
    server.stop();
  }
}

function report({ pollSeconds, callMs, answeredMs, muteMs }: Measured): readonly Outcome[] {
  const boundMs = pollSeconds * 1000 + percentile(callMs, 99);
  const outcomes = (
    [
      ['FIS answers', answeredMs],
      ['FIS tells nothing', muteMs],
    ] as const
  ).map(([when, delays]) => {
    const measured = percentile(delays, 99) / 1000;
    return { what: `alarm to StopExperiment, p99, ${when}`, measured, most: boundMs / 1000, unit: ' s', digits: 2 };
  });
  const lines = [
    `From an alarm's transition to the arrival of StopExperiment, by CloudWatch's and FIS's own clock on this machine`,
    `A poll every ${pollSeconds} s; alarms ring at any moment in between`,
    '',
    `${''.padEnd(34)}${['runs', 'p50', 'p99'].map((title) => title.padStart(9)).join('')}`,
    row('one call, as the watch waits for it', callMs),
    row('alarm to stop, FIS answers', answeredMs),
    row('alarm to stop, FIS tells nothing', muteMs),
  ];
  return tell(lines, outcomes);
}

function row(name: string, milliseconds: readonly number[]): string {
  const texts = [String(milliseconds.length), seconds(percentile(milliseconds, 50)), seconds(percentile(milliseconds, 99))];
  return `${name.padEnd(34)}${texts.map((text) => text.padStart(9)).join('')}`;
}

function seconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(3)} s`;
}

/** The nearest rank: of fifty, the 99th percentile is the largest. */
function percentile(values: readonly number[], percent: number): number {
  return values.toSorted((one, other) => one - other)[Math.ceil((percent / 100) * values.length) - 1] ?? Number.NaN;
}

async function startServer() {
  const script = fileURLToPath(new URL('./server.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const [port] = (await once(child.stdout, 'data')) as [Buffer];
  return { url: `http://127.0.0.1:${String(port).trim()}`, stop: () => void child.kill() };
}
