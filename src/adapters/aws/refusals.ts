// The ways in which AWS refuses a request that we know: one row a cause, with its stable code and the next step.
import { type Failure, type FailureCode, failure } from '../../define/failure.ts';

/** What was asked for, in words that complete "could not ...". */
export interface Attempt {
  readonly what: string;
  /** The permission that it takes, for example `s3:PutObject`. */
  readonly permission: string;
}

interface Refusal {
  readonly code: FailureCode;
  readonly matches: RegExp;
  readonly what: string;
  readonly next: (attempt: Attempt) => string;
}

/** Tried in order on the error's name, code, message and status. */
const refusals: readonly Refusal[] = [
  {
    code: 'aws/bucket-missing',
    matches: /NoSuchBucket/,
    what: 'the bucket does not exist',
    next: () => 'Create it by deploying the bootstrap stack, or correct its name.',
  },
  {
    code: 'aws/credentials-expired',
    matches: /ExpiredToken|RequestExpired|TokenRefreshRequired/,
    what: 'the AWS credentials have expired',
    next: () => 'Get new ones and run again; for longer runs, raise the maximum session duration of the role.',
  },
  {
    code: 'aws/no-credentials',
    matches: /CredentialsProviderError|Could not load credentials/,
    what: 'there are no AWS credentials',
    next: () => 'Give the job a role (aws-actions/configure-aws-credentials, permission id-token: write).',
  },
  {
    code: 'aws/credentials-rejected',
    matches: /InvalidAccessKeyId|SignatureDoesNotMatch|UnrecognizedClient|InvalidClientTokenId/,
    what: 'AWS does not accept the credentials',
    next: () => 'Check with `aws sts get-caller-identity` whose they are, and that they belong to this account.',
  },
  {
    code: 'aws/access-denied',
    matches: /AccessDenied|Forbidden|UnauthorizedOperation|AuthorizationError/,
    what: 'AWS denied it',
    next: ({ permission }) => `Allow ${permission} in the policy of the role; a permissions boundary may forbid it, too.`,
  },
  {
    code: 'aws/throttled',
    matches: /Throttl|TooManyRequests|RequestLimitExceeded|SlowDown|Rate exceeded/,
    what: 'AWS throttles the requests of this account',
    next: () => 'Run again in a few minutes: whatever else asks AWS in this account and region takes its share.',
  },
  {
    code: 'aws/unavailable',
    matches: /ServiceUnavailable|ServerException|InternalService|InternalFailure|InternalError|HTTP 50[0234]/,
    what: 'AWS has trouble of its own',
    next: () => 'Run again in a few minutes; https://health.aws.amazon.com tells whether others have it, too.',
  },
  {
    code: 'aws/unreachable',
    matches: /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNRESET|EPIPE|EHOSTUNREACH|ENETUNREACH|TimeoutError/,
    what: 'nothing answers there',
    next: () => 'Check the network and the region, and AWS_ENDPOINT_URL where one is set.',
  },
];

/** @returns what to throw in place of the SDK's error, which stays the cause */
export function explain(attempt: Attempt, error: unknown): Failure {
  const words = wordsOf(error);
  const known = refusals.find(({ matches }) => matches.test(words));
  return failure({
    code: known?.code ?? 'aws/request-failed',
    what: `Could not ${attempt.what}: ${known?.what ?? messageOf(error)}.`,
    next: known?.next(attempt) ?? 'Read the message of AWS above, correct its cause, and run again.',
    details: known ? [messageOf(error)] : [],
    cause: error,
  });
}

/** The status of the answer; undefined when there was none. */
export function statusOf(error: unknown): number | undefined {
  return (error as AwsError | null)?.$metadata?.httpStatusCode;
}

export function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : '';
}

/** How often the client asked before it gave up: after more than once, an earlier try may have been carried out. */
export function triesOf(error: unknown): number {
  return (error as AwsError | null)?.$metadata?.attempts ?? 1;
}

interface AwsError {
  readonly code?: unknown;
  readonly $metadata?: { readonly httpStatusCode?: number; readonly attempts?: number };
}

function wordsOf(error: unknown): string {
  const code = String((error as AwsError | null)?.code ?? '');
  return [nameOf(error), code, messageOf(error), `HTTP ${statusOf(error) ?? 'without an answer'}`].join(' ');
}

function messageOf(error: unknown): string {
  const text = error instanceof Error ? error.message || error.name : String(error);
  return text.replace(/\.$/, '');
}
