// The Previews port in memory, over the documents that previews themselves keep.
import { openPreviews } from '../../src/adapters/aws/previews.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Documents } from '../../src/ports/documents.ts';
import type { Previews } from '../../src/ports/previews.ts';
import { memoryDocuments } from './documents.ts';
import { type Troubled, troubled } from './troubles.ts';

export interface LeaseSetup {
  readonly pullRequest: number;
  /** Left out: `live`. */
  readonly status?: string;
  readonly expiresAt: string;
}

export interface MemoryPreviews extends Troubled<Previews> {
  readonly documents: Documents;
  /** Somebody else writes it: a deploy, an extension. */
  write(pullRequest: number, changes: object): Promise<void>;
  /** The reaper has taken it down. */
  remove(pullRequest: number): Promise<void>;
  /** The whole lease, as it lies there. */
  lease(pullRequest: number): Promise<unknown>;
}

export async function memoryPreviews(clock: Pick<Clock, 'now'>, leases: readonly LeaseSetup[]): Promise<MemoryPreviews> {
  const documents = memoryDocuments();
  for (const lease of leases) await documents.create(keyOf(lease.pullRequest), leaseDocument(lease));
  const read = async (pullRequest: number) => documents.read(keyOf(pullRequest));
  return {
    ...troubled(openPreviews(documents, clock)),
    documents,
    write: async (pullRequest, changes) => {
      const found = await read(pullRequest);
      await documents.replace(keyOf(pullRequest), { ...(found?.value as object), ...changes }, found?.version ?? '');
    },
    remove: async (pullRequest) => void (await documents.remove(keyOf(pullRequest))),
    lease: async (pullRequest) => (await read(pullRequest))?.value,
  };
}

const keyOf = (pullRequest: number): string => `previews/pr-${pullRequest}/lease.json`;

/** As previews write it. */
export function leaseDocument({ pullRequest, status = 'live', expiresAt }: LeaseSetup) {
  return {
    pullRequest,
    status,
    expiresAt,
    headSha: 'a'.repeat(40),
    shape: 'shared',
    reason: 'the pull request changes the service only',
    slot: 1,
    image: 'registry/app:1',
    digest: 'plan-digest',
    step: 'unlock',
    run: { runId: 1, attempt: 1 },
    createdAt: '2026-01-30T12:00:00.000Z',
    updatedAt: '2026-01-30T12:00:00.000Z',
  };
}
