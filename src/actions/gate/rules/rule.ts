// What a rule of the gate is: texts that a developer reads in the pull request, and a check over what was read.
import type { StackDocument } from '../document.ts';
import type { SynthFile } from '../files.ts';
import type { IamPolicy } from '../iam-policies.ts';
import type { GatePolicy } from '../policy.ts';
import type { JsonPath, JsonProblem, JsonValue } from '../strict-json.ts';

export interface GateContext {
  readonly files: readonly SynthFile[];
  readonly problems: readonly JsonProblem[];
  /** Undefined when there is no file to read, or no JSON in it. */
  readonly json: JsonValue | undefined;
  /** Empty when there is no JSON. */
  readonly document: StackDocument;
  readonly iamPolicies: readonly IamPolicy[];
  readonly policy: GatePolicy;
}

export interface Finding {
  readonly at: JsonPath;
  /** What is wrong there: a clause that goes on after the rule's title. */
  readonly reason: string;
}

export interface Rule {
  /** `family/what`; stable and searchable. */
  readonly id: string;
  readonly title: string;
  /** What could happen without the rule. */
  readonly why: string;
  /** What the author of the pull request does about it. */
  readonly next: string;
  readonly check: (context: GateContext) => readonly Finding[];
}

/** For ids that the compiler knows: `defineRules([...] as const)` would lose the check's parameter types. */
export function defineRules<const Id extends string>(rules: readonly (Rule & { readonly id: Id })[]) {
  return rules;
}

/** A value as a person would write it, short enough for a line. */
export function shown(value: JsonValue | undefined): string {
  return typeof value === 'string' ? quoted(value) : quoted(JSON.stringify(value ?? null));
}

/** Quoted, and short enough for a line: what is quoted is hostile and may be long. */
export function quoted(text: string): string {
  const most = 80;
  return `"${text.length > most ? `${text.slice(0, most)}...` : text}"`;
}
