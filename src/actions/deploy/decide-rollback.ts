// Decides what a deploy goes back to, and whether it may: once, and only to what has proven itself.
import type { GoodService } from './good.ts';
import type { FoundGoods } from './good-store.ts';
import type { DeployJournal, Release } from './journal.ts';

export type RollbackDecision =
  /** @param starts how many runs have begun with it, this one included */
  | { readonly kind: 'go-back'; readonly good: GoodService; readonly starts: number }
  | { readonly kind: 'freeze'; readonly because: string };

/**
 * A rollback whose run died is begun again: all of it can be done twice without harm. The first death may be a cancelled run's,
 * the second that of its post step; after a third one, something about the rollback itself kills its runs.
 */
export const mostStarts = 3;

/** A rollback that has failed is not decided upon again: its journal says `freezing` by then. */
export function decideRollback({ rollback }: DeployJournal, found: FoundGoods): RollbackDecision {
  if (found.kind === 'corrupt')
    return { kind: 'freeze', because: `what to go back to cannot be read (${found.problems.join('; ')})` };
  const goods = found.kind === 'valid' ? found.goods : [];
  const good = rollback === undefined ? goods[0] : goods.find(({ id }) => id === rollback.to);
  if (!good) return { kind: 'freeze', because: 'no earlier service is known to be good' };
  const starts = (rollback?.starts ?? 0) + 1;
  if (starts <= mostStarts) return { kind: 'go-back', good, starts };
  return { kind: 'freeze', because: `it was begun ${mostStarts} times, and its run died each time` };
}

export type TargetDecision =
  | { readonly kind: 'go-back'; readonly good: GoodService }
  | { readonly kind: 'nothing-older' }
  | { readonly kind: 'unreadable'; readonly problems: readonly string[] };

/**
 * Where somebody gets to who asks to go back: to the good service before the one that runs; where what runs has never proven
 * itself, to the last one that has.
 *
 * @param running the task definition that runs now
 */
export function decideTarget(found: FoundGoods, running: string | undefined): TargetDecision {
  if (found.kind === 'corrupt') return { kind: 'unreadable', problems: found.problems };
  const [newest, older] = found.kind === 'valid' ? found.goods : [];
  const good = newest?.taskDefinition === running ? older : newest;
  return good ? { kind: 'go-back', good } : { kind: 'nothing-older' };
}

export function releaseOf({ commit, image }: Release): Release {
  return { commit, image };
}
