// Asks GitHub: for a token of the App's installation, and to start the workflow.
import type { KeyObject } from 'node:crypto';
import { signedJwt } from './app-token.ts';
import { type Answer, decideVerdict, type Verdict } from './decide-answer.ts';
import type { Settings } from './settings.ts';

export interface GitHub {
  /** Never throws for what GitHub answers. @param payload what the workflow gets as its input `alarms` */
  dispatch(payload: string): Promise<Verdict>;
}

export interface GitHubWorld {
  readonly settings: Settings;
  readonly now: () => Date;
  /** Read whenever a token is needed, so that a new key works at once. @throws a Failure when there is none */
  readonly readKey: () => Promise<KeyObject>;
}

const callTimeoutMs = 10_000;
/** A token is good for an hour; one that is about to end is not used any more. */
const reserveSeconds = 300;
/** https://docs.github.com/en/rest/about-the-rest-api/api-versions */
const apiVersion = '2022-11-28';
const longestMessage = 300;

interface Token {
  readonly text: string;
  readonly endsSeconds: number;
}

type Minted = { readonly kind: 'token'; readonly token: Token } | Exclude<Verdict, { readonly kind: 'taken' }>;

/** It keeps its token: one for all the batches that a warm function handles. */
export function openGitHub({ settings, now, readKey }: GitHubWorld): GitHub {
  const { apiUrl, appId, installationId, repository, workflow, ref, environment } = settings;
  const nowSeconds = (): number => Math.floor(now().getTime() / 1000);
  let kept: Token | undefined;

  const mint = async (): Promise<Minted> => {
    const jwt = signedJwt(await readKey(), { appId, nowSeconds: nowSeconds() });
    const body = { repositories: [repository.split('/')[1]], permissions: { actions: 'write' } };
    const { answer, json } = await post(`${apiUrl}/app/installations/${installationId}/access_tokens`, jwt, body);
    const verdict = decideVerdict('token', answer, nowSeconds());
    if (verdict.kind !== 'taken') return verdict;
    const text = json.token;
    const endsSeconds = Date.parse(String(json.expires_at)) / 1000;
    if (typeof text !== 'string' || Number.isNaN(endsSeconds)) return { kind: 'later', why: 'GitHub answered without a token' };
    return { kind: 'token', token: { text, endsSeconds } };
  };

  const current = async (): Promise<Minted> => {
    if (kept && kept.endsSeconds - reserveSeconds > nowSeconds()) return { kind: 'token', token: kept };
    const minted = await mint();
    kept = minted.kind === 'token' ? minted.token : undefined;
    return minted;
  };

  const attempt = async (payload: string): Promise<{ readonly verdict: Verdict; readonly status: number | undefined }> => {
    const minted = await current();
    if (minted.kind !== 'token') return { verdict: minted, status: undefined };
    const url = `${apiUrl}/repos/${repository}/actions/workflows/${workflow}/dispatches`;
    const { answer } = await post(url, minted.token.text, { ref, inputs: { mode: 'alarms', environment, alarms: payload } });
    return { verdict: decideVerdict('dispatch', answer, nowSeconds()), status: answer.status };
  };

  return {
    dispatch: async (payload) => {
      const hadToken = kept !== undefined;
      const { verdict, status } = await attempt(payload);
      if (status !== 401) return verdict;
      // It may have been revoked since: a new one tells whether something is wrong.
      kept = undefined;
      return hadToken ? (await attempt(payload)).verdict : verdict;
    },
  };
}

interface Posted {
  readonly answer: Answer;
  readonly json: Readonly<Record<string, unknown>>;
}

async function post(url: string, token: string, body: object): Promise<Posted> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        accept: 'application/vnd.github+json',
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'user-agent': 'opsdeck-alarm-forwarder',
        'x-github-api-version': apiVersion,
      },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(callTimeoutMs),
    });
    const json = objectIn(await response.text());
    const message = oneLine(String(json.message ?? response.statusText));
    return { answer: { status: response.status, headers: Object.fromEntries(response.headers), message }, json };
  } catch (error) {
    const { message, cause } = error as Error;
    const why = oneLine(cause instanceof Error ? `${message}: ${cause.message}` : message);
    return { answer: { status: undefined, headers: {}, message: why }, json: {} };
  }
}

function objectIn(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {};
  }
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').slice(0, longestMessage);
}
