// The IAM policies in a stack, each read: of roles, of keys, buckets and topics, and of whom roles trust.
import { type Block, type StackDocument, valuesAt } from './document.ts';
import { type PolicyReading, readPolicy } from './iam-document.ts';
import type { GatePolicy } from './policy.ts';
import { isObject, type JsonPath } from './strict-json.ts';

export type PolicyKind = 'trust' | 'identity' | 'resource';

export interface IamPolicy {
  readonly kind: PolicyKind;
  readonly at: JsonPath;
  readonly reading: PolicyReading;
}

/** Names that the provider has for policies of IAM. */
const policyArguments = ['assume_role_policy', 'policy', 'access_policy', 'resource_policy'];

/** Once for all rules that are about them: reading them is a good part of the gate's work. */
export function readIamPolicies(document: StackDocument, policy: GatePolicy): readonly IamPolicy[] {
  const numbers = numericVariables(document.sections);
  const isAllowed = (reference: string) => isPolicyReference(reference, policy.policyReferences) || numbers.includes(reference);
  return document.blocks
    .filter(({ kind }) => kind === 'resource')
    .flatMap((block) =>
      policyArguments.flatMap((name) =>
        valuesAt(block.body, [name], block.at).map(({ value, at }) => ({
          kind: kindOf(block, name),
          at,
          reading: readPolicy(value, isAllowed),
        })),
      ),
    );
}

function kindOf({ type }: Block, name: string): PolicyKind {
  if (name === 'assume_role_policy') return 'trust';
  return type.startsWith('aws_iam_') ? 'identity' : 'resource';
}

/** A number cannot bring a quote along. */
function numericVariables(sections: StackDocument['sections']): readonly string[] {
  return sections
    .filter(({ name }) => name === 'variable')
    .flatMap(({ value }) => Object.entries(isObject(value) ? value : {}))
    .filter(([, body]) => isObject(body) && body.type === 'number')
    .map(([name]) => `var.${name}`);
}

/** `aws_s3_bucket.events.arn` is allowed as `*.arn`, `data.aws_ssm_parameter.key.insecure_value` by its own name. */
function isPolicyReference(reference: string, allowed: readonly string[]): boolean {
  const [, type, attribute] = /^((?:data\.)?aws_\w+)\.[\w-]+\.(\w+)$/.exec(reference) ?? [];
  return allowed.includes(`${type}.${attribute}`) || (!reference.startsWith('data.') && allowed.includes(`*.${attribute}`));
}
