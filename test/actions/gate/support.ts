// The stacks of the repository as the gate gets them, and ways to make something hostile of them.
import { type SynthFile, stackFile } from '../../../src/actions/gate/files.ts';
import { type GateVerdict, gateStack } from '../../../src/actions/gate/gate.ts';
import { defaultPolicy } from '../../../src/actions/gate/policy.ts';
import type { RuleId } from '../../../src/actions/gate/rules/index.ts';
import type { StackSubject } from '../../../src/actions/gate/subject.ts';
import { selected } from '../../stacks/rules/rule.ts';
import { isObject, type JsonObject } from '../../stacks/support/json.ts';
import { type Label, stackNamed } from '../../stacks/support/synthesized.ts';

const region = 'eu-west-2';

/** What the trusted side says about each stack. */
export const subjects = {
  'production/platform': { layer: 'platform', environment: 'production', service: 'app', region },
  'production/service': { layer: 'service', environment: 'production', service: 'app', region },
  'staging/platform': { layer: 'platform', environment: 'staging', service: 'app', region },
  'punctual/platform': { layer: 'platform', environment: 'staging', service: 'app', region },
  'staging/service': { layer: 'service', environment: 'staging', service: 'app', region },
  'staging/service-pr-7': { layer: 'service', environment: 'staging', service: 'pr-7', region },
  'preview/platform': { layer: 'platform', environment: 'pr-9', service: 'app', region },
  'preview/service': { layer: 'service', environment: 'pr-9', service: 'app', region },
} as const satisfies Partial<Record<Label, StackSubject>>;

export type Judged = keyof typeof subjects;

export function fileOf(content: string | Uint8Array, path = stackFile): SynthFile {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return { path, kind: 'file', sizeBytes: bytes.length, bytes };
}

export function gateFiles(label: Judged, files: readonly SynthFile[]): GateVerdict {
  return gateStack(files, defaultPolicy(subjects[label]));
}

export function gateJson(label: Judged, json: unknown): GateVerdict {
  return gateFiles(label, [fileOf(JSON.stringify(json))]);
}

export function textOf(label: Judged): string {
  return JSON.stringify(stackNamed(label).json);
}

/** A stack that must be refused by the rule, made from one that is accepted. */
export interface Hostile {
  readonly rule: RuleId;
  readonly name: string;
  readonly of: Judged;
  readonly files: () => readonly SynthFile[];
}

/** New values by path, from the resource's body on, or from the whole file; undefined takes one away, a function makes it of the old one. */
export type Change = Readonly<Record<string, unknown>>;

/** By a change to the JSON. Selector: `type`, `type@construct/path`, or nothing for the whole file. */
export type JsonRow = readonly [rule: RuleId, name: string, selector: string, change: Change];

export function byJson(of: Judged, rows: readonly JsonRow[]): readonly Hostile[] {
  return rows.map(([rule, name, selector, change]) => ({
    rule,
    name,
    of,
    files: () => [fileOf(JSON.stringify(changed(of, selector, change)))],
  }));
}

export function changed(of: Judged, selector: string, change: Change): JsonObject {
  const stack = stackNamed(of);
  const [resource] = selected(stack, selector);
  if (selector !== '' && !resource) throw new Error(`${of} has no ${selector}`);
  const json = structuredClone(stack.json);
  const holder = resource ? ['resource', resource.type, resource.id] : [];
  for (const [path, value] of Object.entries(change)) put(json, [...holder, ...path.split('.')], value);
  return json;
}

function put(target: unknown, [key = '', ...rest]: readonly string[], value: unknown): void {
  if (!isObject(target) && !Array.isArray(target)) throw new Error(`nothing has ${key}`);
  const holder = target as JsonObject;
  if (rest.length > 0) put(holder[key], rest, value);
  else if (value === undefined) delete holder[key];
  else holder[key] = typeof value === 'function' ? value(holder[key]) : value;
}

/** By a change to the text of the file. */
export type TextRow = readonly [rule: RuleId, name: string, change: (text: string) => string | Uint8Array];

export function byText(of: Judged, rows: readonly TextRow[]): readonly Hostile[] {
  return rows.map(([rule, name, change]) => ({ rule, name, of, files: () => [fileOf(change(textOf(of)))] }));
}

/** By what lies beside the file, or instead of it. */
export type FilesRow = readonly [rule: RuleId, name: string, change: (stack: SynthFile) => readonly SynthFile[]];

export function byFiles(of: Judged, rows: readonly FilesRow[]): readonly Hostile[] {
  return rows.map(([rule, name, change]) => ({ rule, name, of, files: () => change(fileOf(textOf(of))) }));
}

export function rulesOf(verdict: GateVerdict): readonly RuleId[] {
  return verdict.kind === 'accepted' ? [] : [...new Set(verdict.refusals.map(({ rule }) => rule))];
}
