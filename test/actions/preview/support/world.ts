// The ports of a run, on the cloud in memory; each call is a point at which the run can die.
import { defaultLifetimes, type PreviewSettings, type PreviewWorld } from '../../../../src/actions/preview/world.ts';
import type { Documents } from '../../../../src/ports/documents.ts';
import type { Cloud } from './cloud.ts';
import type { FakeProcess } from './process.ts';
import { fakeTerraform, type Troubles } from './terraform.ts';

export interface WorldSetup {
  readonly cloud: Cloud;
  readonly process: FakeProcess;
  readonly troubles?: Troubles;
  readonly settings?: Partial<PreviewSettings>;
  /** Gets every line of the log. */
  readonly log?: string[];
  readonly signal?: AbortSignal;
}

export const settings: PreviewSettings = {
  bucket: 'state',
  region: 'eu-west-2',
  providerVersion: '5.100.0',
  naming: { prefix: 'assess', host: 'staging', mainService: 'app' },
  maximum: 2,
  maximumIsolated: 1,
  ...defaultLifetimes,
  lockWaitSeconds: 60,
  lockPollSeconds: 10,
  tagSettleSeconds: 10,
  tagPollSeconds: 5,
  destroyAttempts: 3,
  destroyBackoffSeconds: 10,
  stateLockTimeoutSeconds: 5,
};

export function fakeWorld(setup: WorldSetup): PreviewWorld {
  const { cloud, process, troubles = new Map(), log = [], signal } = setup;
  const { act } = process;
  return {
    clock: clockOf(cloud, signal),
    progress: {
      info: (line) => void log.push(line),
      warning: (text) => void log.push(`warning: ${text}`),
      group: (title, body) => {
        log.push(title);
        return body();
      },
    },
    documents: mortal(cloud.documents, process),
    pullRequests: {
      get: (number) => act('get pull request', () => cloud.pullRequests.get(number)),
      listOpen: () =>
        act('list pull requests', () =>
          [...cloud.pullRequests.values()].filter(({ state }) => state === 'open').map(({ number }) => number),
        ),
      reviews: async () => [],
    },
    comments: {
      revise: (issue, _marker, revise) =>
        act('revise comment', () => {
          const body = revise(cloud.comments.get(issue) ?? '');
          cloud.comments.set(issue, body);
          return { url: `https://github.com/o/r/pull/${issue}`, body };
        }),
      find: (issue) =>
        act('find comment', () => {
          const body = cloud.comments.get(issue);
          return body === undefined ? undefined : { url: `https://github.com/o/r/pull/${issue}`, body };
        }),
    },
    deployments: deploymentsOf(setup),
    workflowRuns: {
      isActive: ({ runId }) => act('ask for the run', () => cloud.activeRuns.has(runId)),
      latestOfBranch: async () => [],
      activeOfBranch: async () => [],
      cancel: async () => false,
    },
    taggedResources: {
      find: (filters) =>
        act('find tagged', () =>
          [...cloud.resources.values()].filter(({ isListed, tags }) => {
            return isListed && Object.entries(filters).every(([name, values]) => values.includes(tags[name] ?? ''));
          }),
        ),
    },
    terraform: fakeTerraform({ cloud, process, troubles }),
    settings: { ...settings, ...setup.settings },
    run: { runId: process.runId, attempt: 1, job: 'preview', url: `https://github.com/o/r/actions/runs/${process.runId}` },
    ...(signal && { signal }),
  };
}

/** Time goes by only while somebody waits. */
function clockOf(cloud: Cloud, signal: AbortSignal | undefined): PreviewWorld['clock'] {
  return {
    now: () => new Date(cloud.nowMs),
    sleep: async (milliseconds) => {
      signal?.throwIfAborted();
      cloud.nowMs += milliseconds;
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

function mortal(documents: Documents, { act }: FakeProcess): Documents {
  return {
    read: (key) => act(`read ${key}`, () => documents.read(key)),
    create: (key, value) => act(`create ${key}`, () => documents.create(key, value)),
    replace: (key, value, version) => act(`replace ${key}`, () => documents.replace(key, value, version)),
    remove: (key, version) => act(`remove ${key}`, () => documents.remove(key, version)),
    list: (prefix) => act(`list ${prefix}`, () => documents.list(prefix)),
  };
}

function deploymentsOf({ cloud, process: { act } }: WorldSetup): PreviewWorld['deployments'] {
  return {
    create: ({ environment }) =>
      act('create deployment', () => {
        const id = cloud.deployments.length + 1;
        cloud.deployments.push({ id, environment, state: 'pending' });
        return id;
      }),
    setStatus: (id, { state }) =>
      act('set deployment status', () => {
        for (const one of cloud.deployments) if (one.id === id) one.state = state;
      }),
    deactivate: (environment) =>
      act('deactivate', () => {
        for (const one of cloud.deployments) if (one.environment === environment) one.state = 'inactive';
      }),
  };
}
