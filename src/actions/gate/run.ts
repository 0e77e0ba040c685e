// Judges a pull request's synthesized stacks, and tells people: in the run's summary, and in the comment if something is wrong.
import type { Comments } from '../../ports/comments.ts';
import { composeComment, pullRequestMarker, type SlotTexts } from '../comment/slots.ts';
import { inlineCode } from '../comment/text.ts';
import type { SynthFile } from './files.ts';
import { isAccepted, type OutputVerdict } from './output.ts';
import { judge, missing, type PassRequest, refused } from './pass.ts';
import { renderGate } from './render.ts';

export interface GateRequest extends PassRequest {
  readonly headSha: string;
  /** A fork's job has a token that may not write. */
  readonly isFork: boolean;
  readonly runUrl: string;
}

export interface GateWorld {
  readonly comments: Comments;
  readonly addSummary: (markdown: string) => Promise<void>;
}

/** @throws a Failure when something is refused or missing, after it was told. @returns the verdict */
export async function runGate(world: GateWorld, files: readonly SynthFile[], request: GateRequest): Promise<OutputVerdict> {
  const verdict = judge(files, request);
  await world.addSummary(renderGate(verdict));
  if (!request.isFork) await tell(world, verdict, request);
  if (!isAccepted(verdict)) throw refused(verdict);
  if (verdict.missing.length > 0) throw missing(verdict.missing.map(({ folder }) => folder));
  return verdict;
}

/** Where all is well, nobody needs to read of it: what an earlier push was refused for is taken out. */
async function tell({ comments }: GateWorld, verdict: OutputVerdict, request: GateRequest): Promise<void> {
  const { pullRequest } = request;
  if (isAccepted(verdict)) {
    if ((await comments.find(pullRequest, pullRequestMarker)) === undefined) return;
    await comments.revise(pullRequest, pullRequestMarker, (current) => composeComment(current, { policy: '' }));
    return;
  }
  const texts = refusalSlots(verdict, request);
  await comments.revise(pullRequest, pullRequestMarker, (current) => composeComment(current, texts));
}

/** The plan of an earlier push must not stand there as if it were this one's. */
function refusalSlots(verdict: OutputVerdict, { headSha, runUrl }: GateRequest): SlotTexts {
  return {
    verdict: `**Refused by the synth gate** · commit ${inlineCode(headSha.slice(0, 7))} · [run](${runUrl})`,
    danger: '',
    policy: renderGate(verdict),
    changes: '',
    drift: '',
    commands: '',
  };
}
