// What later jobs are told of a plan.
import type { OutputName } from '../../define/contract.ts';
import { escapeText, link } from '../comment/text.ts';
import type { planContract } from './contract.ts';
import { planDigest } from './digest.ts';
import type { PlanOutcome } from './pull-request-plan.ts';
import { type PlanSummary, summarise, sumSummaries } from './summarise.ts';

type Outputs = Readonly<Partial<Record<OutputName<typeof planContract>, string | number | boolean>>>;

export function planOutputs(outcome: PlanOutcome): Outputs {
  if (outcome.kind === 'superseded') return { preview: 'none' };
  const { plans, host, commentUrl, preview, noPreview } = outcome;
  const sum = sumSummaries(plans.map(({ plan }) => summarise(plan)));
  return {
    'has-changes': sumSummaries(host.map(({ plan }) => summarise(plan))).hasChanges,
    add: sum.add,
    change: sum.change,
    replace: sum.replace,
    destroy: sum.destroy,
    digest: planDigest(host),
    'comment-url': commentUrl,
    message: messageOf(sum, { commentUrl, noPreview }),
    ...(preview ? previewOutputs(preview) : { preview: 'none' }),
  };
}

function messageOf(
  sum: PlanSummary,
  { commentUrl, noPreview }: { readonly commentUrl: string; readonly noPreview: string | undefined },
): string {
  const counts = `${sum.add} to add, ${sum.change} to change, ${sum.replace} to replace, ${sum.destroy} to destroy`;
  const told = `${sum.hasChanges ? counts : 'No changes'}: see the ${link('comment', commentUrl)}.`;
  return noPreview === undefined ? told : `${told} No preview: ${escapeText(noPreview)}.`;
}

function previewOutputs({
  shape,
  reason,
  image,
  slot,
  plan,
}: NonNullable<Extract<PlanOutcome, { kind: 'planned' }>['preview']>): Outputs {
  return {
    preview: 'deploy',
    shape,
    reason,
    image,
    slot: slot ?? '',
    [shape === 'isolated' ? 'digest-platform' : 'digest-service']: plan?.plan.digest ?? '',
  };
}
