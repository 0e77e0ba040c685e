// What can become of a deploy.
import type { Failure } from '../../define/failure.ts';
import type { StackPlan } from '../plan/model.ts';
import type { DeployJournal } from './journal.ts';

/** A service was tried: it stays, or the one before is back, or nobody can tell and somebody has to look. */
export type Ended = { readonly kind: 'kept' | 'rolled-back' | 'frozen'; readonly journal: DeployJournal };

export type DeployResult =
  | {
      readonly kind: 'planned';
      readonly commit: string;
      readonly platform: StackPlan;
      /** Nothing while there is no platform that it could be planned on. */
      readonly service?: StackPlan;
    }
  /** @param changed how many resources; none when there was nothing to do */
  | { readonly kind: 'platform'; readonly changed: number; readonly digest: string }
  | Ended
  | { readonly kind: 'nothing-to-do'; readonly journal: DeployJournal }
  /** Nothing was changed. */
  | { readonly kind: 'refused' | 'held' | 'locked'; readonly failure: Failure };
