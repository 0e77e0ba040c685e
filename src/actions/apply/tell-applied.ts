// Puts what was done in the place of the command that asked for it: nobody should copy that again.
import type { Comments } from '../../ports/comments.ts';
import type { Progress } from '../../ports/progress.ts';
import { attempt } from '../comment/attempt.ts';
import { composeComment, pullRequestMarker } from '../comment/slots.ts';
import { escapeText, inlineCode } from '../comment/text.ts';
import { shownDigestLength } from '../plan/digest.ts';
import type { ApplyRequest, ApplyResult } from './apply.ts';

/** Never fails: that it could not be told is no reason to call it undone. */
export async function tellApplied(
  { comments, progress }: { readonly comments: Comments; readonly progress: Progress },
  { pullRequest, actor }: ApplyRequest,
  environment: string,
  result: ApplyResult,
): Promise<void> {
  if (result.kind !== 'applied') return;
  const digest = inlineCode(result.digest.slice(0, shownDigestLength));
  const commands = `The plan ${digest} was applied to ${escapeText(environment)}, asked for by ${inlineCode(actor)}.`;
  await attempt({ progress }, 'write the comment', () =>
    comments.revise(pullRequest, pullRequestMarker, (current) => composeComment(current, { commands })),
  );
}
