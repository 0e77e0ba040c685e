// What of a Terraform plan matters to whoever reviews it, in words of our own: closed unions, raw values, nothing rendered.

/** What JSON can say. Values in a plan may be secret: whatever leaves this model goes through the redactor first. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** `no-op` is here because a resource that only moves, or is only imported, has it. */
export type Action = 'create' | 'update' | 'replace' | 'delete' | 'forget' | 'no-op' | 'unrecognized';

/** Which of the two happens first. `create-forget` leaves the old object alone: nothing is destroyed. */
export type ReplaceOrder = 'delete-create' | 'create-delete' | 'create-forget';

export type PathStep = string | number;
export type AttributePath = readonly PathStep[];

/** A mask has the shape of its value, with `true` wherever it applies to all below: sensitive, or unknown until apply. */
export type Mask = Json | undefined;

/** One top-level attribute that differs, with its masks. Undefined: there is none on that side. */
export interface RawAttribute {
  readonly key: string;
  readonly before: Json | undefined;
  readonly after: Json | undefined;
  readonly afterUnknown: Mask;
  readonly beforeSensitive: Mask;
  readonly afterSensitive: Mask;
}

export interface ResourceChange {
  readonly address: string;
  /** Empty for the root module. */
  readonly moduleAddress: string;
  readonly type: string;
  readonly action: Action;
  readonly replaceOrder: ReplaceOrder | undefined;
  /** Attributes that cannot be updated in place. */
  readonly forcedBy: readonly AttributePath[];
  /** Terraform's own word, for example `replace_because_tainted`. */
  readonly reason: string | undefined;
  readonly movedFrom: string | undefined;
  /** The id it has in the provider; empty when the plan does not say. */
  readonly importId: string | undefined;
  /** An old object that a failed create-before-destroy left behind. */
  readonly deposed: string | undefined;
  /**
   * Only what changes; of what is deleted or forgotten, only what tells which one it is. Parsed anew from the plan's bytes
   * whenever it is asked for: of thousands of changes, a comment shows a few hundred, and all of them would fill the memory.
   */
  attributes(): readonly RawAttribute[];
}

export interface OutputChange {
  readonly name: string;
  readonly action: 'create' | 'update' | 'delete';
  readonly attribute: RawAttribute;
}

export type CheckStatus = 'pass' | 'fail' | 'error' | 'unknown';

export interface CheckResult {
  readonly address: string;
  readonly status: CheckStatus;
  readonly problems: readonly string[];
}

/** A change that Terraform puts off until a later plan. */
export interface DeferredChange {
  readonly reason: string;
  readonly change: ResourceChange;
}

/** A provider-defined action (Terraform 1.14 and newer) that apply will run. */
export interface ActionInvocation {
  readonly address: string;
  /** The resource whose change triggers it; empty when it is invoked by hand. */
  readonly triggeredBy: string;
}

export interface Plan {
  readonly formatVersion: string;
  /** Changes, moves and imports; what stays as it is and data that is read are only counted. */
  readonly resources: readonly ResourceChange[];
  readonly unchangedCount: number;
  readonly readCount: number;
  readonly drift: readonly ResourceChange[];
  readonly outputs: readonly OutputChange[];
  readonly checks: readonly CheckResult[];
  readonly deferred: readonly DeferredChange[];
  readonly invocations: readonly ActionInvocation[];
  /** Planning stopped at an error: what is here is not all. */
  readonly errored: boolean;
  /** False when this plan, once applied, needs another one: targeted, deferred. */
  readonly complete: boolean;
  /** Texts that are marked sensitive somewhere in the plan, and so are hidden everywhere in it. */
  readonly sensitiveTexts: readonly string[];
  /** Of what would change: 64 hexadecimal digits. */
  readonly digest: string;
}

/** A plan with its name: several stacks share one comment. */
export interface StackPlan {
  readonly title: string;
  readonly plan: Plan;
  /** CDKTF's construct path of an address without its index, see `readConstructPaths`. */
  readonly constructPaths?: ReadonlyMap<string, string>;
}

export function isRecord(value: unknown): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An own member only: the names in a plan are anybody's, `constructor` among them. */
export function memberOf(value: unknown, key: string): Json | undefined {
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

export function textOf(value: unknown, key: string): string | undefined {
  const member = memberOf(value, key);
  return typeof member === 'string' ? member : undefined;
}

export function listOf(value: unknown, key: string): readonly Json[] {
  const member = memberOf(value, key);
  return Array.isArray(member) ? member : [];
}
