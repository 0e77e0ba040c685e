// Keeps a terminal's lock alive while it works; one that could not be renewed in time may belong to somebody else already.
import { addSeconds } from '../preview/lease.ts';
import { isSameOwner, isTerminal, parseLock } from '../preview/lock.ts';
import { type LockWorld, terminalLockSeconds } from './hold-lock.ts';

export interface Heartbeat {
  /** Aborted when the lock may be somebody else's. */
  readonly lost: AbortSignal;
  /** @returns the version that is to be released */
  stop(): Promise<string>;
}

/** Four of them, before a lock that was not renewed is anybody's. */
const beatSeconds = terminalLockSeconds / 4;

/** A run of GitHub needs none: GitHub tells whether it is alive. */
export function keepAlive(world: LockWorld, key: string, version: string): Heartbeat {
  const lost = new AbortController();
  const over = new AbortController();
  let current = version;
  let renewedMs = world.clock.now().getTime();

  const renew = async (): Promise<void> => {
    const { documents, clock, run } = world;
    const found = await documents.read(key);
    const lock = found && parseLock(found.value);
    if (found?.version !== current || lock?.kind !== 'valid' || !isSameOwner(lock.value.owner, run)) return lost.abort();
    const now = clock.now();
    const renewed = await documents.replace(key, { ...lock.value, expires: addSeconds(now, terminalLockSeconds) }, current);
    if (renewed === undefined) return lost.abort();
    current = renewed;
    renewedMs = now.getTime();
  };

  const beat = async (): Promise<void> => {
    while (!over.signal.aborted && !lost.signal.aborted) {
      // What is no end of it is one all the same: without a clock, nobody can tell when the lock expires.
      const slept = await world.clock.sleep(beatSeconds * 1000, over.signal).then(
        () => true,
        () => false,
      );
      if (over.signal.aborted) return;
      if (!slept) return lost.abort();
      await renew().catch(() => undefined);
      if (world.clock.now().getTime() - renewedMs >= terminalLockSeconds * 1000) lost.abort();
    }
  };

  const beating = isTerminal(world.run) ? beat() : Promise.resolve();
  return {
    lost: lost.signal,
    stop: async () => {
      over.abort();
      await beating;
      return current;
    },
  };
}
