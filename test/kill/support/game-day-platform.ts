// The platform that game days are played on: staging as Terraform brings it up, under traffic, in a time that runs faster.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gameDayContract } from '../../../src/actions/game-day/contract.ts';
import { openAlarms } from '../../../src/adapters/aws/alarms.ts';
import { openCaches } from '../../../src/adapters/aws/caches.ts';
import { openDatabases } from '../../../src/adapters/aws/databases.ts';
import { openDocuments } from '../../../src/adapters/aws/documents.ts';
import { openExperiments } from '../../../src/adapters/aws/experiments.ts';
import { openNetworks } from '../../../src/adapters/aws/networks.ts';
import { openServices } from '../../../src/adapters/aws/services.ts';
import { openZonalShifts } from '../../../src/adapters/aws/zonal-shifts.ts';
import { openClock } from '../../../src/adapters/process/system-clock.ts';
import { getJson } from '../../../src/rehearsal/emulator/local-http.ts';
import { endSimulation, startSimulation } from '../../../src/rehearsal/emulator/simulation.ts';
import { type GitHubDouble, openGitHubDouble } from '../../../src/rehearsal/github/double.ts';
import type { Webhook } from '../../../src/rehearsal/github/webhooks.ts';
import { seedMetrics } from '../../../src/rehearsal/metrics/seed.ts';
import { gatherMetrics, trafficGatherer } from '../../../src/rehearsal/operations/platform.ts';
import type { Host } from '../../../src/rehearsal/pull-requests/host.ts';
import { prepareMachine } from '../../../src/rehearsal/pull-requests/machine.ts';
import { sdkConfig } from '../../../src/rehearsal/sdk-config.ts';
import type { Fault } from '../../../src/rehearsal/traffic/conditions.ts';
import { startTraffic } from '../../../src/rehearsal/traffic/traffic.ts';
import type { World } from '../../../src/rehearsal/world.ts';
import type { Machine } from './run-bundle.ts';
import { settings } from './stage.ts';

/** Ten minutes of an experiment take ten seconds. */
const timeRate = 60;

/** How long all has been well before anybody comes, in the time of the rehearsal. */
const calmMs = 90 * 60_000;

/** One life after the other: what rang in the one is no reason to refuse the next. */
const config = { gameDays: { quietHours: 0 } };

const person = 'robin';
const workflowPath = '.github/workflows/game-day.yml';

export type GameDayPlatform = Awaited<ReturnType<typeof openPlatform>>;

/** What of a world it needs. */
export type PlatformWorld = Pick<World, 'emulator' | 'environment' | 'folder'>;

/** @param checkout whose bundles run */
export async function openPlatform(world: PlatformWorld, host: Host, checkout: string) {
  const { emulator, folder } = world;
  const client = sdkConfig(emulator);
  const pace = { rate: timeRate, originMs: Date.now() };
  const jobEnvironment = { OPSDECK_TIME: `${pace.rate}@${pace.originMs}` };
  const clock = openClock(jobEnvironment);
  await startSimulation(emulator.url, pace);
  const users = await startUsers(client, clock);
  const { github, dispatch } = await openGitHub();
  return {
    clock,
    dispatch,
    jobEnvironment,
    ...{ bucket: host.bucket, vpcId: host.vpcId, region: client.region },
    repository: await writeConfig(join(folder, 'game-day-repository')),
    machine: { github, environment: await machineOf(world, checkout), temporaryFolder: folder } satisfies Machine,
    documents: openDocuments({ bucket: host.bucket, client }),
    alarms: openAlarms(client),
    caches: openCaches(client),
    databases: openDatabases(client),
    experiments: openExperiments(client),
    networks: openNetworks(client),
    services: openServices(client),
    zonalShifts: openZonalShifts(client),
    faults: async () => (await getJson(`${emulator.url}/moto-api/simulation/faults`)) as readonly Fault[],
    /** Experiments end without giving back what they took, until that is switched off again. */
    setUnclean: (on: boolean) => postUnclean(emulator.url, on),
    minutesBehind: users.minutesBehind,
    close: async (): Promise<void> => {
      await users.stop();
      await github.close();
      const failures = await endSimulation(emulator.url);
      if (failures.length > 0) throw new Error(`the emulator could not do what goes on by itself:\n${failures.join('\n')}`);
    },
  };
}

async function startUsers(client: ReturnType<typeof sdkConfig>, clock: ReturnType<typeof openClock>) {
  const metrics = await gatherMetrics(client);
  const to = clock.now();
  const seeds = metrics.map((metric) => ({ metric, shape: 'good' }) as const);
  await seedMetrics(client, seeds, { from: new Date(to.getTime() - calmMs), to });
  const gather = trafficGatherer({ client, settings, badImages: new Set() });
  const minute = (): number => Math.floor(clock.now().getTime() / 60_000);
  let told = minute();
  const onMinute = (): void => {
    told += 1;
  };
  const { stop } = startTraffic({ client, metrics, clock, gather, onMinute });
  /** On a machine that has a lot else to do, what they got is told late. */
  return { stop, minutesBehind: () => minute() - told };
}

/** `dispatch` starts the workflow, and answers with the event. */
async function openGitHub(): Promise<{ readonly github: GitHubDouble; readonly dispatch: () => Webhook }> {
  const github = await openGitHubDouble({
    owner: 'example',
    name: 'assessments',
    people: [{ login: person, role: 'maintain' }],
    files: { 'README.md': 'Assessments' },
    webhookSecret: 'a secret',
    now: () => new Date(),
  });
  let latest: Webhook | undefined;
  github.onWebhook((webhook) => {
    latest = webhook;
  });
  const dispatch = (): Webhook => {
    github.dispatchWorkflow({ by: person, workflowPath });
    if (latest) return latest;
    throw new Error('GitHub told nobody that the workflow was dispatched');
  };
  return { github, dispatch };
}

async function machineOf({ emulator, environment, folder }: PlatformWorld, checkout: string): Promise<NodeJS.ProcessEnv> {
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY } = emulator.environment;
  return { ...(await prepareMachine({ terraform: environment, folder, checkout })), AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY };
}

/** @returns the folder that a job checks out */
async function writeConfig(folder: string): Promise<string> {
  const file = join(folder, String(gameDayContract.inputs.config.default));
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, JSON.stringify(config));
  return folder;
}

async function postUnclean(url: string, on: boolean): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${url}/moto-api/simulation/unclean`, { method: 'POST', headers, body: JSON.stringify({ on }) });
  if (!response.ok) throw new Error(`the emulator refused to be unclean (${response.status}): ${await response.text()}`);
}
