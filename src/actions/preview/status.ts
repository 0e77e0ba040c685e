// Says how a preview stands, from its lease and its lock.
import { escapeText, inlineCode } from '../comment/text.ts';
import { gatherLockAt } from '../lock/hold-lock.ts';
import { instantText, relativeText } from './duration.ts';
import { lockKey } from './keys.ts';
import type { Lease } from './lease.ts';
import type { FoundLease } from './lease-store.ts';
import { gatherLease } from './lease-store.ts';
import { type LockFacts, ownerText } from './lock.ts';
import type { PreviewWorld } from './world.ts';

export interface StatusFacts {
  readonly pullRequest: number;
  readonly lease: FoundLease;
  readonly lock: LockFacts;
  readonly now: Date;
}

export async function gatherStatus(
  world: Pick<PreviewWorld, 'documents' | 'workflowRuns' | 'clock'>,
  pullRequest: number,
): Promise<StatusFacts> {
  const [lease, lock] = await Promise.all([gatherLease(world.documents, pullRequest), gatherLockAt(world, lockKey(pullRequest))]);
  return { pullRequest, lease, lock, now: world.clock.now() };
}

/** Markdown, for a comment or the step summary. */
export function renderStatus({ pullRequest, lease, lock, now }: StatusFacts): string {
  const lines = [leaseText(pullRequest, lease, now), ...lockText(lock)];
  return lines.join('\n\n');
}

function leaseText(pullRequest: number, found: FoundLease, now: Date): string {
  if (found.kind === 'none') return `There is no preview of #${pullRequest}.`;
  if (found.kind === 'corrupt')
    return `The lease of the preview of #${pullRequest} cannot be read; destroy it, or deploy it again.`;
  const { lease } = found;
  const rows = [
    ['status', statusText(lease)],
    ['commit', inlineCode(lease.headSha.slice(0, 7))],
    ['shape', lease.shape],
    ...(lease.slot === undefined ? [] : [['slot', String(lease.slot)]]),
    ...(!lease.url ? [] : [['URL', inlineCode(lease.url)]]),
    ['image', inlineCode(lease.image)],
    ['since', instantText(lease.createdAt)],
    ['goes', relativeText(lease.expiresAt, now)],
    ...(lease.cost === undefined ? [] : [['costs', escapeText(lease.cost)]]),
  ];
  return [`Preview of #${pullRequest}:`, '', '| | |', '|---|---|', ...rows.map(([name, value]) => `| ${name} | ${value} |`)].join(
    '\n',
  );
}

function statusText({ status, step, failure }: Lease): string {
  if (status === 'failed') return `failed at the step ${step} (${inlineCode(failure?.code ?? 'unknown')})`;
  return status === 'deploying' || status === 'destroying' ? `${status}, at the step ${step}` : status;
}

function lockText(lock: LockFacts): readonly string[] {
  if (lock.kind === 'free') return [];
  if (lock.kind === 'unreadable') return ['Its lock cannot be read.'];
  const ended = lock.holderIsActive ? '' : ', which has ended: the next run takes it over';
  return [`Locked by ${ownerText(lock.lock.owner)} since ${lock.lock.since.slice(0, 16).replace('T', ' ')} UTC${ended}.`];
}
