// Renders the commands that somebody may want to give next, ready to be copied.
import { escapeText, fence } from '../../comment/text.ts';
import { planDigest, shownDigestLength } from '../digest.ts';
import type { StackPlan } from '../model.ts';
import { summarise, sumSummaries } from '../summarise.ts';

/** @param host the plans of the environment itself: the preview is none of what is applied. @returns nothing to say as an empty text */
export function renderCommands(environment: string, host: readonly StackPlan[]): string {
  const { hasChanges, errored } = sumSummaries(host.map(({ plan }) => summarise(plan)));
  if (!hasChanges || errored) return '';
  const digest = planDigest(host).slice(0, shownDigestLength);
  return `To apply this to ${escapeText(environment)}, comment:\n\n${fence(`/apply plan=${digest}`)}`;
}
