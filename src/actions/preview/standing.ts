// Whether a deploy of this commit is still what everybody wants: asked before anything is changed, and again afterwards.
import type { PullRequest } from '../../ports/pull-requests.ts';

export type Standing =
  | { readonly kind: 'current' }
  /** Another commit is the head now: its run deploys, this one yields. */
  | { readonly kind: 'superseded'; readonly by: string }
  | { readonly kind: 'closed' };

/** @param pullRequest as GitHub has it now; nothing where there is none */
export function decideStanding(
  pullRequest: Pick<PullRequest, 'state' | 'headSha'> | undefined,
  { headSha }: { readonly headSha: string },
): Standing {
  if (pullRequest?.state !== 'open') return { kind: 'closed' };
  return pullRequest.headSha === headSha ? { kind: 'current' } : { kind: 'superseded', by: pullRequest.headSha };
}
