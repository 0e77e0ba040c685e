// Holds the way from a thousand metrics to a comment against fetching and parsing the same answers.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { assess } from '../../src/actions/kpi/assess.ts';
import { answersOf, type FoundLayer, queriesOf, questionsOf } from '../../src/actions/kpi/questions.ts';
import { renderSection } from '../../src/actions/kpi/render/section.ts';
import { openMetrics } from '../../src/adapters/aws/metrics.ts';
import { catalogue } from '../../src/kpis/index.ts';

const rounds = 21;
const wanted = { metrics: 1_000, points: 60 } as const;
const bounds = { timesFloor: 1.3, calls: 2 } as const;
const minuteMs = 60_000;

const credentials = { accessKeyId: 'bench', secretAccessKey: 'bench' };
const now = new Date('2026-11-22T10:00:00Z');
/** What is younger than three minutes is not asked for. */
const end = new Date(now.getTime() - 3 * minuteMs);
const window = { from: new Date(end.getTime() - wanted.points * minuteMs), to: end };

/** The catalogue's own rows, at as many nodes of a cache as it takes. */
const layer: FoundLayer = {
  layer: 'platform',
  isLasting: true,
  places: { 'cache-node': Array.from({ length: 400 }, (_, index) => `bench-${String(index).padStart(3, '0')}`) },
};
const questions = questionsOf(catalogue, layer);
const queries = queriesOf([questions]).slice(0, wanted.metrics);

export async function benchKpi(): Promise<boolean> {
  const server = await startServer();
  try {
    const toComment = commenting(server.url);
    await toComment();
    const calls = Number(await (await fetch(`${server.url}/calls`)).text());
    const turns: { readonly floor: number; readonly ours: number }[] = [];
    for (let round = 0; round < rounds; round += 1) {
      turns.push({ floor: await timed(() => fetchAndParse(server.url, calls)), ours: await timed(toComment) });
    }
    return report(turns, calls);
  } finally {
    server.stop();
  }
}

function commenting(endpoint: string): () => Promise<string> {
  const metrics = openMetrics({ region: 'eu-west-2', endpoint, credentials }, { now: () => now });
  return async () => {
    const read = await metrics.read(queries, window);
    const assessment = assess({ questions: [questions], answers: answersOf(queries, read) }, undefined);
    return renderSection({ subject: 'bench', window, runUrl: 'https://github.test/runs/1', assessment });
  };
}

async function fetchAndParse(url: string, calls: number): Promise<number> {
  const parsed = await Promise.all(
    Array.from({ length: calls }, async (_, index) => JSON.parse(await (await fetch(`${url}/${index}`)).text()) as object),
  );
  return parsed.length;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function report(turns: readonly { readonly floor: number; readonly ours: number }[], calls: number): boolean {
  const floor = median(turns.map((turn) => turn.floor));
  const ours = median(turns.map((turn) => turn.ours));
  const outcomes = [
    [`at most ${bounds.calls} calls: ${calls}`, calls <= bounds.calls],
    [`at most ${bounds.timesFloor} x fetching and parsing: ${(ours / floor).toFixed(2)} x`, ours <= bounds.timesFloor * floor],
  ] as const;
  const lines = [
    `${queries.length} metrics of ${wanted.points} points from a server on this machine; medians of ${rounds} interleaved runs`,
    '',
    `fetch and JSON.parse      ${floor.toFixed(1).padStart(8)} ms`,
    `read, judge and render    ${ours.toFixed(1).padStart(8)} ms`,
    '',
    ...outcomes.map(([what, isHeld]) => `${isHeld ? 'held  ' : 'BROKEN'} ${what}`),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  return outcomes.every(([, isHeld]) => isHeld);
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
