// Renders the lines at the top: what happens in numbers, which plan it is, and whether it can be trusted to be all.
import { escapeText, inlineCode, link } from '../../comment/text.ts';
import { planDigest, shownDigestLength } from '../digest.ts';
import type { StackPlan } from '../model.ts';
import { type PlanSummary, summarise, sumSummaries } from '../summarise.ts';
import { plural } from './words.ts';

/** Where the plan comes from; none of it is trusted. */
export interface PlanContext {
  readonly commitSha?: string;
  readonly runUrl?: string;
  /** The one that can be applied, where not all of the plans are; that of all of them when left out. */
  readonly digest?: string;
}

const shownShaLength = 7;

export function renderVerdict(plans: readonly StackPlan[], context: PlanContext): string {
  const sum = sumSummaries(plans.map(({ plan }) => summarise(plan)));
  const facts = [
    `**${headline(sum)}**`,
    plans.length > 1 ? plural(plans.length, 'stack') : undefined,
    `digest ${inlineCode((context.digest ?? planDigest(plans)).slice(0, shownDigestLength))}`,
    context.commitSha === undefined ? undefined : `commit ${inlineCode(context.commitSha.slice(0, shownShaLength))}`,
    context.runUrl === undefined ? undefined : link('run', context.runUrl),
  ];
  const lines = [facts.filter((fact) => fact !== undefined).join(' · '), beside(sum), ...warnings(plans)];
  return lines.filter((line) => line !== '').join('\n\n');
}

function headline({ add, change, replace, destroy, hasChanges, errored }: PlanSummary): string {
  if (errored) return 'Planning failed part-way: this is not all that would change';
  if (!hasChanges) return 'No changes';
  return `Plan: ${add} to add, ${change} to change, ${replace} to replace, ${destroy} to destroy`;
}

/** What Terraform's own line does not count. */
function beside(sum: PlanSummary): string {
  const counts: readonly (readonly [number, string])[] = [
    [sum.import, `${sum.import} to import`],
    [sum.move, `${sum.move} to move`],
    [sum.forget, `${sum.forget} to forget`],
    [sum.unrecognized, `${sum.unrecognized} with an action this version of opsdeck does not know`],
    [sum.outputs, `${plural(sum.outputs, 'output')} to change`],
    [sum.invocations, `${plural(sum.invocations, 'action')} to run`],
    [sum.deferred, `${sum.deferred} put off to a later plan`],
    [sum.drifted, `${sum.drifted} changed outside of Terraform`],
    [sum.failedChecks, `${plural(sum.failedChecks, 'check')} failed`],
  ];
  const told = counts.filter(([count]) => count > 0).map(([, words]) => words);
  return told.length === 0 ? '' : `Also: ${told.join(', ')}.`;
}

function warnings(plans: readonly StackPlan[]): readonly string[] {
  const named = (title: string) => (plans.length > 1 ? ` of ${escapeText(title)}` : '');
  return plans.flatMap(({ title, plan }) => [
    ...(plan.errored ? [`The plan${named(title)} ended with an error; applying it is not possible.`] : []),
    ...(!plan.complete && !plan.errored ? [`The plan${named(title)} is partial: another one will be needed after it.`] : []),
  ]);
}
