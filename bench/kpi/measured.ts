// One process of measurements: `warm URL ROUNDS` for both sides in turns, `cold URL SIDE` for the first time of one of them.
import { Agent, get } from 'node:http';
import { assess } from '../../src/actions/kpi/assess.ts';
import { type FoundLayer, queriesOf, questionsOf } from '../../src/actions/kpi/questions.ts';
import { renderSection } from '../../src/actions/kpi/render/section.ts';
import { openMetrics } from '../../src/adapters/aws/metrics.ts';
import { catalogue } from '../../src/kpis/index.ts';

const wanted = { metrics: 1_000, points: 60 } as const;
const minuteMs = 60_000;

const credentials = { accessKeyId: 'bench', secretAccessKey: 'bench' };
const now = new Date('2026-11-22T10:00:00Z');
/** What is younger than three minutes is not asked for. */
const end = new Date(now.getTime() - 3 * minuteMs);
const window = { from: new Date(end.getTime() - wanted.points * minuteMs), to: end };

/** The catalogue's own rows, at as many nodes of a cache as it takes: six metrics each. */
const layer: FoundLayer = {
  layer: 'platform',
  isLasting: true,
  places: { 'cache-node': Array.from({ length: 167 }, (_, index) => `bench-${String(index).padStart(3, '0')}`) },
};
const questions = questionsOf(catalogue, layer);
const queries = queriesOf([questions]).slice(0, wanted.metrics);

/** Milliseconds. */
export interface Ours {
  readonly read: number;
  readonly assess: number;
  readonly render: number;
}

function commenting(endpoint: string): () => Promise<Ours> {
  const metrics = openMetrics({ region: 'eu-west-2', endpoint, credentials }, { now: () => now });
  return async () => {
    const started = performance.now();
    const answers = await metrics.read(queries, window);
    const isRead = performance.now();
    const assessment = assess({ questions: [questions], answers }, undefined);
    const isAssessed = performance.now();
    renderSection({ subject: 'bench', window, runUrl: 'https://github.test/runs/1', assessment });
    return { read: isRead - started, assess: isAssessed - isRead, render: performance.now() - isAssessed };
  };
}

/** The floor has Node's own HTTP client, as the SDK has: `fetch` takes longer, and would flatter us. */
function fetching(url: string, calls: number): () => Promise<number> {
  const agent = new Agent({ keepAlive: true });
  const indices = Array.from({ length: calls }, (_, index) => index);
  return async () => {
    const started = performance.now();
    await Promise.all(indices.map(async (index) => JSON.parse(await textAt(`${url}/${index}`, agent)) as unknown));
    return performance.now() - started;
  };
}

function textAt(url: string, agent: Agent): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = get(url, { agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
      response.on('error', reject);
    });
    request.on('error', reject);
  });
}

export interface Warm {
  readonly calls: number;
  readonly metrics: number;
  readonly points: number;
  readonly turns: readonly { readonly floor: number; readonly ours: Ours }[];
}

async function measureWarm(url: string, rounds: number): Promise<Warm> {
  const toComment = commenting(url);
  await toComment();
  const calls = Number(await textAt(`${url}/calls`, new Agent()));
  const toParse = fetching(url, calls);
  const turns: { readonly floor: number; readonly ours: Ours }[] = [];
  for (let round = 0; round < rounds; round += 1) turns.push({ floor: await toParse(), ours: await toComment() });
  return { calls, metrics: queries.length, points: wanted.points, turns };
}

async function measureCold(url: string, side: string): Promise<number> {
  if (side === 'floor') return fetching(url, 2)();
  const { read, assess: assessing, render } = await commenting(url)();
  return read + assessing + render;
}

const [, , task = '', url = '', argument = ''] = process.argv;
const measured = await (task === 'warm' ? measureWarm(url, Number(argument)) : measureCold(url, argument));
process.stdout.write(JSON.stringify(measured), () => process.exit());
