// The primary rate limit of the GitHub double: so many requests an hour, or none until a moment of a rehearsal's choice.

/** https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api */
const requestsAnHour = 5_000;

export interface Limits {
  readonly limit: number;
  readonly used: number;
  readonly remaining: number;
  /** Seconds since 1970. */
  readonly reset: number;
}

export interface Limiter {
  /** @returns false when nothing is left */
  take(): boolean;
  read(): Limits;
  /** Nothing is left for so long. */
  exhaust(seconds: number): void;
}

export function createLimiter(now: () => Date): Limiter {
  let used = 0;
  let reset = secondsOf(now()) + 3600;
  const renew = (): void => {
    if (secondsOf(now()) < reset) return;
    used = 0;
    reset = secondsOf(now()) + 3600;
  };
  return {
    take: () => {
      renew();
      if (used >= requestsAnHour) return false;
      used += 1;
      return true;
    },
    read: () => {
      renew();
      return { limit: requestsAnHour, used, remaining: requestsAnHour - used, reset };
    },
    exhaust: (seconds) => {
      used = requestsAnHour;
      reset = secondsOf(now()) + seconds;
    },
  };
}

function secondsOf(date: Date): number {
  return Math.floor(date.getTime() / 1000);
}
