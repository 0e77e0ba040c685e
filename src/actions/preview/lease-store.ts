// Reads and writes leases; two runs that write the same one notice.
import { failure } from '../../define/failure.ts';
import type { Documents } from '../../ports/documents.ts';
import { leaseKey } from './keys.ts';
import { type Lease, parseLease } from './lease.ts';

export type FoundLease =
  | { readonly kind: 'none' }
  | { readonly kind: 'valid'; readonly lease: Lease; readonly version: string }
  | { readonly kind: 'corrupt'; readonly problems: readonly string[]; readonly version: string };

export async function gatherLease(documents: Documents, pullRequest: number): Promise<FoundLease> {
  const found = await documents.read(leaseKey(pullRequest));
  if (!found) return { kind: 'none' };
  const parsed = parseLease(found.value, pullRequest);
  const { version } = found;
  return parsed.kind === 'valid' ? { kind: 'valid', lease: parsed.value, version } : { ...parsed, version };
}

/** The lease that a run works on. */
export interface OpenLease {
  current(): Lease;
  /** @throws `preview/lease-changed` when somebody else has written it, which the lock should prevent */
  write(change: Partial<Lease>): Promise<void>;
  /** All of it: what `lease` does not have is gone. */
  rewrite(lease: Lease): Promise<void>;
  remove(): Promise<void>;
}

export interface LeaseOpening {
  readonly documents: Documents;
  readonly lease: Lease;
  readonly found: FoundLease;
  readonly now: () => Date;
}

/** Writes it over what was found. */
export async function openLease({ documents, lease, found, now }: LeaseOpening): Promise<OpenLease> {
  const key = leaseKey(lease.pullRequest);
  let current = lease;
  let version = found.kind === 'none' ? undefined : found.version;
  const put = async (next: Lease): Promise<void> => {
    const stamped = { ...next, updatedAt: now().toISOString() };
    const written = version === undefined ? await documents.create(key, stamped) : await documents.replace(key, stamped, version);
    if (written === undefined) throw changed(lease.pullRequest);
    current = stamped;
    version = written;
  };
  await put(lease);
  return {
    current: () => current,
    write: (change) => put({ ...current, ...change }),
    rewrite: put,
    remove: async () => {
      if (!(await documents.remove(key, version))) throw changed(lease.pullRequest);
    },
  };
}

function changed(pullRequest: number) {
  return failure({
    code: 'preview/lease-changed',
    what: `The lease of the preview of #${pullRequest} was written by somebody else in the middle of this run.`,
    next: 'Find out who writes it without holding the lock; then run the job again.',
  });
}
