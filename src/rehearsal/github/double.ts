// A small GitHub in this process: one repository, its people and their tokens, behind GitHub's own REST API.

import { actionsBot, addAccount, botOf, setRole } from './accounts.ts';
import { installApp, type NewInstallation, suspendInstallation } from './app-installations.ts';
import { createFaults, type Faults } from './faults.ts';
import { addCommit, branchKey } from './git.ts';
import { type Hub, type HubEvent, timestamp } from './hub.ts';
import { openPeople, type People } from './people.ts';
import { createLimiter } from './rate-limit.ts';
import { openRuns, type Runs } from './run-keeping.ts';
import { type JournalEntry, listen, type Office, stop } from './server.ts';
import type { Account, ReadonlyState, Repository, Role, State } from './state.ts';
import { createTokens, type TokenGrant } from './tokens.ts';
import { renderWebhook, type WebhookListener } from './webhooks.ts';

export interface GitHubDoubleOptions {
  /** An organization. */
  readonly owner: string;
  readonly name: string;
  readonly people: readonly Person[];
  /** Slugs of apps beside GitHub Actions: `dependabot` comments as `dependabot[bot]`. */
  readonly apps?: readonly string[];
  /** Of the first commit. */
  readonly files: Readonly<Record<string, string>>;
  /** `main` when left out. */
  readonly defaultBranch?: string;
  readonly isPrivate?: boolean;
  readonly webhookSecret: string;
  /** The server's clock. */
  readonly now: () => Date;
}

export interface Person {
  readonly login: string;
  readonly role: Role;
  /** The organization's own name for it. */
  readonly customRole?: string;
  /** Slugs of teams of the organization. */
  readonly teams?: readonly string[];
}

export interface GitHubDouble extends People {
  /** `GITHUB_API_URL` */
  readonly url: string;
  /** `GITHUB_SERVER_URL`: where the pages would be; there are none. */
  readonly serverUrl: string;
  readonly state: ReadonlyState;
  /** Every request, oldest first. */
  readonly journal: readonly JournalEntry[];
  readonly runs: Runs;
  readonly faults: Pick<Faults, 'inject'>;
  issueToken(grant: TokenGrant): string;
  revokeToken(token: string): void;
  /** An App, installed in the organization for the repository. */
  installApp(installation: NewInstallation): { readonly appId: number; readonly installationId: number };
  suspendInstallation(installationId: number): void;
  /** From now on, or until they are told otherwise, this person may do what the role allows. */
  setRole(login: string, role: Role, customRole?: string): void;
  /** By a ruleset of the repository. */
  protectBranch(name: string): void;
  /** Uses up the rate limit for so many seconds. */
  exhaustRateLimit(seconds: number): void;
  /** Called with every event, in the order they happen. @returns what ends it */
  onWebhook(listener: WebhookListener): () => void;
  /** Called whenever somebody asks the API to cancel a run that has not ended. @returns what ends it */
  onCancel(listener: (runId: number) => void): () => void;
  close(): Promise<void>;
}

/** What is in it is gone when it is closed. */
export async function openGitHubDouble(options: GitHubDoubleOptions): Promise<GitHubDouble> {
  const journal: JournalEntry[] = [];
  const listeners = new Set<WebhookListener>();
  const cancelListeners = new Set<(runId: number) => void>();
  const tokens = createTokens();
  const faults = createFaults();
  const listening = await listen((): Office => office);
  const { url } = listening;
  const emit = (event: HubEvent): void => {
    const webhook = renderWebhook(hub, event, options.webhookSecret);
    for (const listener of listeners) listener(webhook);
  };
  const askToCancel = (runId: number): void => {
    for (const listener of cancelListeners) listener(runId);
  };
  const hub = createHub(options, url, { emit, askToCancel, issueToken: tokens.issue });
  const office: Office = { hub, tokens, faults, record: (entry) => journal.push(entry) };
  return {
    ...openPeople(hub),
    url,
    serverUrl: url,
    state: hub.state,
    journal,
    runs: openRuns(hub),
    faults,
    issueToken: tokens.issue,
    revokeToken: tokens.revoke,
    installApp: (installation) => {
      const { appId, id } = installApp(hub, installation);
      return { appId, installationId: id };
    },
    suspendInstallation: (id) => suspendInstallation(hub, id),
    setRole: (login, role, customRole) => setRole(hub.state, login, role, customRole),
    protectBranch: (name) => void hub.state.protectedBranches.set(name, { ruleset: hub.nextId() }),
    exhaustRateLimit: hub.limiter.exhaust,
    onWebhook: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onCancel: (listener) => {
      cancelListeners.add(listener);
      return () => cancelListeners.delete(listener);
    },
    close: () => stop(listening),
  };
}

function createHub(options: GitHubDoubleOptions, url: string, outward: Pick<Hub, 'emit' | 'askToCancel' | 'issueToken'>): Hub {
  const { now, people, apps = [], files, owner } = options;
  let lastId = 1_000;
  const nextId = (): number => {
    lastId += 1;
    return lastId;
  };
  const organization: Account = { id: nextId(), login: owner, type: 'Organization' };
  const state = emptyState(repositoryOf(options, organization, nextId()));
  for (const account of [organization, actionsBot]) addAccount(state, account);
  for (const person of people) addPerson(state, person, nextId());
  for (const slug of apps) addAccount(state, botOf(slug, nextId()));
  const hub: Hub = { url, state, now, nextId, ...outward, limiter: createLimiter(now) };
  const first = { parents: [], message: 'First commit', author: organization, files: new Map(Object.entries(files)) };
  state.branches.set(branchKey(state.repository, state.repository.defaultBranch), addCommit(hub, first).sha);
  return hub;
}

function repositoryOf(
  { name, defaultBranch = 'main', isPrivate = true, now }: GitHubDoubleOptions,
  owner: Account,
  id: number,
): Repository {
  return { id, owner, name, isFork: false, isPrivate, defaultBranch, createdAt: timestamp({ now }) };
}

function addPerson(state: State, { login, role, customRole, teams = [] }: Person, id: number): void {
  addAccount(state, { id, login, type: 'User' });
  setRole(state, login, role, customRole);
  for (const team of teams) state.teams.set(team, new Set([...(state.teams.get(team) ?? []), login.toLowerCase()]));
}

function emptyState(repository: Repository): State {
  return {
    repository,
    forks: new Map(),
    accounts: new Map(),
    roles: new Map(),
    customRoles: new Map(),
    teams: new Map(),
    commits: new Map(),
    branches: new Map(),
    issues: new Map(),
    comments: new Map(),
    reactions: new Map(),
    reviews: new Map(),
    labels: new Map(),
    checkRuns: new Map(),
    statuses: new Map(),
    deployments: new Map(),
    environments: new Map(),
    variables: new Map(),
    protectedBranches: new Map(),
    actionsSettings: new Map(),
    runs: new Map(),
    jobs: new Map(),
    installations: new Map(),
  };
}
