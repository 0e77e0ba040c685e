// Asks AWS without being held up by it: what is not answered is told, and what is not answered yet can be looked for later.
import { isFailure } from '../../../define/failure.ts';
import { type GameDayWorld, wordsOf } from '../world.ts';

export type Answer<T> = { readonly kind: 'answer'; readonly value: T } | { readonly kind: 'none'; readonly hasExpired: boolean };

/** One that has been asked. */
export interface Question<T> {
  /** Nothing as long as it is not there. */
  answer(): Answer<T> | undefined;
  readonly answered: Promise<unknown>;
}

export async function ask<T>(
  { progress }: Pick<GameDayWorld, 'progress'>,
  what: string,
  body: () => Promise<T>,
): Promise<Answer<T>> {
  try {
    return { kind: 'answer', value: await body() };
  } catch (error) {
    progress.warning(`Could not ${what}: ${wordsOf(error)}`);
    return { kind: 'none', hasExpired: isExpiry(error) };
  }
}

export function isExpiry(error: unknown): boolean {
  return isFailure(error) && error.code === 'aws/credentials-expired';
}

export function askAside<T>(world: Pick<GameDayWorld, 'progress'>, what: string, body: () => Promise<T>): Question<T> {
  let answer: Answer<T> | undefined;
  const answered = ask(world, what, body).then((found) => {
    answer = found;
  });
  return { answer: () => answer, answered };
}

/** Until all are answered, or time is over, or the job is cancelled. */
export async function waitFor(
  { clock, signal }: Pick<GameDayWorld, 'clock' | 'signal'>,
  questions: readonly Question<unknown>[],
  milliseconds: number,
): Promise<void> {
  const done = new AbortController();
  const either = AbortSignal.any([done.signal, ...(signal ? [signal] : [])]);
  // Ended before its time, it says so by an error.
  const timeOut = clock.sleep(Math.max(0, milliseconds), either).catch(() => undefined);
  await Promise.race([Promise.all(questions.map(({ answered }) => answered)), timeOut]);
  done.abort();
}

export function valueIn<T>(answer: Answer<T> | undefined): T | undefined {
  return answer?.kind === 'answer' ? answer.value : undefined;
}
