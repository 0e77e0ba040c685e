// The service that deploys change: staging's own, on the mini host, under traffic, in a time that runs faster.
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { hostService } from '../../../src/actions/plan/targets.ts';
import { openClock } from '../../../src/adapters/process/system-clock.ts';
import { openTerraform } from '../../../src/adapters/terraform/terraform.ts';
import type { Clock } from '../../../src/ports/clock.ts';
import { endSimulation, startSimulation } from '../../../src/rehearsal/emulator/simulation.ts';
import { seedMetrics } from '../../../src/rehearsal/metrics/seed.ts';
import { gatherMetrics, trafficGatherer } from '../../../src/rehearsal/operations/platform.ts';
import { sdkConfig } from '../../../src/rehearsal/sdk-config.ts';
import type { Conditions } from '../../../src/rehearsal/traffic/conditions.ts';
import { startTraffic } from '../../../src/rehearsal/traffic/traffic.ts';
import { stacksOfPullRequest } from '../../../src/stacks/settings.ts';
import { synthesize } from '../../../src/stacks/synth.ts';
import { environment } from './host.ts';
import type { SharedProvider } from './shared-provider.ts';
import { type Stage, settings } from './stage.ts';

/** The bake of eight minutes takes as many seconds; twice as fast, the calls to AWS would take longer than the polls between. */
const timeRate = 60;

/** How long all has been well before anybody comes, in the time of the rehearsal. */
const calmMs = 90 * 60_000;

export interface DeployedService {
  /** What was synthesized, as the artifact of its job. */
  readonly artifact: string;
  /** What runs before anybody deploys. */
  readonly firstImage: string;
  /** Of jobs, so that they keep the same time. */
  readonly jobEnvironment: Readonly<Record<string, string>>;
  /** Digests of images that answer badly. */
  readonly badImages: Set<string>;
  /** What users got in the last minutes, in words: whoever does not understand how a life ended begins there. */
  recentMinutes(): readonly string[];
  /** @throws what the emulator or its users could not do meanwhile */
  stop(): Promise<void>;
}

export async function bringUpService(stage: Stage, provider: SharedProvider): Promise<DeployedService> {
  const { emulator, folder } = stage.world;
  const client = sdkConfig(emulator);
  const artifact = join(folder, 'deploy');
  synthesize(join(artifact, 'host'), stacksOfPullRequest(settings, 1).host);
  const firstImage = imageOf('1'.repeat(40));
  await apply(stage, provider, artifact, firstImage);
  const pace = { rate: timeRate, originMs: Date.now() };
  const jobEnvironment = { OPSDECK_TIME: `${pace.rate}@${pace.originMs}` };
  const clock = openClock(jobEnvironment);
  await startSimulation(emulator.url, pace);
  const metrics = await gatherMetrics(client);
  const to = clock.now();
  const seeds = metrics.map((metric) => ({ metric, shape: 'good' }) as const);
  await seedMetrics(client, seeds, { from: new Date(to.getTime() - calmMs), to });
  const badImages = new Set<string>();
  const { onMinute, recentMinutes } = openNotes(clock);
  const gather = trafficGatherer({ client, settings, badImages });
  const traffic = startTraffic({ client, metrics, clock, gather, onMinute });
  const stop = async (): Promise<void> => {
    await traffic.stop();
    const failures = await endSimulation(emulator.url);
    if (failures.length > 0) throw new Error(`the emulator could not do what goes on by itself:\n${failures.join('\n')}`);
  };
  return { artifact, firstImage, jobEnvironment, badImages, recentMinutes, stop };
}

const minuteMs = 60_000;
const shownMinutes = 40;

function openNotes(clock: Clock) {
  const notes: string[] = [];
  let endMs = Math.floor(clock.now().getTime() / minuteMs) * minuteMs;
  const onMinute = ({ healthyTasks, desiredTasks, errorShare }: Conditions): void => {
    endMs += minuteMs;
    // On a machine that has a lot else to do, it is told late.
    const lateSeconds = Math.round((clock.now().getTime() - endMs) / 1000);
    const until = new Date(endMs).toISOString();
    notes.push(
      `until ${until}: ${healthyTasks} of ${desiredTasks} tasks, ${errorShare * 100} % errors, told ${lateSeconds} s late`,
    );
    if (notes.length > shownMinutes) notes.shift();
  };
  return { onMinute, recentMinutes: (): readonly string[] => [...notes] };
}

/** As CI builds one for each commit. */
export function imageOf(sha: string): string {
  return `registry.example.org/assessments@sha256:${sha.padEnd(64, '0')}`;
}

async function apply({ world, host, machine }: Stage, provider: SharedProvider, artifact: string, image: string): Promise<void> {
  const { path, variables } = hostService({ pullRequest: 0, environment, domain: host.domain }, image);
  const folder = join(world.folder, 'first-service');
  await cp(join(artifact, path), folder, { recursive: true });
  const env = { ...machine.environment, ...provider.environment };
  const terraform = openTerraform({ binary: world.binary, folder, env, temporaryFolder: world.folder });
  await terraform.init({ backendConfig: { bucket: host.bucket } });
  await terraform.apply({ variables });
}
