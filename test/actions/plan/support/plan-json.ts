// Builds the JSON of plans as `terraform show -json` writes it.

import type { Plan, StackPlan } from '../../../../src/actions/plan/model.ts';
import { readPlan } from '../../../../src/actions/plan/read/read-plan.ts';

export type Values = Readonly<Record<string, unknown>>;

export interface ChangeFacts {
  readonly address?: string;
  readonly type?: string;
  readonly actions?: readonly string[];
  readonly before?: Values | null;
  readonly after?: Values | null;
  readonly unknown?: unknown;
  readonly beforeSensitive?: unknown;
  readonly afterSensitive?: unknown;
  readonly replacePaths?: readonly (readonly (string | number)[])[];
  /** Members beside `change`: `action_reason`, `previous_address`, `module_address`, `deposed`, `mode`. */
  readonly around?: Values;
  /** Members of `change`: `importing`. */
  readonly inside?: Values;
}

/** An update from `before` to `after` unless the facts say otherwise. */
export function resourceChange(facts: ChangeFacts): Values {
  const { before = null, after = null } = facts;
  const actions = facts.actions ?? (before === null ? ['create'] : after === null ? ['delete'] : ['update']);
  const type = facts.type ?? facts.address?.split('.').at(-2) ?? 'aws_sns_topic';
  return {
    address: facts.address ?? `${type}.main`,
    mode: 'managed',
    type,
    name: 'main',
    provider_name: 'registry.terraform.io/hashicorp/aws',
    change: {
      actions,
      before,
      after,
      after_unknown: facts.unknown ?? {},
      before_sensitive: facts.beforeSensitive ?? (before === null ? false : {}),
      after_sensitive: facts.afterSensitive ?? (after === null ? false : {}),
      ...(facts.replacePaths === undefined ? {} : { replace_paths: facts.replacePaths }),
      ...facts.inside,
    },
    ...facts.around,
  };
}

export function outputChange(before: unknown, after: unknown, more: Values = {}): Values {
  const actions = before === null ? ['create'] : after === null ? ['delete'] : ['update'];
  return { actions, before, after, after_unknown: false, before_sensitive: false, after_sensitive: false, ...more };
}

export function failedCheck(name: string, message: string): Values {
  const address = { kind: 'check', name, to_display: `check.${name}` };
  return {
    address,
    status: 'fail',
    instances: [{ address: { to_display: `check.${name}` }, status: 'fail', problems: [{ message }] }],
  };
}

/** A whole plan: the members given, around them those that a plan always has. */
export function planJson(members: Values = {}): Values {
  return {
    format_version: '1.2',
    terraform_version: '1.11.4',
    planned_values: { root_module: {} },
    ...members,
    configuration: { root_module: {}, ...(members.configuration as Values | undefined) },
    timestamp: '2025-01-01T00:00:00Z',
    applyable: true,
    complete: true,
    errored: false,
    ...(members.errored === undefined ? {} : { errored: members.errored }),
    ...(members.complete === undefined ? {} : { complete: members.complete }),
  };
}

export function bytesOf(json: unknown): Buffer {
  return Buffer.from(JSON.stringify(json));
}

export function planOf(...changes: readonly ChangeFacts[]): Plan {
  return readPlan(bytesOf(planJson({ resource_changes: changes.map(resourceChange) })));
}

export function stackPlan(plan: Plan, title = 'platform'): StackPlan {
  return { title, plan };
}
