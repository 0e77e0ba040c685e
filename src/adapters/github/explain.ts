// Decides what a request that GitHub did not grant means to a person: a stable code, what was asked, and the next step.
import { type Failure, type FailureFacts, failure } from '../../define/failure.ts';
import { isRateLimit, limitWaitSeconds, type Trouble, wasNeverSent } from './next-try.ts';

export interface FailedRequest {
  readonly trouble: Trouble;
  /** `PATCH /repos/acme/platform/issues/comments/5` */
  readonly asked: string;
  readonly tries: number;
  readonly now: Date;
  /** GitHub's list of what is wrong with the request, one line each. */
  readonly details: readonly string[];
  readonly cause: unknown;
}

type Facts = Pick<FailureFacts, 'code' | 'what' | 'next'>;

export function explain(request: FailedRequest): Failure {
  const { trouble, details, cause } = request;
  return failure({ ...factsOf(request), details: [`GitHub says: ${trouble.message}`, ...details].map(onOneLine), cause });
}

function factsOf(request: FailedRequest): Facts {
  const { trouble } = request;
  if (trouble.status === undefined) return unanswered(request);
  if (isRateLimit(trouble)) return rateLimited(request);
  if (trouble.status >= 500) return serverError(request);
  return refusals[trouble.status]?.(request) ?? unexpected(request);
}

const refusals: Readonly<Record<number, (request: FailedRequest) => Facts>> = {
  401: ({ asked }) => ({
    code: 'github/bad-token',
    what: `GitHub does not accept the token (${asked}).`,
    next: 'Pass a valid token: that of a job ends with the job, and others are revoked or expire.',
  }),
  403: (request) => (isOfLock(request) ? locked(request) : forbidden(request)),
  404: ({ asked, trouble }) => ({
    code: 'github/not-found',
    what: `GitHub knows nothing there, or does not show it to this token: ${asked}.`,
    next: `Check that it still exists, and that the job has ${permissionWords(trouble)}.`,
  }),
  409: ({ asked }) => ({
    code: 'github/conflict',
    what: `Something else changed it at the same time: ${asked}.`,
    next: 'Run the job again.',
  }),
  410: ({ asked }) => ({
    code: 'github/gone',
    what: `It was removed, or the feature is turned off in this repository: ${asked}.`,
    next: "Turn issues on in the repository's settings if they are off.",
  }),
  422: ({ asked }) => ({
    code: 'github/invalid',
    what: `GitHub finds the request not valid: ${asked}.`,
    next: 'Correct what the details name.',
  }),
};

/** Of a conversation: no permission of the token helps. */
function isOfLock({ trouble }: FailedRequest): boolean {
  return /\bissue is locked\b/i.test(trouble.message);
}

function locked({ asked }: FailedRequest): Facts {
  return {
    code: 'github/conversation-locked',
    what: `The conversation is locked: only people who can push may comment (${asked}).`,
    next: 'Unlock the conversation, then run the job again.',
  };
}

function forbidden({ asked, trouble }: FailedRequest): Facts {
  return {
    code: 'github/forbidden',
    what: `The token may not do this: ${asked}.`,
    next: `Give the job ${permissionWords(trouble)}.`,
  };
}

function unanswered({ asked, trouble, tries }: FailedRequest): Facts {
  const next = 'Check the network between the runner and GitHub and https://www.githubstatus.com, then run the job again.';
  if (wasNeverSent(trouble)) {
    return { code: 'github/unreachable', what: `GitHub cannot be reached (${asked}, ${times(tries)}).`, next };
  }
  return { code: 'github/no-answer', what: `GitHub did not answer (${asked}, ${times(tries)}).`, next };
}

function serverError({ asked, trouble, tries }: FailedRequest): Facts {
  return {
    code: 'github/server-error',
    what: `GitHub had an error of its own, status ${trouble.status} (${asked}, ${times(tries)}).`,
    next: 'See https://www.githubstatus.com, then run the job again.',
  };
}

function rateLimited({ asked, trouble, tries, now }: FailedRequest): Facts {
  const again = new Date(now.getTime() + limitWaitSeconds(trouble, tries, now) * 1000);
  return {
    code: 'github/rate-limited',
    what: `GitHub's rate limit is used up, and waiting for it would take too long (${asked}).`,
    next: `Run the job again after ${again.toISOString()}.`,
  };
}

function unexpected({ asked, trouble }: FailedRequest): Facts {
  return {
    code: 'github/unexpected-answer',
    what: `GitHub answered with status ${trouble.status} (${asked}).`,
    next: "Read GitHub's own words in the details.",
  };
}

/**
 * The header's words as those of a workflow: `issues=write; pull_requests=write` -> "`issues: write` or `pull-requests: write`".
 * https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api#insufficient-permissions-errors
 */
export function permissionWords({ headers }: Pick<Trouble, 'headers'>): string {
  const accepted = String(headers['x-accepted-github-permissions'] ?? '');
  const alternatives = accepted.split(';').flatMap((alternative) => {
    const all = [...alternative.matchAll(/([a-z_]+)=(read|write|admin)/g)];
    return all.length === 0
      ? []
      : [all.map(([, name = '', level]) => `\`${name.replaceAll('_', '-')}: ${level}\``).join(' and ')];
  });
  return alternatives.length === 0 ? 'the permission that this needs' : `the permission ${alternatives.join(' or ')}`;
}

function times(tries: number): string {
  return tries === 1 ? 'tried once' : `tried ${tries} times`;
}

/** Its words can quote what a person wrote. */
function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 500);
}
