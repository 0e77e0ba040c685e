// Puts the parts of the plan's comment together under one budget, and the full text for the step summary under another.
import { renderTree, smallestBudget } from '../../comment/tree.ts';
import type { StackPlan } from '../model.ts';
import { createRedactor } from '../redact/redact.ts';
import type { Limits } from './attributes.ts';
import { changeNodes, driftNodes } from './changes.ts';
import { type RedactedPlan, renderDanger } from './danger.ts';
import { type PlanContext, renderVerdict } from './verdict.ts';

/** GitHub takes 65,536 characters a comment; other parts of the comment need room, too. */
export const commentBudget = 60_000;
/** 1,024 kB a step: https://docs.github.com/en/actions/writing-workflows/choosing-what-your-workflow-does/workflow-commands-for-github-actions#step-isolation-and-limits */
export const summaryBudgetBytes = 1024 * 1024;

/** Each part is complete Markdown, or empty. */
export interface PlanComment {
  readonly verdict: string;
  readonly danger: string;
  readonly changes: string;
  readonly drift: string;
}

const commentLimits: Limits = { value: 240, lines: 40 };
const summaryLimits: Limits = { value: 4_000, lines: 1_000 };
const separator = '\n\n';
/** Of what the verdict leaves, for danger at most; and of what danger leaves, for drift at least if there is as much. */
const dangerShare = 0.4;
const driftShare = 0.15;

/** Verdict and danger are never dropped; of the changes and of drift, what matters least goes first. */
export function renderPlanComment(
  plans: readonly StackPlan[],
  context: PlanContext = {},
  budget: number = commentBudget,
): PlanComment {
  return renderParts(withRedactors(plans), context, budget, commentLimits, (text) => text.length);
}

export function joinParts({ verdict, danger, changes, drift }: PlanComment): string {
  return [verdict, danger, changes, drift].filter((part) => part !== '').join(separator);
}

/** All of it, redacted like the comment, for the step summary: at most 1,024 kB. */
export function renderSummary(
  plans: readonly StackPlan[],
  context: PlanContext = {},
  budgetBytes: number = summaryBudgetBytes,
): string {
  return joinParts(renderParts(withRedactors(plans), context, budgetBytes, summaryLimits, Buffer.byteLength));
}

function withRedactors(plans: readonly StackPlan[]): readonly RedactedPlan[] {
  // One for all: what is sensitive in one stack is so in the stack that reads it from there, too.
  const redactor = createRedactor([...new Set(plans.flatMap(({ plan }) => plan.sensitiveTexts))]);
  return plans.map((one) => ({ ...one, title: redactor.text(one.title), redactor }));
}

function renderParts(
  plans: readonly RedactedPlan[],
  context: PlanContext,
  budget: number,
  limits: Limits,
  measure: (text: string) => number,
): PlanComment {
  const verdict = renderVerdict(plans, context);
  const room = budget - measure(verdict) - 3 * separator.length;
  const danger = renderDanger(plans, room * dangerShare);
  const forTrees = Math.max(smallestBudget, room - measure(danger));
  const driftTree = driftNodes(plans, limits);
  const reserved = renderTree(driftTree, { budget: forTrees * driftShare, measure });
  const changes = renderTree(changeNodes(plans, limits), { budget: forTrees - measure(reserved), measure });
  const drift = driftTree.length === 0 ? '' : renderTree(driftTree, { budget: forTrees - measure(changes), measure });
  return { verdict, danger, changes, drift };
}
