// Time as this machine has it, or as a rehearsal compresses it.
import { setTimeout as sleep } from 'node:timers/promises';
import { failure } from '../../define/failure.ts';
import type { Clock } from '../../ports/clock.ts';

export const systemClock: Clock = {
  now: () => new Date(),
  sleep: async (milliseconds, signal) => void (await sleep(milliseconds, undefined, { ...(signal && { signal }) })),
};

export interface PacedClock extends Clock {
  /** How much faster than on a wall clock time runs. */
  readonly rate: number;
}

/**
 * A rehearsal plays ten minutes of an experiment in a fraction of them: `OPSDECK_TIME=30@1767225600000` runs thirty times as fast
 * since that instant, in milliseconds since 1970. The emulated AWS keeps the same time; whoever shows times says so.
 *
 * @throws a Failure `runner/time`
 */
export function openClock({ OPSDECK_TIME: text = '' }: NodeJS.ProcessEnv): PacedClock {
  if (text === '') return { ...systemClock, rate: 1 };
  const [, rateText = '', originText = ''] = /^([1-9]\d{0,3})@(\d{12,14})$/.exec(text) ?? [];
  if (rateText === '') {
    throw failure({
      code: 'runner/time',
      what: `OPSDECK_TIME says ${JSON.stringify(text.slice(0, 60))}, which is no rate and origin of time.`,
      next: 'Unset it: only rehearsals have a time of their own.',
    });
  }
  const [rate, originMs] = [Number(rateText), Number(originText)];
  return {
    rate,
    now: () => new Date(originMs + (Date.now() - originMs) * rate),
    sleep: (milliseconds, signal) => systemClock.sleep(milliseconds / rate, signal),
  };
}
