// Implements the Previews port with the lease documents that previews keep in the state bucket.
import { failure } from '../../define/failure.ts';
import { type Fields, instant, optional, parseRecord, text, wholeNumber } from '../../define/fields.ts';
import type { Documents } from '../../ports/documents.ts';
import type { PreviewLease, Previews } from '../../ports/previews.ts';

/** What is read of a lease; all else of it is kept as it is. */
type LeaseHead = Omit<PreviewLease, 'version'> & { readonly updatedAt?: string };

const fields: Fields<LeaseHead> = {
  pullRequest: wholeNumber,
  status: text,
  expiresAt: instant,
  updatedAt: optional(instant),
};

/** Every method throws a `Failure`: `aws/...`, or `preview/lease-corrupt`. */
export function openPreviews(documents: Documents, clock: { now(): Date }): Previews {
  return {
    find: async (pullRequest) => {
      const found = await documents.read(leaseKeyOf(pullRequest));
      if (!found) return undefined;
      const parsed = parseRecord(found.value, fields);
      if (parsed.kind === 'corrupt') throw corrupt(pullRequest, parsed.problems);
      if (parsed.value.pullRequest !== pullRequest) throw corrupt(pullRequest, [`pullRequest: expected ${pullRequest}`]);
      const { status, expiresAt } = parsed.value;
      return { pullRequest, status, expiresAt, version: found.version };
    },
    expire: async ({ pullRequest, version }, at) => {
      const found = await documents.read(leaseKeyOf(pullRequest));
      if (!found || found.version !== version) return false;
      const changed = { expiresAt: at.toISOString(), updatedAt: clock.now().toISOString() };
      const written = await documents.replace(leaseKeyOf(pullRequest), { ...(found.value as object), ...changed }, version);
      return written !== undefined;
    },
  };
}

export function leaseKeyOf(pullRequest: number): string {
  return `previews/pr-${pullRequest}/lease.json`;
}

function corrupt(pullRequest: number, problems: readonly string[]) {
  return failure({
    code: 'preview/lease-corrupt',
    what: `The lease of the preview of #${pullRequest} cannot be read.`,
    next: `Comment \`/preview destroy\` on #${pullRequest}: it does without the lease.`,
    details: problems,
  });
}
