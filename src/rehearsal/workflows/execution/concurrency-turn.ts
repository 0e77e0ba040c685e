// Waits for the turn of a run or a job in its concurrency group.
import { evaluate, evaluateBoolean, evaluateText, type Scope } from '../language/expressions.ts';
import { isMapping, type Template } from '../language/template.ts';
import { refuseUnknownKeys } from '../language/unsupported.ts';
import { type Groups, supersededReason } from './concurrency.ts';

export interface Wish {
  readonly group: string;
  readonly cancelInProgress: boolean;
}

/** undefined without a group: an empty name is none. */
export function evaluateConcurrency(template: Template | undefined, scope: Scope): Wish | undefined {
  if (template === undefined) return undefined;
  if (!isMapping(template)) return wish(evaluateText(template, scope), false);
  refuseUnknownKeys(template, ['group', 'cancel-in-progress'], 'concurrency');
  const cancel = template.get('cancel-in-progress');
  // An expression may give the text "true", which GitHub takes, too.
  const cancelInProgress = cancel !== undefined && (evaluate(cancel, scope) === 'true' || evaluateBoolean(cancel, scope, false));
  return wish(evaluateText(template.get('group'), scope), cancelInProgress);
}

function wish(group: string, cancelInProgress: boolean): Wish | undefined {
  return group === '' ? undefined : { group, cancelInProgress };
}

export interface TurnRequest {
  readonly groups: Groups;
  readonly wish: Wish;
  /** Gives the place in the queue up. */
  readonly cancelled: AbortSignal;
  /** Called when a newer member wants the place of this one, which is in progress. */
  readonly cancel: (reason: string) => void;
  readonly onWait: () => void;
}

export type Turn =
  | { readonly kind: 'granted'; readonly leave: () => void }
  | { readonly kind: 'refused'; readonly because: string };

export async function waitForTurn({ groups, wish, cancelled, cancel, onWait }: TurnRequest): Promise<Turn> {
  const ticket = groups.join(wish.group, wish.cancelInProgress, { cancel });
  if (ticket.waits) onWait();
  const outcome = await Promise.race([ticket.turn, whenAborted(cancelled)]);
  if (outcome === 'granted') return { kind: 'granted', leave: ticket.leave };
  ticket.leave();
  const because = outcome === 'superseded' ? supersededReason(wish.group) : 'The operation was canceled.';
  return { kind: 'refused', because };
}

export function whenAborted(signal: AbortSignal): Promise<'aborted'> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve('aborted');
    else signal.addEventListener('abort', () => resolve('aborted'), { once: true });
  });
}
