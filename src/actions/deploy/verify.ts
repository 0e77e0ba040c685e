// Waits until a rollback has come to a good end, or has not.
import { failure } from '../../define/failure.ts';
import { catalogue } from '../../kpis/index.ts';
import { decideVerified, type Verification, type VerifyLook } from './decide-verified.ts';
import { isPassing } from './failures.ts';
import type { GoodService } from './good.ts';
import { identityOf } from './keys.ts';
import { ringSecondsOf, watchedAlarms } from './watched-alarms.ts';
import { wordsOf } from './words.ts';
import type { DeployWorld } from './world.ts';

export interface Verified {
  readonly deploymentId: string;
  /** Alarms that were not well before, and are not now. */
  readonly stillBad: readonly string[];
}

/** @throws a Failure `deploy/not-verified` */
export async function verify(
  world: DeployWorld,
  { taskDefinition, good, unwatched }: { taskDefinition: string; good: GoodService; unwatched: readonly string[] },
): Promise<Verified> {
  const { clock, settings, progress } = world;
  const { environment, rolloutSeconds, pollSeconds } = settings;
  const watched = watchedAlarms(catalogue, environment).map(({ name }) => name);
  const startedAt = clock.now();
  const wanted: Verification = { taskDefinition, image: good.image, watched, unwatched, startedAt, rolloutSeconds };
  let completedAt: Date | undefined;
  let said = '';
  for (;;) {
    const decision = decideVerified(wanted, completedAt, await gatherVerifyLook(world, watched));
    if (decision.kind === 'good') return decision;
    if (decision.kind === 'bad') throw notVerified(environment, decision.because);
    completedAt = decision.completedAt;
    if (decision.words !== said) progress.info(`  ${decision.words}`);
    said = decision.words;
    world.tell(decision.words);
    await clock.sleep(pollSeconds * 1000, world.signal);
  }
}

async function gatherVerifyLook(world: DeployWorld, watched: readonly string[]): Promise<VerifyLook> {
  const { services, alarms, clock, settings } = world;
  try {
    const [service, found] = await Promise.all([services.describe(identityOf(settings.environment)), alarms.read(watched)]);
    const [primary] = service?.deployments ?? [];
    const images = primary ? Object.values(await services.images(primary.taskDefinition)) : [];
    // An alarm goes back when most of the minutes that it looks at are good: twice what it takes to ring is ample.
    return { kind: 'seen', at: clock.now(), service, images, alarms: found, recoverySeconds: 2 * ringSecondsOf(found) };
  } catch (error) {
    if (!isPassing(error)) throw error;
    return { kind: 'blind', at: clock.now(), why: wordsOf(error) };
  }
}

function notVerified(environment: string, because: string) {
  return failure({
    code: 'deploy/not-verified',
    what: `The rollback of ${environment} did not come to a good end: ${because}.`,
    next: `Look at the service and its alarms: ${environment} is frozen until somebody has.`,
  });
}
