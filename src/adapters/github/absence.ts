// Tells that something is not there from a token that may not see it: both are 404.
import { isFailure } from '../../define/failure.ts';
import type { Client } from './client.ts';

export function isNotFound(error: unknown): boolean {
  return isFailure(error) && error.code === 'github/not-found';
}

/** @returns nothing when it is not there; throws when the token does not even see the repository */
export async function orAbsent<T>({ rest, repository }: Client, ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (!isNotFound(error)) throw error;
    await rest.repos.get(repository);
    return undefined;
  }
}

/** For what may have been removed by somebody else in the meantime. @returns nothing when it was */
export async function unlessGone<T>(ask: () => Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}
