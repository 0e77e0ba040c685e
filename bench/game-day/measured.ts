// One process of game days that are watched side by side, by the engine's own watch, until their alarms have rung: `URL ROUNDS`.
import { randomInt } from 'node:crypto';
import { defaultConfig } from '../../src/actions/game-day/config.ts';
import type { Journal } from '../../src/actions/game-day/journal.ts';
import { newGameDay } from '../../src/actions/game-day/new-game-day.ts';
import { worldOf } from '../../src/actions/game-day/open-world.ts';
import type { GameDayInputs } from '../../src/actions/game-day/request.ts';
import { openTeller } from '../../src/actions/game-day/tell.ts';
import { watchExperiment } from '../../src/actions/game-day/watch/watch.ts';
import type { GameDayWorld } from '../../src/actions/game-day/world.ts';
import { openMetrics } from '../../src/adapters/aws/metrics.ts';
import { openTaggedResources } from '../../src/adapters/aws/tagged-resources.ts';
import { systemClock as clock } from '../../src/adapters/process/system-clock.ts';
import { clientConfig, documentsInJob } from '../../src/adapters/runner/cloud-in-job.ts';
import { operationsInJob } from '../../src/adapters/runner/operations-in-job.ts';
import { azFailure } from '../../src/drills/az-failure.ts';
import { drills } from '../../src/drills/index.ts';
import { catalogue } from '../../src/kpis/index.ts';

/** Of each round; of the mute ones, FIS tells nothing of how they go. */
const sideBySide = { answered: 10, mute: 4 } as const;
const pollSeconds = 5;
/** At any moment of two polls, once the first is over. */
const ringsInMs = { least: pollSeconds * 1000, most: 3 * pollSeconds * 1000 } as const;

export interface Measured {
  readonly pollSeconds: number;
  /** What the watches waited for CloudWatch, each time. */
  readonly callMs: readonly number[];
  /** From the alarm's transition to the request's arrival. */
  readonly answeredMs: readonly number[];
  readonly muteMs: readonly number[];
}

const [, , url = '', rounds = '1'] = process.argv;
const inputs: GameDayInputs = {
  mode: 'run',
  drill: azFailure.id,
  zone: undefined,
  environment: 'staging',
  plan: undefined,
  'scheduled-for': undefined,
  by: 'bench',
  all: false,
  command: undefined,
  config: '',
  'runner-zone': undefined,
  'poll-seconds': pollSeconds,
  region: 'eu-west-2',
  'state-bucket': 'state',
  'github-token': '',
  'comment-author': '',
};

const callMs: number[] = [];

function openWorld(): GameDayWorld {
  const env = { ...process.env, AWS_ENDPOINT_URL: url };
  const client = clientConfig(inputs, env);
  const operations = operationsInJob(inputs, env);
  const { alarms } = operations;
  const ports = {
    ...operations,
    ...{ clock, catalogue, drills },
    alarms: { ...alarms, read: (names: readonly string[]) => timed(() => alarms.read(names)) },
    documents: documentsInJob(inputs, env),
    metrics: openMetrics(client, clock),
    taggedResources: openTaggedResources(client),
    progress: { info: () => undefined, warning: () => undefined, group: <T>(_title: string, body: () => Promise<T>) => body() },
    issues: { upsertOpen: async () => ({ number: 1, url: '' }), close: async () => undefined },
    workflowRuns: {
      isActive: async () => false,
      latestOfBranch: async () => [],
      activeOfBranch: async () => [],
      cancel: async () => false,
    },
  };
  const run = { runId: 1, attempt: 1, job: 'game-day' };
  const facts = { run, runUrl: '', config: defaultConfig, timeRate: 1, credentialExpiration: undefined, isHurried: false };
  return worldOf(ports, inputs, facts);
}

async function timed<T>(call: () => Promise<T>): Promise<T> {
  const startedAt = performance.now();
  const value = await call();
  callMs.push(performance.now() - startedAt);
  return value;
}

async function bench(path: string, body: unknown): Promise<unknown> {
  const response = await fetch(`${url}/bench/${path}`, { method: 'POST', body: JSON.stringify(body) });
  return response.json();
}

/** An experiment and its alarm have the same name; two others that never ring are watched with it. */
async function watchOnce(world: GameDayWorld, id: string, isMute: boolean): Promise<void> {
  const gameDay = newGameDay(world, { drill: azFailure, by: 'bench' }, 'eu-west-2a');
  const journal: Journal = { current: () => gameDay, write: async () => undefined, note: async () => undefined };
  const createdAt = clock.now().toISOString();
  const experiment = { id, templateId: 'EXT1', status: 'running', reason: '', createdAt, actions: [], tags: {} } as const;
  await bench('ring', { experiment: id, inMs: randomInt(ringsInMs.least, ringsInMs.most), isMute });
  const watched = [id, 'quiet-1', 'quiet-2'];
  const teller = openTeller(world, azFailure, []);
  const { abort } = await watchExperiment(world, { journal, teller, experiment, watched });
  if (abort?.alarm !== id) throw new Error(`${id} was not ended by its alarm: ${abort?.words}`);
}

async function playRound(world: GameDayWorld, round: number): Promise<void> {
  const names = [
    ...Array.from({ length: sideBySide.answered }, (_, index) => `answered-${round}-${index}`),
    ...Array.from({ length: sideBySide.mute }, (_, index) => `mute-${round}-${index}`),
  ];
  await Promise.all(
    names.map(async (name, index) => {
      // Not all of them at the same moment.
      await clock.sleep((index * pollSeconds * 1000) / names.length);
      await watchOnce(world, name, name.startsWith('mute-'));
    }),
  );
}

const world = openWorld();
for (let round = 1; round <= Number(rounds); round += 1) await playRound(world, round);
const stops = (await bench('stops', {})) as readonly { readonly experiment: string; readonly delayMs: number }[];
const delaysOf = (kind: string) => stops.flatMap(({ experiment, delayMs }) => (experiment.startsWith(kind) ? [delayMs] : []));
const measured: Measured = { pollSeconds, callMs, answeredMs: delaysOf('answered-'), muteMs: delaysOf('mute-') };
process.stdout.write(JSON.stringify(measured), () => process.exit());
