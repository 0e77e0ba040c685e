// The contexts that a run gives to its expressions, and what of them becomes the environment of a step.
import type { ValueObject } from '../language/values.ts';
import type { Repository } from '../options.ts';
import type { RunIdentity } from '../records.ts';
import type { WorkflowEvent } from '../triggers/event.ts';

type Texts = Readonly<Record<string, string>>;

export interface GithubFacts {
  readonly repository: Repository;
  readonly serverUrl: string;
  readonly apiUrl: string;
  readonly run: RunIdentity;
  readonly event: WorkflowEvent;
}

/** https://docs.github.com/en/actions/reference/workflows-and-actions/contexts#github-context */
export function githubContext({ repository, serverUrl, apiUrl, run, event }: GithubFacts): ValueObject {
  const fullName = `${repository.owner}/${repository.name}`;
  return {
    event: event.payload,
    event_name: event.name,
    sha: event.sha,
    ref: event.ref,
    ref_name: event.ref.replace(/^refs\/(heads|tags|pull)\//, ''),
    ref_type: event.ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    ref_protected: false,
    head_ref: event.headRef ?? '',
    base_ref: event.baseRef ?? '',
    actor: event.actor,
    actor_id: String(event.actorId ?? ''),
    triggering_actor: event.actor,
    repository: fullName,
    repository_id: String(repository.id),
    repository_owner: repository.owner,
    repository_owner_id: String(repository.ownerId),
    repositoryUrl: `git://github.com/${fullName}.git`,
    run_id: String(run.id),
    run_number: String(run.number),
    run_attempt: String(run.attempt),
    retention_days: '90',
    workflow: run.workflow,
    workflow_ref: `${fullName}/.github/workflows/${run.file}@${event.ref}`,
    workflow_sha: event.sha,
    server_url: serverUrl,
    api_url: apiUrl,
    graphql_url: `${apiUrl}/graphql`,
    secret_source: 'Actions',
  };
}

/** https://docs.github.com/en/actions/reference/workflows-and-actions/contexts#runner-context */
export function runnerContext(temporaryFolder: string, toolCache: string): ValueObject {
  return {
    name: 'Opsdeck workflow runner',
    os: 'Linux',
    arch: process.arch === 'arm64' ? 'ARM64' : 'X64',
    temp: temporaryFolder,
    tool_cache: toolCache,
    environment: 'github-hosted',
  };
}

/** Which keys of `github` a step gets as GITHUB_*: the token and the event are not among them. */
const exposed = [
  ...['action', 'action_path', 'actor', 'actor_id', 'api_url', 'base_ref', 'event_name', 'event_path', 'graphql_url'],
  ...['head_ref', 'job', 'ref', 'ref_name', 'ref_protected', 'ref_type', 'repository', 'repository_id', 'repository_owner'],
  ...['repository_owner_id', 'retention_days', 'run_attempt', 'run_id', 'run_number', 'server_url', 'sha', 'triggering_actor'],
  ...['workflow', 'workflow_ref', 'workflow_sha', 'workspace'],
];

function asEnvironment(prefix: string, context: ValueObject, keys: readonly string[]): Texts {
  const present = keys.filter((key) => typeof context[key] === 'string' || typeof context[key] === 'boolean');
  return Object.fromEntries(present.map((key) => [`${prefix}_${key.toUpperCase()}`, String(context[key])]));
}

export interface EnvironmentFacts {
  /** What every step has: PATH, HOME. */
  readonly base: NodeJS.ProcessEnv;
  /** The context `env`: of the workflow, the job, the step, and what steps have exported. */
  readonly env: Texts;
  readonly github: ValueObject;
  readonly runner: ValueObject;
  readonly paths: readonly string[];
  /** Inputs, state, files of the runner: nothing overrides them. */
  readonly own: Texts;
}

/** Nobody can override what the runner itself sets: GITHUB_* and RUNNER_*. */
export function stepEnvironment({ base, env, github, runner, paths, own }: EnvironmentFacts): Texts {
  const { PATH: basePath = '' } = base;
  const merged: NodeJS.ProcessEnv = {
    CI: 'true',
    ...base,
    ...env,
    GITHUB_ACTIONS: 'true',
    ...asEnvironment('GITHUB', github, exposed),
    ...asEnvironment('RUNNER', runner, Object.keys(runner)),
    ...own,
    PATH: [...paths.toReversed(), env.PATH ?? basePath].join(':'),
  };
  return Object.fromEntries(Object.entries(merged).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/** `INPUT_<NAME>`: upper case, spaces become underscores, hyphens stay. */
export function inputEnvironment(inputs: Texts): Texts {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value]),
  );
}

export function stateEnvironment(state: ReadonlyMap<string, string>): Texts {
  return Object.fromEntries([...state].map(([name, value]) => [`STATE_${name}`, value]));
}
