// One way to ask GitHub: waits as GitHub tells us to, tries again what may be tried again, and turns the rest into a `Failure`.
import { Octokit } from '@octokit/rest';
import type { Failure } from '../../define/failure.ts';
import type { Clock } from '../../ports/clock.ts';
import { explain } from './explain.ts';
import { type Attempt, decideNextTry, type Trouble } from './next-try.ts';

export interface GitHubSetup {
  readonly token: string;
  /** `GITHUB_API_URL`: `https://api.github.com`, or that of a GitHub Enterprise Server. */
  readonly apiUrl: string;
  readonly repository: { readonly owner: string; readonly name: string };
  /** Whom the token writes as; `github-actions[bot]`, to which a job's own token belongs, when left out. */
  readonly botLogin?: string;
  readonly userAgent: string;
  readonly clock: Clock;
  /** Gets a line whenever a request has to wait. */
  readonly log: (line: string) => void;
  /** What is slower than this is as good as no answer; 30 when left out. */
  readonly answerTimeoutSeconds?: number;
}

export interface Client {
  readonly rest: Octokit['rest'];
  readonly paginate: Octokit['paginate'];
  /** What every path begins with. */
  readonly repository: { readonly owner: string; readonly repo: string };
  readonly botLogin: string;
  readonly clock: Clock;
}

/** Says that doing it twice is the same as doing it once, where the method does not: pass it as `request`. */
export const repeatable = { repeatable: true } as const;

/**
 * Before a request is tried again, this says what it should hold by then: pass it as `request`. What was right when it was
 * tried first may have been overtaken while it waited.
 */
export interface Renewable {
  readonly renew: () => Promise<{ readonly body: string }>;
}

const silent = (): void => undefined;

export function openClient(setup: GitHubSetup): Client {
  const { token, apiUrl, repository, botLogin, userAgent, clock, log, answerTimeoutSeconds = 30 } = setup;
  const logger = { debug: silent, info: silent, warn: log, error: silent };
  const octokit = new Octokit({ auth: token, baseUrl: apiUrl, userAgent, log: logger });
  octokit.hook.wrap('request', async (request, options) => {
    const isRepeatable = options.method !== 'POST' || options.request.repeatable === true;
    const ownRequest = options.request;
    const { renew } = ownRequest as Partial<Renewable>;
    let waitedSeconds = 0;
    for (let tries = 1; ; tries += 1) {
      const signal = AbortSignal.timeout(answerTimeoutSeconds * 1000);
      try {
        // Octokit's own hooks, which come after this one, take these options and none that they are handed.
        Object.assign(options, { request: { ...ownRequest, signal } });
        const response = await request(options);
        if (isCutOff(response)) throw cutOff(options.method, response.url);
        return response;
      } catch (error) {
        const now = clock.now();
        const attempt = { trouble: troubleOf(error), isRepeatable, tries, waitedSeconds, now };
        const next = decideNextTry(attempt);
        if (next.kind === 'give-up') throw failureOf(error, attempt);
        log(`GitHub: ${next.because}, trying again in ${next.waitSeconds} s (${askedOf(error)})`);
        await clock.sleep(next.waitSeconds * 1000);
        waitedSeconds += next.waitSeconds;
        Object.assign(options, await renew?.());
      }
    }
  });
  return {
    rest: octokit.rest,
    paginate: octokit.paginate,
    repository: { owner: repository.owner, repo: repository.name },
    botLogin: botLogin ?? 'github-actions[bot]',
    clock,
  };
}

/** What Octokit throws: a status without a response is its way to say that there was no answer. */
interface OctokitError {
  readonly status: number;
  readonly message: string;
  readonly cause?: unknown;
  readonly request: { readonly method: string; readonly url: string };
  readonly response?: { readonly headers: Trouble['headers']; readonly data: unknown };
}

function isOctokitError(error: unknown): error is OctokitError {
  return error instanceof Error && error.name === 'HttpError';
}

/** Octokit hands on what it could not parse as text. */
function isCutOff({ headers, data }: { readonly headers: Trouble['headers']; readonly data: unknown }): boolean {
  return typeof data === 'string' && String(headers['content-type']).startsWith('application/json');
}

function cutOff(method: string, url: string): OctokitError {
  const error = new Error('The connection ended in the middle of the answer.');
  return Object.assign(error, { name: 'HttpError', status: 500, request: { method, url } });
}

/** @throws what is no error of a request: a bug */
function troubleOf(error: unknown): Trouble {
  if (!isOctokitError(error)) throw error;
  const { response, status, message, cause } = error;
  if (response !== undefined) return { status, headers: response.headers, message: fieldOf(response.data, 'message') ?? message };
  const networkCode = networkCodeOf(cause);
  return { headers: {}, message, ...(networkCode !== undefined && { networkCode }) };
}

/** `fetch` hides the network's error as the cause of its own. */
function networkCodeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  return fieldOf(error, 'code') ?? ('cause' in error ? networkCodeOf(error.cause) : undefined);
}

function fieldOf(value: unknown, field: string): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const found: unknown = Reflect.get(value, field);
  return typeof found === 'string' ? found : undefined;
}

function askedOf(error: unknown): string {
  if (!isOctokitError(error)) throw error;
  const { method, url } = error.request;
  return `${method} ${new URL(url).pathname}`;
}

function failureOf(error: unknown, { trouble, tries, now }: Attempt): Failure {
  return explain({ trouble, asked: askedOf(error), tries, now, details: validationErrors(error), cause: error });
}

/** https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api#validation-failed */
function validationErrors(error: unknown): readonly string[] {
  const data = isOctokitError(error) ? error.response?.data : undefined;
  if (typeof data !== 'object' || data === null || !('errors' in data) || !Array.isArray(data.errors)) return [];
  return data.errors.map((each) => (typeof each === 'string' ? each : JSON.stringify(each)));
}
