// Plans a pull request: what it would change where it is going to be deployed, and the preview that it gets.
import { type Failure, isFailure } from '../../define/failure.ts';
import type { PullRequest } from '../../ports/pull-requests.ts';
import { composeComment, pullRequestMarker } from '../comment/slots.ts';
import { escapeText, inlineCode } from '../comment/text.ts';
import { renderPreviewSection } from '../preview/section.ts';
import { gatherPreferredSlot } from '../preview/take-slot.ts';
import { planDigest } from './digest.ts';
import { planHost } from './host-plan.ts';
import { findImage } from './image.ts';
import type { StackPlan } from './model.ts';
import { initStack, planStack } from './plan-stack.ts';
import { decidePreview, type PreviewDecision, type Shape } from './preview-decision.ts';
import { checkName, publishPlans, publishStart } from './publish.ts';
import { renderCommands } from './render/commands.ts';
import { isolatedPlatform, sharedPreview, type TargetFacts } from './targets.ts';
import type { PlanWorld } from './world.ts';

export interface PlanRequest {
  readonly pullRequest: number;
  /** Of the event: if the pull request has moved on, another run is on its way. */
  readonly headSha: string;
}

export type PlanOutcome =
  | { readonly kind: 'superseded'; readonly why: string }
  | {
      readonly kind: 'planned';
      readonly plans: readonly StackPlan[];
      readonly host: readonly StackPlan[];
      readonly commentUrl: string;
      readonly preview: PlannedPreview | undefined;
      /** Why there is none. */
      readonly noPreview?: string;
    };

export interface PlannedPreview {
  readonly shape: Shape;
  readonly reason: string;
  readonly image: string;
  /** Absent while all slots are taken. */
  readonly slot?: number;
  /** Of the one plan that is shown of it; absent while it waits for a slot. */
  readonly plan?: StackPlan;
}

export async function planPullRequest(world: PlanWorld, request: PlanRequest): Promise<PlanOutcome> {
  const pullRequest = await world.pullRequests.get(request.pullRequest);
  if (pullRequest?.state !== 'open') return { kind: 'superseded', why: 'the pull request is closed' };
  if (pullRequest.headSha !== request.headSha) return { kind: 'superseded', why: `${pullRequest.headSha} was pushed meanwhile` };
  try {
    await publishStart(world, request.headSha);
    return await planOpen(world, pullRequest);
  } catch (error) {
    // What failed first is what people need to read, also when GitHub does not take it.
    await publishFailure(world, request, error).catch((second: unknown) => world.progress.warning(untold(second)));
    throw error;
  }
}

async function planOpen(world: PlanWorld, pullRequest: PullRequest): Promise<PlanOutcome> {
  const { number, headSha } = pullRequest;
  const { environment, domain, layout } = world.settings;
  const facts: TargetFacts = { pullRequest: number, environment, domain, layout };
  const host = await planHost(world, facts, () => imageOf(world, headSha));
  const [platform] = host;
  const decision = decide(world, pullRequest, platform?.plan.resources.length ?? 0);
  const digest = planDigest(host);
  const soon = {
    commands: renderCommands(environment, host),
    ...(decision.preview === 'none' && { preview: renderPreviewSection({ kind: 'none', reason: decision.reason }) }),
  };
  const commentUrl = await publishPlans(world, { pullRequest: number, headSha, plans: host, digest, slots: soon });
  if (decision.preview === 'none') {
    return { kind: 'planned', plans: host, host, commentUrl, preview: undefined, noPreview: decision.reason };
  }
  const preview = await planPreview(world, facts, headSha, decision);
  const plans = preview.plan ? [...host, preview.plan] : host;
  await publishPlans(world, { pullRequest: number, headSha, plans, digest });
  return { kind: 'planned', plans, host, commentUrl, preview };
}

/** No service can be previewed without an image of the application. */
function decide({ settings }: PlanWorld, pullRequest: PullRequest, platformChanges: number): PreviewDecision {
  const { policy, environment, image, layout } = settings;
  const decision = decidePreview({ pullRequest, policy, platformChanges, environment, layout });
  if (decision.preview === 'none' || image !== '' || layout === 'platform') return decision;
  return { preview: 'none', reason: 'no image of the application is configured: set the variable OPSDECK_IMAGE' };
}

type Wanted = Extract<PreviewDecision, { readonly preview: 'deploy' }>;

async function planPreview(world: PlanWorld, facts: TargetFacts, headSha: string, wanted: Wanted): Promise<PlannedPreview> {
  const { shape, reason } = wanted;
  const image = facts.layout === 'platform' ? '' : await imageOf(world, headSha);
  if (shape === 'isolated') {
    const target = isolatedPlatform(facts);
    await initStack(world, target.path);
    return { shape, reason, image, plan: await planStack(world, target) };
  }
  const { maximumPreviews: maximum } = world.settings;
  const slot = await gatherPreferredSlot(world.documents, { pullRequest: facts.pullRequest, maximum });
  if (slot === undefined) return { shape, reason, image };
  const target = sharedPreview(facts, image, slot);
  await initStack(world, target.path);
  return { shape, reason, image, slot, plan: await planStack(world, target) };
}

function imageOf({ images, clock, progress, signal, settings }: PlanWorld, headSha: string): Promise<string> {
  const { image: wanted, imagePatienceSeconds: patienceSeconds } = settings;
  return findImage({ wanted, headSha, images, clock, progress, signal, patienceSeconds });
}

/** The old plan must not go on standing there as if it were this commit's. */
async function publishFailure(world: PlanWorld, { pullRequest, headSha }: PlanRequest, error: unknown): Promise<void> {
  const { runUrl } = world.settings;
  const told = isFailure(error) ? error : undefined;
  const title = world.signal.aborted ? 'Cancelled' : 'The plan failed';
  const summary = told ? failureText(told) : 'This is a bug in opsdeck: see the log.';
  const conclusion = world.signal.aborted ? 'cancelled' : 'failure';
  await world.checks.report({ name: checkName, headSha, conclusion, title, summary, detailsUrl: runUrl });
  if (world.signal.aborted) return;
  const verdict = `**${title}** · commit ${inlineCode(headSha.slice(0, 7))} · [run](${runUrl})\n\n${summary}`;
  const texts = { verdict, danger: '', changes: '', drift: '', commands: '' };
  await world.comments.revise(pullRequest, pullRequestMarker, (current) => composeComment(current, texts));
}

function untold(error: unknown): string {
  const why = isFailure(error) ? `${error.message} ${error.next}` : String(error);
  return `The comment and the check do not tell of the failure below: ${why}`;
}

function failureText({ message, next, code }: Failure): string {
  return `${escapeText(message)}\n\n→ ${escapeText(next)} (${inlineCode(code)})`;
}
