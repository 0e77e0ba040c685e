// Judges one stack: everything that it may not be, from its files alone and against a policy of the trusted side.
import { addressOf, constructPathOf, emptyDocument, readDocument } from './document.ts';
import { type SynthFile, stackFile } from './files.ts';
import { readIamPolicies } from './iam-policies.ts';
import type { GatePolicy } from './policy.ts';
import { gateRules, type RuleId } from './rules/index.ts';
import type { Finding, GateContext, Rule } from './rules/rule.ts';
import { type JsonPath, readJsonBytes } from './strict-json.ts';

export interface Refusal {
  readonly rule: RuleId;
  /** As cdktf calls it: `service/roles/task/role`; the stack's name where it is no construct. A comment of hostile JSON: see `address`, too. */
  readonly constructPath: string;
  /** As Terraform calls it: `aws_iam_role.roles_task`. */
  readonly address?: string;
  /** Where in the file: `resource.aws_iam_role.roles_task.name`; empty for the file as a whole. */
  readonly jsonPath: string;
  /** One sentence. It may quote the stack: hostile text. */
  readonly reason: string;
  readonly next: string;
}

export type GateVerdict =
  | { readonly kind: 'accepted'; readonly stack: string; readonly resources: number }
  | { readonly kind: 'refused'; readonly stack: string; readonly refusals: readonly Refusal[] };

/**
 * Pure: what is judged are these bytes. Whoever plans an accepted stack writes the same bytes into a new folder, so that
 * nothing can come between.
 */
export function gateStack(files: readonly SynthFile[], policy: GatePolicy): GateVerdict {
  const context = readContext(files, policy);
  const refusals = gateRules.flatMap((rule) => rule.check(context).map((finding) => refusalOf(rule, finding, context)));
  if (refusals.length > 0) return { kind: 'refused', stack: policy.stack, refusals };
  return {
    kind: 'accepted',
    stack: policy.stack,
    resources: context.document.blocks.filter(({ kind }) => kind === 'resource').length,
  };
}

function readContext(files: readonly SynthFile[], policy: GatePolicy): GateContext {
  const bytes = files.find(({ path, kind }) => path === stackFile && kind === 'file')?.bytes;
  const { value: json, problems } = bytes ? readJsonBytes(bytes, policy.limits) : { value: undefined, problems: [] };
  const document = json === undefined ? emptyDocument : readDocument(json);
  return { files, policy, json, problems, document, iamPolicies: readIamPolicies(document, policy) };
}

function refusalOf(rule: Rule & { readonly id: RuleId }, { at, reason }: Finding, { document, policy }: GateContext): Refusal {
  const block = document.blocks.find((each) => each.at.length <= at.length && each.at.every((step, index) => at[index] === step));
  const path = block && constructPathOf(block);
  return {
    rule: rule.id,
    constructPath: path ?? policy.stack,
    ...(block && { address: addressOf(block) }),
    jsonPath: pathText(at),
    reason: `${rule.title}: ${reason}.`,
    next: rule.next,
  };
}

function pathText(at: JsonPath): string {
  return at.map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index > 0 ? '.' : ''}${step}`)).join('');
}
