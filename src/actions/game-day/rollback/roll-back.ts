// Puts right what a drill broke, strategy by strategy: one that fails keeps no other from its work.
import type { DrillDefinition, RollbackStrategy } from '../../../define/drill.ts';
import type { RollbackOutcome } from '../game-day.ts';
import { isExpiry } from '../watch/question.ts';
import { clip, wordsOf } from '../world.ts';
import { cancelZonalShift } from './cancel-zonal-shift.ts';
import { failBackDatabase } from './fail-back-database.ts';
import { restoreService } from './restore-service.ts';
import { restoreSubnets } from './restore-subnets.ts';
import { failed, type RollBack, type RollbackContext, type RollbackResult } from './strategy.ts';

const strategies: Readonly<Record<RollbackStrategy, RollBack>> = {
  'cancel-zonal-shift': cancelZonalShift,
  'restore-subnets': restoreSubnets,
  'restore-service': restoreService,
  'fail-back-database': failBackDatabase,
};

/** @throws `aws/credentials-expired`: nothing can be done any more, and the next run does it */
export async function rollBack(
  context: RollbackContext,
  { rollback }: Pick<DrillDefinition, 'rollback'>,
  note: (outcomes: readonly RollbackOutcome[]) => Promise<void>,
): Promise<readonly RollbackOutcome[]> {
  const { clock, progress } = context.world;
  let outcomes: readonly RollbackOutcome[] = [];
  for (const strategy of rollback) {
    const result = await perform(strategies[strategy], context);
    progress.info(`${strategy}: ${result.status}: ${result.words}`);
    outcomes = [...outcomes, { strategy, ...result, words: clip(result.words), at: clock.now().toISOString() }];
    await note(outcomes);
  }
  return outcomes;
}

/** A call that is throttled is made again: to leave something broken is worse than to wait. */
const attempts = 4;

async function perform(strategy: RollBack, context: RollbackContext): Promise<RollbackResult> {
  const { clock, progress, settings } = context.world;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await strategy(context);
    } catch (error) {
      if (isExpiry(error)) throw error;
      if (attempt === attempts) return failed(wordsOf(error));
      progress.warning(`${wordsOf(error)} Trying again.`);
      await clock.sleep(settings.pollSeconds * 1000 * attempt);
    }
  }
}
