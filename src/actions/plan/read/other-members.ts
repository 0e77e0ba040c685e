// Reads the small members of a plan: outputs, checks, deferred changes, invocations of actions, variables.
import {
  type ActionInvocation,
  type CheckResult,
  type CheckStatus,
  type DeferredChange,
  isRecord,
  type Json,
  listOf,
  memberOf,
  type OutputChange,
  textOf,
} from '../model.ts';
import { attributeOf, attributesOf, reduceElement } from './resource.ts';

const outputActions: Readonly<Record<string, OutputChange['action']>> = { create: 'create', update: 'update', delete: 'delete' };

/** Undefined for an output that stays as it is. */
export function toOutputChange(name: string, change: Json): OutputChange | undefined {
  const actions = listOf(change, 'actions');
  if (actions.length === 1 && actions[0] === 'no-op') return undefined;
  return { name, action: outputActions[String(actions[0])] ?? 'update', attribute: attributeOf(name, change) };
}

const statuses: ReadonlySet<string> = new Set<CheckStatus>(['pass', 'fail', 'error', 'unknown']);

export function toCheckResult(check: Json): CheckResult {
  const instances = listOf(check, 'instances');
  const status = textOf(check, 'status') ?? 'unknown';
  return {
    address: textOf(memberOf(check, 'address'), 'to_display') ?? '(no address)',
    status: statuses.has(status) ? (status as CheckStatus) : 'unknown',
    problems: instances.flatMap((instance) => listOf(instance, 'problems').map((problem) => textOf(problem, 'message') ?? '')),
  };
}

/** Undefined for data that is read later: that changes nothing. */
export function toDeferredChange(deferred: Json): DeferredChange | undefined {
  const element = memberOf(deferred, 'resource_change') ?? null;
  const change = reduceElement(element, () => attributesOf(element));
  return typeof change === 'object' ? { reason: textOf(deferred, 'reason') ?? 'unknown', change } : undefined;
}

export function toInvocation(invocation: Json): ActionInvocation {
  const trigger = memberOf(invocation, 'lifecycle_action_trigger');
  return {
    address: textOf(invocation, 'address') ?? '(no address)',
    triggeredBy: textOf(trigger, 'triggering_resource_address') ?? '',
  };
}

/** Names of the variables that the configuration declares as sensitive. */
export function sensitiveVariables(declarations: Json): ReadonlySet<string> {
  if (!isRecord(declarations)) return new Set();
  const names = Object.entries(declarations).filter(([, declaration]) => memberOf(declaration, 'sensitive') === true);
  return new Set(names.map(([name]) => name));
}
