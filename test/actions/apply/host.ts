// An environment with a Terraform in memory: what of it is still to be changed, and what was changed in which order.
import type { ApplyWorld } from '../../../src/actions/apply/world.ts';
import { failure } from '../../../src/define/failure.ts';
import type { StoredDocument } from '../../../src/ports/documents.ts';
import type { Terraform, TerraformFolders } from '../../../src/ports/terraform.ts';
import { memoryDocuments } from '../../support/documents.ts';
import { openPullRequest } from '../chatops/support/github.ts';

type Layer = 'platform' | 'service';

export interface Host {
  /** Names of queues that are to be made. */
  readonly pending: Record<Layer, string[]>;
  readonly made: string[];
  /** Called before each command of Terraform: the world may move on meanwhile. */
  before: (command: string) => void;
  pullRequest: typeof openPullRequest;
  readonly bucket: Map<string, StoredDocument>;
  readonly activeRuns: Set<number>;
  readonly told: string[];
  world(runId?: number): ApplyWorld;
}

export const now = new Date('2026-11-22T10:00:00.000Z');

export function openHost(pending: Partial<Record<Layer, string[]>> = {}): Host {
  const host: Host = {
    pending: { platform: [], service: [], ...pending },
    made: [],
    before: () => undefined,
    pullRequest: openPullRequest,
    bucket: new Map(),
    activeRuns: new Set(),
    told: [],
    world: (runId = 1) => worldOf(host, runId),
  };
  return host;
}

function worldOf(host: Host, runId: number): ApplyWorld {
  return {
    pullRequests: { get: async () => host.pullRequest, listOpen: async () => [7], reviews: async () => [] },
    documents: memoryDocuments(host.bucket),
    workflowRuns: {
      isActive: async ({ runId: other }) => host.activeRuns.has(other),
      latestOfBranch: async () => [],
      activeOfBranch: async () => [],
      cancel: async () => false,
    },
    terraform: foldersOf(host),
    clock: { now: () => now, sleep: async () => undefined },
    progress: { info: () => undefined, warning: (text) => host.told.push(`warning: ${text}`), group: (_title, body) => body() },
    run: { runId, attempt: 1, job: 'apply' },
    signal: new AbortController().signal,
    settings: {
      folder: '/synthesized',
      stacks: new Map(),
      environment: 'staging',
      bucket: 'states',
      domain: 'staging.example.org',
      image: 'registry.example.org/app@sha256:1',
      lockWaitSeconds: 0,
      lockPollSeconds: 1,
      stateLockTimeoutSeconds: 60,
    },
    tell: (words) => host.told.push(words),
  };
}

function foldersOf(host: Host): TerraformFolders {
  return {
    open: (folder) => stackOf(host, folder.includes('service') ? 'service' : 'platform'),
    withConfiguration: () => Promise.reject(new Error('nobody asks for it')),
  };
}

function stackOf(host: Host, layer: Layer): Terraform {
  const counts = { add: 0, change: 0, remove: 0, import: 0 };
  const step = (command: string): void => host.before(`${command} ${layer}`);
  return {
    init: async () => step('init'),
    validate: async () => [],
    plan: async () => {
      step('plan');
      return { hasChanges: host.pending[layer].length > 0, counts, changes: [], drift: [], diagnostics: [] };
    },
    show: async () => ({}),
    showBytes: async () => Buffer.from(JSON.stringify(planOf(host.pending[layer]))),
    apply: async ({ onEvent } = {}) => {
      step('apply');
      const todo = host.pending[layer].splice(0);
      for (const name of todo) {
        host.made.push(`${layer} ${name}`);
        onEvent?.({ kind: 'done', address: `aws_sqs_queue.${name}`, action: 'create', elapsedSeconds: 1 } as never);
      }
      return { counts: { ...counts, add: todo.length }, diagnostics: [] };
    },
    destroy: async () => ({ counts, diagnostics: [] }),
    output: async () => ({}),
    stateList: async () => [],
    stateResources: async () => [],
    importResource: async () => undefined,
    forceUnlock: async () => undefined,
  };
}

/** https://developer.hashicorp.com/terraform/internals/json-format */
function planOf(names: readonly string[]): unknown {
  return {
    format_version: '1.2',
    terraform_version: '1.11.4',
    resource_changes: names.map((name) => ({
      address: `aws_sqs_queue.${name}`,
      mode: 'managed',
      type: 'aws_sqs_queue',
      name,
      provider_name: 'registry.terraform.io/hashicorp/aws',
      change: {
        actions: ['create'],
        before: null,
        after: { name },
        after_unknown: {},
        before_sensitive: false,
        after_sensitive: {},
      },
    })),
    complete: true,
    errored: false,
  };
}

export function applyFailed() {
  return failure({ code: 'terraform/apply-failed', what: 'AWS said no.', next: 'Ask it why.' });
}
