// What the runner says about the job: the environment and the event's payload, checked once and for all.
import { readFile } from 'node:fs/promises';
import { failure } from '../../define/failure.ts';

export interface JobContext {
  readonly repository: { readonly owner: string; readonly name: string };
  readonly apiUrl: string;
  readonly run: { readonly runId: number; readonly attempt: number; readonly job: string };
  /** Where a person reads the log of this run. */
  readonly runUrl: string;
  readonly event: JobEvent;
}

export interface JobEvent {
  /** `pull_request`, `schedule`, ... */
  readonly name: string;
  /** `opened`, `synchronize`, ...; empty where the event has none. */
  readonly action: string;
  readonly pullRequest?: EventPullRequest;
}

/** As of the event: ask GitHub before anything is changed. */
export interface EventPullRequest {
  readonly number: number;
  readonly headSha: string;
  readonly isFork: boolean;
}

type Json = Readonly<Record<string, unknown>>;

/** @throws a Failure `runner/context` outside of a workflow */
export async function readJobContext(env: NodeJS.ProcessEnv): Promise<JobContext> {
  const need = (name: string) => env[name] || refuse(`The environment has no ${name}.`);
  const [owner = '', name = ''] = need('GITHUB_REPOSITORY').split('/');
  const runId = Number(need('GITHUB_RUN_ID'));
  const serverUrl = env.GITHUB_SERVER_URL ?? 'https://github.com';
  return {
    repository: { owner, name },
    apiUrl: env.GITHUB_API_URL ?? 'https://api.github.com',
    run: { runId, attempt: Number(env.GITHUB_RUN_ATTEMPT ?? '1'), job: env.GITHUB_JOB ?? '' },
    runUrl: `${serverUrl}/${owner}/${name}/actions/runs/${runId}`,
    event: eventOf(need('GITHUB_EVENT_NAME'), await readPayload(need('GITHUB_EVENT_PATH'))),
  };
}

async function readPayload(path: string): Promise<Json> {
  try {
    return objectAt(JSON.parse(await readFile(path, 'utf8')));
  } catch (cause) {
    throw refusal(`The event's payload ${path} cannot be read.`, cause);
  }
}

function eventOf(name: string, payload: Json): JobEvent {
  const action = typeof payload.action === 'string' ? payload.action : '';
  const pullRequest = payload.pull_request === undefined ? undefined : pullRequestOf(payload);
  return { name, action, ...(pullRequest && { pullRequest }) };
}

function pullRequestOf(payload: Json): EventPullRequest {
  const { number, head } = objectAt(payload.pull_request);
  const { sha, repo } = objectAt(head);
  const home = objectAt(payload.repository).full_name;
  if (!Number.isSafeInteger(number) || typeof sha !== 'string' || !/^[0-9a-f]{40}$/.test(sha) || typeof home !== 'string') {
    throw refusal("The event's payload holds no proper pull request.");
  }
  // The fork may have been deleted: then there is no head repository, and certainly not ours.
  return { number: number as number, headSha: sha, isFork: objectAt(repo ?? {}).full_name !== home };
}

function objectAt(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : refuse("The event's payload is not what GitHub sends.");
}

function refuse(what: string): never {
  throw refusal(what);
}

function refusal(what: string, cause?: unknown) {
  return failure({
    code: 'runner/context',
    what,
    next: 'Run this as an action in a GitHub workflow; to try it out here, play `npm run rehearse`.',
    cause,
  });
}
