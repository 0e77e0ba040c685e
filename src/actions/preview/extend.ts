// Gives a preview more time, within the most that there is.
import { type Failure, failure } from '../../define/failure.ts';
import { asFailure } from './failures.ts';
import { addSeconds, type Lease } from './lease.ts';
import { gatherLease, openLease } from './lease-store.ts';
import { liveView } from './live-view.ts';
import type { Lock } from './lock.ts';
import { tell } from './tell.ts';
import { withLock } from './with-lock.ts';
import type { PreviewWorld } from './world.ts';

export interface ExtendRequest {
  readonly pullRequest: number;
  readonly seconds: number;
}

export type ExtendResult =
  /** `isCapped`: it was asked for more than there is. */
  | { readonly kind: 'extended'; readonly lease: Lease; readonly isCapped: boolean }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'locked'; readonly by: Lock }
  | { readonly kind: 'failed'; readonly failure: Failure };

/** A person waits for the answer: a deploy that is under way can be waited for by that person. */
const waitSeconds = 60;

/** Never throws: a failure is one of the results. */
export async function extend(world: PreviewWorld, { pullRequest, seconds }: ExtendRequest): Promise<ExtendResult> {
  try {
    const locked = await withLock(world, { pullRequest, reason: 'extend', waitSeconds }, () =>
      extendLocked(world, pullRequest, seconds),
    );
    return locked.kind === 'done' ? locked.value : locked;
  } catch (error) {
    return { kind: 'failed', failure: asFailure(error, world.signal) };
  }
}

async function extendLocked(world: PreviewWorld, pullRequest: number, seconds: number): Promise<ExtendResult> {
  const { documents, clock, settings } = world;
  const found = await gatherLease(documents, pullRequest);
  if (found.kind === 'none') return { kind: 'nothing' };
  if (found.kind === 'corrupt') throw corrupt(pullRequest, found.problems);
  const { expiresAt, isCapped } = decideExpiry(found.lease, seconds, clock.now(), settings.maximumLifetimeSeconds);
  const lease: Lease = { ...found.lease, expiresAt };
  await openLease({ documents, lease, found, now: () => clock.now() });
  if (lease.status === 'live' && lease.url !== undefined) await tell(world, pullRequest, liveView(world, lease, lease.url));
  return { kind: 'extended', lease, isCapped };
}

/** From the present expiry on, or from now where that has passed; never earlier than it is. */
export function decideExpiry(
  lease: Pick<Lease, 'expiresAt'>,
  seconds: number,
  now: Date,
  maximumSeconds: number,
): { readonly expiresAt: string; readonly isCapped: boolean } {
  const present = new Date(Math.max(Date.parse(lease.expiresAt), now.getTime()));
  const wanted = addSeconds(present, seconds);
  const latest = addSeconds(now, maximumSeconds);
  if (wanted <= latest) return { expiresAt: wanted, isCapped: false };
  return { expiresAt: latest > lease.expiresAt ? latest : lease.expiresAt, isCapped: true };
}

function corrupt(pullRequest: number, problems: readonly string[]) {
  return failure({
    code: 'preview/lease-corrupt',
    what: `The lease of the preview of #${pullRequest} cannot be read.`,
    next: 'Deploy the preview again, or destroy it: both do without the lease.',
    details: problems,
  });
}
