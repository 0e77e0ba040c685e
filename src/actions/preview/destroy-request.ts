// What a destroy is asked to do, and what can become of it.
import type { Failure } from '../../define/failure.ts';
import type { Lock } from './lock.ts';

export interface DestroyRequest {
  readonly pullRequest: number;
  /** Completes "because ...". */
  readonly why: string;
  /** Asked again under the lock: what was decided without it may have been overtaken. */
  readonly isStillDue?: () => Promise<boolean>;
  /** How long to wait for a run that works on the preview; the settings' patience when left out. */
  readonly waitSeconds?: number;
}

export type DestroyResult =
  | DestroyedResult
  | { readonly kind: 'not-due' }
  | { readonly kind: 'locked'; readonly by: Lock }
  | { readonly kind: 'failed'; readonly failure: Failure };

export interface DestroyedResult {
  readonly kind: 'destroyed';
  /** False where there was no trace of a preview. */
  readonly wasThere: boolean;
  /** ARNs that carry its tags, and that a person has to look at. */
  readonly leftovers: readonly string[];
}
