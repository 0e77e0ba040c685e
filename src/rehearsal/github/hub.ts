// What every part of the GitHub double works with: the state, the clock, ids, and the way to tell the world of an event.
import type { Limiter } from './rate-limit.ts';
import type { Account, State } from './state.ts';
import type { TokenGrant } from './tokens.ts';

export type Json = Readonly<Record<string, unknown>>;

export type EventName =
  | 'pull_request'
  | 'issue_comment'
  | 'issues'
  | 'push'
  | 'workflow_dispatch'
  | 'repository_dispatch'
  | 'schedule';

export interface HubEvent {
  readonly name: EventName;
  /** Without `repository`, `organization` and `sender`: all events have these. */
  readonly payload: Json;
  readonly sender: Account;
  /** False where GitHub starts no workflow although there is an event. */
  readonly startsWorkflows: boolean;
}

export interface Hub {
  /** Where the API is, and the pages would be. */
  readonly url: string;
  readonly state: State;
  readonly now: () => Date;
  readonly nextId: () => number;
  readonly limiter: Limiter;
  readonly issueToken: (grant: TokenGrant) => string;
  readonly emit: (event: HubEvent) => void;
  /** Tells whoever runs the workflows that somebody asked for this run to end. */
  readonly askToCancel: (runId: number) => void;
}

/** GitHub's times have whole seconds. */
export function timestamp(hub: Pick<Hub, 'now'>): string {
  return hub
    .now()
    .toISOString()
    .replace(/\.\d+Z$/, 'Z');
}

/** https://docs.github.com/en/graphql/guides/using-global-node-ids: a prefix of the kind, then something opaque. */
export function nodeId(prefix: string, id: number | string): string {
  return `${prefix}_${Buffer.from(String(id)).toString('base64url')}`;
}

/** Where the repository is in the API. */
export function apiUrl({ url, state: { repository } }: Hub): string {
  return `${url}/repos/${repository.owner.login}/${repository.name}`;
}

/** Where the repository's pages would be. */
export function pageUrl({ url, state: { repository } }: Hub): string {
  return `${url}/${repository.owner.login}/${repository.name}`;
}

/**
 * What a job does with its own token starts no workflow, dispatches excepted:
 * https://docs.github.com/en/actions/using-workflows/triggering-a-workflow#triggering-a-workflow-from-a-workflow
 */
export function startsWorkflows({ app }: Account): boolean {
  return app?.slug !== 'github-actions';
}
