// What every act of an operation has at hand: staging under traffic, in a time that runs faster, and a GitHub that starts workflows.
import { setTimeout as wait } from 'node:timers/promises';
import { openAlarms } from '../../adapters/aws/alarms.ts';
import { openDocuments } from '../../adapters/aws/documents.ts';
import { openExperiments } from '../../adapters/aws/experiments.ts';
import { openNetworks } from '../../adapters/aws/networks.ts';
import { openServices } from '../../adapters/aws/services.ts';
import { openZonalShifts } from '../../adapters/aws/zonal-shifts.ts';
import { failure } from '../../define/failure.ts';
import { catalogue } from '../../kpis/index.ts';
import type { Alarms } from '../../ports/alarms.ts';
import type { Documents } from '../../ports/documents.ts';
import type { Experiments } from '../../ports/experiments.ts';
import type { Networks } from '../../ports/networks.ts';
import type { Services } from '../../ports/services.ts';
import type { ZonalShifts } from '../../ports/zonal-shifts.ts';
import { prefixOf } from '../../stacks/names.ts';
import type { Settings } from '../../stacks/settings.ts';
import { endSimulation, startSimulation } from '../emulator/simulation.ts';
import { seedMetrics } from '../metrics/seed.ts';
import { rehearsalDomain } from '../prerequisites.ts';
import { bringUpHost, type Host } from '../pull-requests/host.ts';
import { openStage, type Stage } from '../pull-requests/stage.ts';
import { type SdkConfig, sdkConfig } from '../sdk-config.ts';
import type { StepBody, Steps } from '../steps.ts';
import { startTraffic, type Traffic } from '../traffic/traffic.ts';
import type { WorkflowRun } from '../workflows/records.ts';
import type { World } from '../world.ts';
import { type Pace, startPace } from './pace.ts';
import { environment, gatherMetrics, mainServiceOf, trafficGatherer } from './platform.ts';

export interface OperationScenario {
  readonly world: World;
  readonly steps: Steps;
  readonly settings: Settings;
  /** This checkout, whose workflows and committed bundles run. */
  readonly checkout: string;
  /** Where reports are left for people with a browser. */
  readonly reportFolder: string;
}

export interface Operation {
  readonly stage: Stage;
  readonly steps: Steps;
  readonly client: SdkConfig;
  readonly pace: Pace;
  readonly traffic: Traffic;
  /** Digests of images that answer badly: a test adds to them. */
  readonly badImages: Set<string>;
  readonly documents: Documents;
  readonly alarms: Alarms;
  readonly experiments: Experiments;
  readonly networks: Networks;
  readonly services: Services;
  readonly zonalShifts: ZonalShifts;
  readonly vpcId: string;
  /** Of states, locks, journals. */
  readonly bucket: string;
  readonly reportFolder: string;
}

export interface Played {
  readonly workflows: readonly string[];
  /** What of this checkout people change. */
  readonly editedPaths?: readonly string[];
}

/** How long all has been well before anybody comes, in the time of the rehearsal. */
const calmMs = 90 * 60_000;

export async function inOperation(
  scenario: OperationScenario,
  played: Played,
  body: (operation: Operation) => Promise<void>,
): Promise<void> {
  const host = await bringUpHost(scenario.world, scenario.steps, scenario.settings);
  await operate(scenario, host, played, body);
}

