// Decides what to do after a request to GitHub that went wrong: try again, and when, or give up.

/** A request that got no good answer. */
export interface Trouble {
  /** Absent when there was no answer at all. */
  readonly status?: number;
  readonly headers: Readonly<Record<string, string | number | undefined>>;
  /** GitHub's own words, or those of the network. */
  readonly message: string;
  /** The network's code, for example `ECONNRESET`. */
  readonly networkCode?: string;
}

export interface Attempt {
  readonly trouble: Trouble;
  /** Doing it twice is the same as doing it once. */
  readonly isRepeatable: boolean;
  /** Made so far, this one included. */
  readonly tries: number;
  /** Spent on waiting for this request so far. */
  readonly waitedSeconds: number;
  readonly now: Date;
}

export type NextTry =
  | { readonly kind: 'again'; readonly waitSeconds: number; readonly because: 'rate-limit' | 'no-answer' | 'server-error' }
  | { readonly kind: 'give-up' };

/** For one request, all its waits together: longer than this, a person who runs the job again later is cheaper. */
export const waitBudgetSeconds = 300;

export const mostTries = 4;

/** https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#handle-rate-limit-errors-appropriately */
const limitWithoutHintSeconds = 60;

const giveUp = { kind: 'give-up' } as const;

export function decideNextTry({ trouble, isRepeatable, tries, waitedSeconds, now }: Attempt): NextTry {
  const left = waitBudgetSeconds - waitedSeconds;
  if (isRateLimit(trouble)) {
    const waitSeconds = limitWaitSeconds(trouble, tries, now);
    return waitSeconds <= left ? { kind: 'again', waitSeconds, because: 'rate-limit' } : giveUp;
  }
  if (!isTransient(trouble) || tries >= mostTries) return giveUp;
  // Whether it was done is not known: only who asked can look.
  if (!isRepeatable && !wasNeverSent(trouble)) return giveUp;
  const waitSeconds = retryAfterSeconds(trouble) ?? backoffSeconds(tries);
  const because = trouble.status === undefined ? 'no-answer' : 'server-error';
  return waitSeconds <= left ? { kind: 'again', waitSeconds, because } : giveUp;
}

/** 1, 2, 4, ... */
export function backoffSeconds(tries: number): number {
  return 2 ** (tries - 1);
}

/** https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit */
export function isRateLimit({ status, headers, message }: Trouble): boolean {
  if (status === 429) return true;
  if (status !== 403) return false;
  const saysWhen = headers['retry-after'] !== undefined || String(headers['x-ratelimit-remaining']) === '0';
  return saysWhen || /secondary rate limit/i.test(message);
}

/** A refused connection or an unknown host: GitHub cannot have seen the request. */
export function wasNeverSent({ networkCode = '' }: Trouble): boolean {
  return ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'].includes(networkCode);
}

/** How long GitHub asks us to leave it alone. */
export function limitWaitSeconds(trouble: Trouble, tries: number, now: Date): number {
  const told = retryAfterSeconds(trouble) ?? untilResetSeconds(trouble, now);
  // Who is told to come back at once, time and again, comes back less and less often.
  return told === undefined ? limitWithoutHintSeconds * backoffSeconds(tries) : Math.max(backoffSeconds(tries), told);
}

function isTransient({ status }: Trouble): boolean {
  return status === undefined || status >= 500;
}

function retryAfterSeconds({ headers }: Trouble): number | undefined {
  const seconds = Number.parseInt(String(headers['retry-after']), 10);
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds);
}

/** A second more, because the header is cut to whole seconds. */
function untilResetSeconds({ headers }: Trouble, now: Date): number | undefined {
  const reset = Number.parseInt(String(headers['x-ratelimit-reset']), 10);
  if (Number.isNaN(reset) || String(headers['x-ratelimit-remaining']) !== '0') return undefined;
  return Math.ceil(reset - now.getTime() / 1000) + 1;
}
