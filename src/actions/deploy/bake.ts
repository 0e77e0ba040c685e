// Watches a new service until it has proven itself, or has not.
import { type BakeDecision, decideBake, noProgress, type Watch } from './decide-bake.ts';
import { gatherLook } from './gather-look.ts';
import type { OpenJournal } from './journal-store.ts';
import { bakeSecondsOf, type WatchedAlarm } from './watched-alarms.ts';
import type { DeployWorld } from './world.ts';

export type BakeEnd = Exclude<BakeDecision, { readonly kind: 'wait' }>;

/** @throws when the signal is aborted, which proves nothing */
export async function bake(
  world: DeployWorld,
  journal: OpenJournal,
  { watched, deploymentId }: { readonly watched: readonly WatchedAlarm[]; readonly deploymentId: string },
): Promise<BakeEnd> {
  const { clock, progress, settings, signal } = world;
  const { unwatched } = journal.current();
  const { rolloutSeconds, holdSeconds } = settings;
  const startedAt = clock.now();
  let bakeSeconds = bakeSecondsOf([], settings.bakeSeconds);
  let before = noProgress;
  let said = '';
  for (;;) {
    const look = await gatherLook(world, watched, journal.current());
    // The deploy itself may have made an alarm that takes longer.
    if (look.kind === 'seen') bakeSeconds = Math.max(bakeSeconds, bakeSecondsOf(look.alarms));
    const watch: Watch = { alarms: watched, unwatched, deploymentId, startedAt, bakeSeconds, rolloutSeconds, holdSeconds };
    const decision = decideBake(watch, before, look);
    if (decision.kind !== 'wait') return decision;
    if (before.rolledOutAt === undefined && decision.progress.rolledOutAt !== undefined)
      await journal.write({}, `its tasks have taken over; ${bakeSeconds} s of silence are to prove it`);
    before = decision.progress;
    const words = withoutCountdown(decision.words);
    if (words !== said) progress.info(`  ${decision.words}`);
    said = words;
    world.tell(decision.words);
    await clock.sleep(settings.pollSeconds * 1000, signal);
  }
}

/** Every look has another number of seconds left: that is no news. */
function withoutCountdown(words: string): string {
  return words.replace(/\d+ s more/, 'some time');
}