/** @param host what is up */
export async function operate(
  { world, steps, settings, checkout, reportFolder }: OperationScenario,
  { bucket, accountId, vpcId }: Host,
  { workflows, editedPaths = [] }: Played,
  body: (operation: Operation) => Promise<void>,
): Promise<void> {
  const client = sdkConfig(world.emulator);
  const pace = startPace(Date.now(), world.signal);
  const stage = await openStage({
    world,
    checkout,
    accountId,
    domain: rehearsalDomain,
    workflows,
    editedPaths,
    environments: [environment],
    environment: pace.environment,
  });
  const badImages = new Set<string>();
  try {
    await startSimulation(world.emulator.url, pace);
    const metrics = await gatherMetrics(client);
    const to = pace.clock.now();
    await seedMetrics(
      client,
      metrics.map((metric) => ({ metric, shape: 'good' })),
      { from: new Date(to.getTime() - calmMs), to },
    );
    const traffic = startTraffic({
      client,
      metrics,
      clock: pace.clock,
      gather: trafficGatherer({ client, settings, badImages }),
    });
    const ports = {
      documents: openDocuments({ bucket, client }),
      alarms: openAlarms(client),
      experiments: openExperiments(client),
      networks: openNetworks(client),
      services: openServices(client),
      zonalShifts: openZonalShifts(client),
    };
    try {
      const played = body({ stage, steps, client, pace, traffic, badImages, vpcId, bucket, reportFolder, ...ports });
      await Promise.race([played, traffic.ended.then(() => played)]);
    } finally {
      await traffic.stop();
    }
    const failures = await endSimulation(world.emulator.url);
    if (failures.length > 0) throw unexpected('the emulator could not do what goes on by itself', failures);
  } finally {
    await stage.close();
  }
}

/** Runs one step of the play; what jobs do is noted on it as it happens. */
export function act({ steps, stage }: Operation, step: string, title: string, body: StepBody): Promise<void> {
  return steps.run(step, title, (report) => {
    stage.watch(report.note);
    return body(report);
  });
}

const pollMs = 250;

/**
 * @param minutes of the rehearsal's time
 * @throws a Failure `rehearsal/unexpected` when it does not come true
 */
export async function until(
  { pace: { clock, signal } }: Pick<Operation, 'pace'>,
  what: string,
  minutes: number,
  isTrue: () => Promise<boolean>,
): Promise<void> {
  const endMs = clock.now().getTime() + minutes * 60_000;
  while (!(await isTrue())) {
    if (clock.now().getTime() > endMs) throw unexpected(`${minutes} minutes went by, and ${what}`, []);
    await wait(pollMs, undefined, { signal });
  }
}

/** Those that break something off; a burnt error budget rings for hours. */
const aborting = catalogue.kpis
  .filter(({ aborts }) => aborts.length > 0)
  .map(({ id, layer }) => `${layer === 'service' ? mainServiceOf.service : prefixOf(environment)}-${id}`);

/** Waits until no alarm rings that breaks something off. */
export function untilQuiet(operation: Operation): Promise<void> {
  return until(operation, 'alarms still ring', 30, async () => {
    const all = await operation.alarms.read(aborting);
    return all.every(({ state }) => state !== 'ALARM');
  });
}

/** @throws a Failure `rehearsal/unexpected` that lists what faults have left */
export async function expectNoFault({ experiments, networks, zonalShifts, documents, vpcId }: Operation): Promise<void> {
  const [active, acls, shifts, locks] = await Promise.all([
    experiments.active(),
    networks.fisAcls(vpcId),
    zonalShifts.active(),
    documents.list('locks/'),
  ]);
  const left = [
    ...active.map(({ id, status }) => `experiment ${id}: ${status}`),
    ...acls.map(({ aclId }) => `network ACL ${aclId} of FIS`),
    ...shifts.map(({ id, awayFrom }) => `zonal shift ${id} away from ${awayFrom}`),
    ...locks,
  ];
  if (left.length > 0) throw unexpected('something is left of it', left);
}

const shownLines = 40;

/** What GitHub would show of it: annotations of the jobs, and the end of the log. */
export function whatJobsSaid({ stage }: Pick<Operation, 'stage'>, runs: readonly WorkflowRun[]): readonly string[] {
  const jobs = runs.flatMap((run) => run.jobs);
  return [
    ...jobs.map(({ name, conclusion }) => `${name}: ${conclusion ?? 'not ended'}`),
    ...jobs.flatMap(({ name, annotations }) => annotations.map(({ message }) => `${name}: ${message}`)),
    '',
    ...stage.recorder.lines.slice(-shownLines),
  ];
}

export function unexpected(what: string, details: readonly string[]) {
  return failure({
    code: 'rehearsal/unexpected',
    what: `The operation went otherwise than it should: ${what}.`,
    next: 'Read what the jobs said below.',
    details,
  });
}
