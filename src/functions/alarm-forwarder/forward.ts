// Tells GitHub of a batch: one dispatch for all of it, and back to the queue with whatever GitHub was not told of.
import { decideWaitSeconds, type Verdict } from './decide-answer.ts';
import { choose, readBatch, renderPayload } from './decide-changes.ts';
import type { GitHub } from './github.ts';
import type { Memory } from './memory.ts';
import type { QueueRecord, Told } from './messages.ts';

export interface ForwardWorld {
  readonly memory: Memory;
  readonly gitHub: GitHub;
  /** Keeps a message out of sight for so long; what it cannot do, the queue's own time-out does. */
  readonly hide: (record: QueueRecord, seconds: number) => Promise<void>;
  readonly now: () => Date;
  /** Another one each time. */
  readonly newId: () => string;
  readonly log: (entry: LogEntry) => void;
}

/** One line of the log, as JSON. */
export interface LogEntry {
  readonly level: 'info' | 'error';
  readonly what: string;
  readonly [fact: string]: unknown;
}

/** Claims, settlements and returns of a batch go to AWS so many at a time. */
const atOnce = 20;

/**
 * At least once, and never lost: a message leaves the queue when GitHub knows of its change or of a newer one of the same
 * alarm. Whoever dies between claim and dispatch leaves a claim that ends by itself, before the message shows up again.
 * @returns the messages that stay in the queue
 */
export async function forward(
  world: ForwardWorld,
  records: readonly QueueRecord[],
  alarmArnPrefix: string,
): Promise<readonly QueueRecord[]> {
  const { told, dropped } = readBatch(records, alarmArnPrefix);
  for (const { messageId, why } of dropped) world.log({ level: 'info', what: 'dropped', messageId, why });
  const { newest, superseded, left } = choose(told);
  const owner = world.newId();
  const claims = await claimAll(world, newest, owner);
  const dispatched = await dispatchAll(world, claims.claimed, owner);
  const back = [...claims.back, ...dispatched, ...left.map((each) => ({ told: each, seconds: nextBatchSeconds }))];
  await inPieces(back, ({ told: { record }, seconds }) => hide(world, record, seconds));
  world.log({
    level: 'info',
    what: 'batch',
    messages: records.length,
    dropped: dropped.length,
    superseded: superseded.length,
    known: newest.length - claims.claimed.length - claims.back.length,
    told: claims.claimed.length - dispatched.length,
    back: back.length,
  });
  return back.map(({ told: { record } }) => record);
}

/** A change that goes back to the queue. */
interface Returned {
  readonly told: Told;
  readonly seconds: number;
}

/** What did not fit has waited long enough. */
const nextBatchSeconds = 5;
/** After an error of AWS itself. */
const afterErrorSeconds = 30;

async function claimAll({ memory, log }: ForwardWorld, newest: readonly Told[], owner: string) {
  const claimed: Told[] = [];
  const back: Returned[] = [];
  await inPieces(newest, async (told) => {
    try {
      const claim = await memory.claim(told.change, owner);
      if (claim.kind === 'claimed') claimed.push(told);
      if (claim.kind === 'wait') back.push({ told, seconds: claim.seconds });
    } catch (error) {
      log({ level: 'error', what: 'claim', alarm: told.change.name, why: wordsOf(error) });
      back.push({ told, seconds: afterErrorSeconds });
    }
  });
  return { claimed, back };
}

/** @returns those that GitHub was not told of */
async function dispatchAll(world: ForwardWorld, claimed: readonly Told[], owner: string): Promise<readonly Returned[]> {
  if (claimed.length === 0) return [];
  const { memory, log } = world;
  const attempt = await dispatchInTurn(world, claimed);
  const isTaken = attempt.kind === 'taken';
  await inPieces(claimed, async ({ change }) => {
    try {
      await (isTaken ? memory.settle(change, owner) : memory.release(change, owner));
    } catch (error) {
      // GitHub may be told of it once more, when the claim has ended: it bears that.
      log({ level: 'error', what: isTaken ? 'settle' : 'release', alarm: change.name, why: wordsOf(error) });
    }
  });
  if (isTaken) return [];
  if (attempt.kind === 'wait') return claimed.map((told) => ({ told, seconds: attempt.seconds }));
  return claimed.map((told) => ({ told, seconds: decideWaitSeconds(attempt, triesOf(told.record)) }));
}

async function dispatchInTurn(
  { memory, gitHub, now, log }: ForwardWorld,
  claimed: readonly Told[],
): Promise<Verdict | { readonly kind: 'wait'; readonly seconds: number }> {
  try {
    const turn = await memory.takeTurn();
    if (turn.kind === 'wait') return turn;
    const verdict = await gitHub.dispatch(renderPayload(claimed));
    if (verdict.kind !== 'taken') log({ level: 'error', what: 'dispatch', ...verdict });
    if (verdict.kind === 'later' && verdict.seconds !== undefined)
      await memory.pause(Math.floor(now().getTime() / 1000) + verdict.seconds);
    return verdict;
  } catch (error) {
    const { message, next } = error as Error & { readonly next?: string };
    log({ level: 'error', what: 'dispatch', why: message, next });
    return { kind: 'mend', why: message, next: next ?? 'Read the log of the function.' };
  }
}

async function hide({ hide: hideRecord, log }: ForwardWorld, record: QueueRecord, seconds: number): Promise<void> {
  try {
    await hideRecord(record, seconds);
  } catch (error) {
    log({ level: 'error', what: 'hide', messageId: record.messageId, why: wordsOf(error) });
  }
}

function triesOf({ attributes }: QueueRecord): number {
  return Number(attributes?.ApproximateReceiveCount ?? 1);
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

async function inPieces<T>(all: readonly T[], act: (one: T) => Promise<void>): Promise<void> {
  for (let start = 0; start < all.length; start += atOnce) await Promise.all(all.slice(start, start + atOnce).map(act));
}
