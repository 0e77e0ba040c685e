// Renders the block that is always open: what is destroyed or replaced, what that loses, and which checks fail.
import { cutMiddle } from '../../../define/text.ts';
import { escapeText } from '../../comment/text.ts';
import type { CheckResult, Plan, ResourceChange, StackPlan } from '../model.ts';
import type { Redactor } from '../redact/redact.ts';
import { heldByType } from '../resource-kinds.ts';
import { isDangerous, riskOf } from '../risk.ts';
import { code, dangerLine } from './resource.ts';
import { plural } from './words.ts';

/** More lines than these would not be read; the others are counted, and are the first among the changes. */
const mostLines = 25;
const mostChecks = 10;
const longestMessage = 300;

export interface RedactedPlan extends StackPlan {
  readonly redactor: Redactor;
}

/** Empty when nothing is in danger; never longer than `budget`. */
export function renderDanger(plans: readonly RedactedPlan[], budget: number): string {
  const blocks = [renderLosses(plans), renderChecks(plans)].filter((lines) => lines.length > 0);
  return blocks.map((lines) => alert(lines, Math.floor(budget / blocks.length) - 2)).join('\n\n');
}

function renderLosses(plans: readonly RedactedPlan[]): readonly string[] {
  const changes = plans.flatMap(({ plan, redactor, title }) => {
    const prefix = plans.length > 1 ? `${escapeText(title)}: ` : '';
    return plan.resources.filter(isDangerous).map((change) => ({ change, redactor, prefix, risk: riskOf(change) }));
  });
  if (changes.length === 0) return [];
  const sorted = changes.sort((one, other) => other.risk - one.risk);
  return [
    '> [!CAUTION]',
    `> **${lossWords(sorted.map(({ change }) => change))}**`,
    ...sorted
      .slice(0, mostLines)
      .map(({ change, redactor, prefix }) => `> - ${prefix}${dangerLine(change, verbOf(change), redactor)}`),
    ...more(sorted.length - mostLines),
  ];
}

function verbOf({ action }: ResourceChange): string {
  return action === 'delete' ? 'destroy' : action === 'replace' ? 'replace' : 'unknown action';
}

function lossWords(changes: readonly ResourceChange[]): string {
  const stateful = changes.filter(({ type }) => heldByType(type) !== undefined).length;
  const all = `${plural(changes.length, 'resource')} destroyed or replaced`;
  if (stateful === 0) return `${all}, none of a type known to hold data`;
  return stateful === changes.length
    ? `${all}, holding what cannot be made again`
    : `${all}, ${stateful} of them holding what cannot be made again`;
}

const failed: ReadonlySet<CheckResult['status']> = new Set(['fail', 'error']);

function renderChecks(plans: readonly RedactedPlan[]): readonly string[] {
  const checks = plans.flatMap(({ plan, redactor }) => checksOf(plan).map((check) => ({ check, redactor })));
  if (checks.length === 0) return [];
  return [
    '> [!WARNING]',
    `> **${plural(checks.length, 'check')} failed**`,
    ...checks.slice(0, mostChecks).map(({ check, redactor }) => `> - ${renderCheck(check, redactor)}`),
    ...more(checks.length - mostChecks),
  ];
}

function checksOf({ checks }: Plan): readonly CheckResult[] {
  return checks.filter(({ status }) => failed.has(status));
}

function renderCheck({ address, status, problems }: CheckResult, redactor: Redactor): string {
  const told = problems.map((problem) => escapeText(cutMiddle(redactor.text(problem), longestMessage))).join('; ');
  const state = status === 'error' ? ' could not be evaluated' : '';
  return `${code(address, redactor)}${state}${told === '' ? '' : `: ${told}`}`;
}

function more(count: number): readonly string[] {
  return count > 0 ? [`> - and ${count} more`] : [];
}

/** As many lines as fit, the first ones; the title always. */
function alert(lines: readonly string[], budget: number): string {
  const [kind = '', title = '', ...items] = lines;
  const room = budget - kind.length - title.length - '\n> - and 9999999 more'.length - 2;
  let used = 0;
  const kept = items.filter((item) => {
    used += item.length + 1;
    return used <= room;
  });
  const omitted = items.length - kept.length;
  return [kind, title, ...kept, ...(omitted > 0 ? ['> - and more: the room is used up'] : [])].join('\n');
}
