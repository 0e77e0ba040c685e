// Decides what an answer of GitHub means: it was taken, it has to wait, or somebody has to mend something.

/** As much of an answer as is needed; no status when there was none. */
export interface Answer {
  readonly status: number | undefined;
  /** In lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** What GitHub says of itself, shortened. */
  readonly message: string;
}

export type Verdict =
  | { readonly kind: 'taken' }
  /** `seconds` where GitHub itself has named a time. */
  | { readonly kind: 'later'; readonly why: string; readonly seconds?: number }
  | { readonly kind: 'mend'; readonly why: string; readonly next: string };

/** What was asked: both have their own ways to go wrong. */
export type Asked = 'token' | 'dispatch';

/** https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit */
export function decideVerdict(asked: Asked, answer: Answer, nowSeconds: number): Verdict {
  const { status, headers, message } = answer;
  if (status === undefined) return { kind: 'later', why: `GitHub did not answer: ${message}` };
  if (status >= 200 && status < 300) return { kind: 'taken' };
  const why = `GitHub answered ${status}: ${message}`;
  if (status >= 500 || status === 408) return { kind: 'later', why, ...secondsOf(headers, nowSeconds) };
  if (status === 429 || (status === 403 && isLimit(answer))) return { kind: 'later', why, ...secondsOf(headers, nowSeconds) };
  return { kind: 'mend', why, next: nextOf(asked, status) };
}

function isLimit({ headers, message }: Answer): boolean {
  return headers['retry-after'] !== undefined || headers['x-ratelimit-remaining'] === '0' || /rate limit/i.test(message);
}

function secondsOf(headers: Answer['headers'], nowSeconds: number): { readonly seconds?: number } {
  const after = Number(headers['retry-after']);
  if (after > 0) return { seconds: Math.ceil(after) };
  const reset = Number(headers['x-ratelimit-reset']);
  return headers['x-ratelimit-remaining'] === '0' && reset > nowSeconds ? { seconds: reset - nowSeconds } : {};
}

const nextSteps: Readonly<Record<Asked, Readonly<Record<number, string>>>> = {
  token: {
    401: 'Compare the App id and the private key with the page of the App, and put a key that GitHub still lists.',
    403: 'Ask an owner of the organization whether the installation is suspended.',
    404: 'Compare the installation id with the address of the installation, and install the App again if it is gone.',
    422: 'Give the App the permission Actions: write, accept it in the installation, and let it reach the repository.',
  },
  dispatch: {
    401: 'Look whether the installation was removed or suspended just now.',
    403: 'Give the App the permission Actions: write, and accept it in the installation.',
    404: 'Look whether the repository has the workflow on its default branch, and whether the installation reaches it.',
    422: 'Look whether the workflow takes workflow_dispatch with the inputs mode, environment and alarms, and whether the branch is there.',
  },
};

function nextOf(asked: Asked, status: number): string {
  return nextSteps[asked][status] ?? 'Read what GitHub says, and docs/alarms-to-github.md.';
}

/** The queue gives up after five tries: these are spread over 25 minutes. */
const firstWaitSeconds = 30;
const longestWaitSeconds = 900;

/** @param tries how often the message was received, this time included */
export function decideWaitSeconds(verdict: Exclude<Verdict, { readonly kind: 'taken' }>, tries: number): number {
  const patient = firstWaitSeconds * 4 ** Math.max(0, tries - 1);
  const named = verdict.kind === 'later' ? (verdict.seconds ?? 0) : 0;
  // GitHub's hourly limit may name more than an hour: it is kept, because asking earlier is of no use.
  return Math.max(named, Math.min(patient, longestWaitSeconds));
}
