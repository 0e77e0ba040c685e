// Waiting: again after what passes, and until something has come true, within its time.
import type { Check } from '../../../define/runbook.ts';
import type { Clock } from '../../../ports/clock.ts';
import type { Progress } from '../../../ports/progress.ts';
import { isPassing } from './failures.ts';
import { cleanWords, wordsOf } from './words.ts';

interface PatienceWorld {
  readonly clock: Clock;
  readonly progress: Progress;
  readonly settings: { readonly pollSeconds: number; readonly retrySeconds: number };
}

/** Tries it again after errors that pass; the last one is thrown. */
export async function withRetries<T>(
  { clock, progress, settings }: PatienceWorld,
  { retries, signal }: { readonly retries: number; readonly signal?: AbortSignal },
  body: () => Promise<T>,
): Promise<T> {
  for (let tried = 0; ; tried += 1) {
    try {
      return await body();
    } catch (error) {
      if (tried >= retries || !isPassing(error) || signal?.aborted) throw error;
      const pauseSeconds = settings.retrySeconds * 2 ** tried;
      progress.warning(`${wordsOf(error)}; trying again in ${pauseSeconds} s.`);
      await clock.sleep(pauseSeconds * 1000, signal);
    }
  }
}

export type Outcome =
  | { readonly kind: 'yes' | 'never' | 'late'; readonly words: string }
  /** Nobody waits for it any more. */
  | { readonly kind: 'cancelled' };

interface Waiting {
  readonly timeoutSeconds: number;
  readonly signal?: AbortSignal;
}

/** @throws what the look throws, unless that passes */
export async function untilTrue(world: PatienceWorld, waiting: Waiting, look: () => Promise<Check>): Promise<Outcome> {
  const { clock, progress, settings } = world;
  const { timeoutSeconds, signal } = waiting;
  const endMs = clock.now().getTime() + timeoutSeconds * 1000;
  let told = '';
  for (;;) {
    const check = await patientLook(look);
    const words = cleanWords(check.words);
    if (words !== told) progress.info(words);
    told = words;
    if (check.kind !== 'not-yet') return { kind: check.kind, words };
    const leftMs = endMs - clock.now().getTime();
    if (leftMs <= 0) return { kind: 'late', words: `not within ${timeoutSeconds} s: ${words}` };
    if (!(await sleepOn(clock, Math.min(leftMs, settings.pollSeconds * 1000), signal))) return { kind: 'cancelled' };
  }
}

async function patientLook(look: () => Promise<Check>): Promise<Check> {
  try {
    return await look();
  } catch (error) {
    if (!isPassing(error)) throw error;
    return { kind: 'not-yet', words: wordsOf(error) };
  }
}

/** @returns false when the signal was aborted */
export async function sleepOn(clock: Clock, milliseconds: number, signal: AbortSignal | undefined): Promise<boolean> {
  try {
    await clock.sleep(milliseconds, signal);
    return !signal?.aborted;
  } catch (error) {
    if (signal?.aborted) return false;
    throw error;
  }
}
