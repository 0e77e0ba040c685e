// Gets a preview its place: a slot on the host's platform for a shared one, one of a few platforms for an isolated one.
import type { Documents } from '../../ports/documents.ts';
import type { DeployRequest } from './deploy-request.ts';
import { parseKey, previewsPrefix } from './keys.ts';
import type { Lease } from './lease.ts';
import { gatherLease } from './lease-store.ts';
import { takeSlot } from './take-slot.ts';
import type { PreviewWorld } from './world.ts';

export type Place =
  | { readonly kind: 'place'; readonly slot?: number }
  | { readonly kind: 'full'; readonly live: number; readonly maximum: number; readonly holders: readonly number[] };

export async function takePlace({ documents, settings, clock }: PreviewWorld, request: DeployRequest): Promise<Place> {
  const { pullRequest } = request;
  if (request.shape === 'isolated')
    return decideIsolatedPlace(await gatherLeases(documents), pullRequest, settings.maximumIsolated);
  const { maximum } = settings;
  const decision = await takeSlot(documents, { pullRequest, maximum, preferred: request.preferredSlot, now: clock.now() });
  return decision.kind === 'full' ? { ...decision, maximum } : { kind: 'place', slot: decision.slot };
}

/**
 * Counted from the leases, without a document of its own: two that ask in the same second may exceed the cap by one, which
 * costs money, not correctness.
 */
export function decideIsolatedPlace(leases: readonly Lease[], pullRequest: number, maximum: number): Place {
  const holders = leases
    .filter((lease) => lease.shape === 'isolated' && lease.status !== 'queued' && lease.pullRequest !== pullRequest)
    .map((lease) => lease.pullRequest);
  return holders.length < maximum ? { kind: 'place' } : { kind: 'full', live: holders.length, maximum, holders };
}

/** Those that can be read; the reaper reports the others. */
export async function gatherLeases(documents: Documents): Promise<readonly Lease[]> {
  const leases: Lease[] = [];
  for (const key of await documents.list(previewsPrefix)) {
    const known = parseKey(key);
    if (known?.kind !== 'lease') continue;
    const found = await gatherLease(documents, known.pullRequest);
    if (found.kind === 'valid') leases.push(found.lease);
  }
  return leases;
}
