// A cloud and a GitHub in memory: all that outlives the process of a run.
import type { Documents, StoredDocument } from '../../../../src/ports/documents.ts';
import type { PullRequest } from '../../../../src/ports/pull-requests.ts';
import { memoryDocuments } from '../../../support/documents.ts';

export interface FakeResource {
  readonly resourceType: string;
  /** As a state has it. */
  readonly id: string;
  readonly importId: string;
  readonly arn: string;
  readonly tags: Readonly<Record<string, string>>;
  /** Whether the tagging API knows this kind. */
  readonly isListed: boolean;
  /** Differs when it has to be replaced. */
  readonly made: string;
}

export interface FakeDeployment {
  readonly id: number;
  readonly environment: string;
  state: string;
}

export interface Cloud {
  readonly bucket: Map<string, StoredDocument>;
  /** The bucket as all the runs see it: no version of it comes twice. */
  readonly documents: Documents;
  readonly resources: Map<string, FakeResource>;
  readonly pullRequests: Map<number, PullRequest>;
  readonly comments: Map<number, string>;
  readonly deployments: FakeDeployment[];
  readonly activeRuns: Set<number>;
  /** Two processes that worked on one state at a time. */
  readonly collisions: string[];
  nowMs: number;
  nextNumber: number;
}

export function openCloud(): Cloud {
  const bucket = new Map<string, StoredDocument>();
  return {
    bucket,
    documents: memoryDocuments(bucket),
    resources: new Map(),
    pullRequests: new Map(),
    comments: new Map(),
    deployments: [],
    activeRuns: new Set(),
    collisions: [],
    nowMs: Date.parse('2026-11-22T10:00:00.000Z'),
    nextNumber: 100,
  };
}

export function keyOf({ resourceType, importId }: Pick<FakeResource, 'resourceType' | 'importId'>): string {
  return `${resourceType} ${importId}`;
}

export function shaOf(text: string): string {
  return Buffer.from(text).toString('hex').padEnd(40, '0').slice(0, 40);
}

export function pullRequest(number: number, headSha: string, state: 'open' | 'closed' = 'open'): PullRequest {
  return {
    number,
    state,
    isDraft: false,
    isFork: false,
    headSha,
    headRef: 'feature',
    baseSha: shaOf('base'),
    baseRef: 'main',
    author: 'octocat',
    labels: [],
    isLocked: false,
    headRepository: 'acme/app',
  };
}

/** All that there is of a preview, in words: empty when nothing leaks. */
export function tracesOf({ bucket, resources, deployments }: Cloud, number: number): readonly string[] {
  const ours = new RegExp(`\\bpr-${number}\\b`);
  const isSlot = (key: string, { value }: StoredDocument) =>
    key.startsWith('previews/slots/') && (value as { pullRequest?: number }).pullRequest === number;
  return [
    ...[...bucket].filter(([key, document]) => ours.test(key) || isSlot(key, document)).map(([key]) => key),
    ...[...resources.values()].filter(({ arn, id }) => ours.test(arn) || ours.test(id)).map(keyOf),
    ...deployments
      .filter(({ environment, state }) => environment === `preview/pr-${number}` && state !== 'inactive')
      .map(({ id, state }) => `deployment ${id} ${state}`),
  ];
}
