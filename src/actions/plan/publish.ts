// Shows a plan to people: a check on the commit first, then the comment, so that its slowness holds nobody up.
import { commentBudget, composeComment, pullRequestMarker, type SlotTexts } from '../comment/slots.ts';
import { shownDigestLength } from './digest.ts';
import type { StackPlan } from './model.ts';
import { renderPlanComment } from './render/comment.ts';
import { summarise, sumSummaries } from './summarise.ts';
import type { PlanWorld } from './world.ts';

export const checkName = 'opsdeck plan';

/** For the other slots, and the markers around all of them. */
const roomForOthers = 8_000;

export interface Publication {
  readonly pullRequest: number;
  readonly headSha: string;
  readonly plans: readonly StackPlan[];
  /** Of what would change on the environment itself: what `/apply` takes. */
  readonly digest: string;
  /** Further slots, for instance what is known of the preview. */
  readonly slots?: SlotTexts;
}

/** @returns the comment's address */
export async function publishPlans(
  world: PlanWorld,
  { pullRequest, headSha, plans, digest, slots = {} }: Publication,
): Promise<string> {
  const { runUrl } = world.settings;
  const parts = renderPlanComment(plans, { commitSha: headSha, runUrl, digest }, commentBudget - roomForOthers);
  const sum = sumSummaries(plans.map(({ plan }) => summarise(plan)));
  await world.checks.report({
    name: checkName,
    headSha,
    conclusion: sum.errored ? 'failure' : 'success',
    title: sum.hasChanges
      ? `${sum.add} to add, ${sum.change} to change, ${sum.replace} to replace, ${sum.destroy} to destroy`
      : 'No changes',
    summary: [`digest \`${digest.slice(0, shownDigestLength)}\``, parts.danger].filter(Boolean).join('\n\n'),
    detailsUrl: runUrl,
  });
  const texts: SlotTexts = { ...parts, ...slots };
  const comment = await world.comments.revise(pullRequest, pullRequestMarker, (current) => composeComment(current, texts));
  return comment.url;
}

/** Before there is anything to show: the line among the commit's checks that says that it is being worked on. */
export async function publishStart({ checks, settings }: PlanWorld, headSha: string): Promise<void> {
  await checks.report({
    name: checkName,
    headSha,
    title: 'Planning',
    summary: 'Terraform compares what the pull request wants with what there is.',
    detailsUrl: settings.runUrl,
  });
}
