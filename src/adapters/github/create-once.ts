// Creates one thing and not two: after an answer that never came, looks whether it is there before it tries again.
import { isFailure } from '../../define/failure.ts';
import type { Client } from './client.ts';
import { backoffSeconds, mostTries } from './next-try.ts';

export interface Creation<T> {
  readonly create: () => Promise<T>;
  /** Finds what `create` may have made. */
  readonly find: () => Promise<T | undefined>;
}

export async function createOnce<T>({ clock }: Pick<Client, 'clock'>, { create, find }: Creation<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await create();
    } catch (error) {
      if (!mayHaveHappened(error)) throw error;
      await clock.sleep(backoffSeconds(tries) * 1000);
      const found = await find();
      if (found !== undefined) return found;
      if (tries === mostTries) throw error;
    }
  }
}

function mayHaveHappened(error: unknown): boolean {
  return isFailure(error) && ['github/no-answer', 'github/server-error'].includes(error.code);
}
