// Reads the JSON of a Terraform plan in one pass: parses what reviewing needs, element by element, and skips the rest.
import { combineDigests } from '../digest.ts';
import { isRecord, type Json, memberOf, type OutputChange, type Plan, type ResourceChange } from '../model.ts';
import { toUtf8 } from './decode.ts';
import { digestOfOutput, digestOfResource, digestOfText, type ElementDigest } from './element-digest.ts';
import { malformed, notAPlan, unsupportedFormat } from './failures.ts';
import { sensitiveVariables, toCheckResult, toDeferredChange, toInvocation, toOutputChange } from './other-members.ts';
import { collectFromModule } from './prior-state.ts';
import { recognize } from './recognize.ts';
import { type Relevant, readRelevant, relevantDrift } from './relevant-drift.ts';
import { attributesOf, reduceElement } from './resource.ts';
import { forEachElement, forEachMember, parseValue, type Survey, skipSpace, skipValue } from './scan.ts';
import { collectSensitive } from './sensitive-texts.ts';

/** All that is gathered on the way; every reader below adds to it. */
interface Draft {
  readonly resources: ResourceChange[];
  readonly drift: ResourceChange[];
  readonly outputs: OutputChange[];
  readonly checks: Plan['checks'][number][];
  readonly deferred: Plan['deferred'][number][];
  readonly invocations: Plan['invocations'][number][];
  readonly digests: ElementDigest[];
  readonly sensitive: Set<string>;
  readonly topLevel: Set<string>;
  readonly scalars: Map<string, unknown>;
  variables: Json;
  declarations: Json;
  relevant: Relevant | undefined;
  unchangedCount: number;
  readCount: number;
}

type MemberReader = (bytes: Buffer, at: number, draft: Draft) => number;

/**
 * https://developer.hashicorp.com/terraform/internals/json-format, formats 0.x and 1.x, from Terraform or OpenTofu, in UTF-8
 * or UTF-16.
 *
 * @throws a Failure `plan/...` that says what the input is instead, or at which byte it breaks
 */
export function readPlan(input: Uint8Array): Plan {
  const bytes = toUtf8(input);
  recognize(bytes);
  const draft = emptyDraft();
  const end = forEachMember(bytes, skipSpace(bytes, 0), (key, at) => {
    draft.topLevel.add(key);
    const read = Object.hasOwn(members, key) ? members[key] : undefined;
    return read === undefined ? skipValue(bytes, at) : read(bytes, at, draft);
  });
  const rest = skipSpace(bytes, end);
  if (rest < bytes.length) throw draft.topLevel.has('@level') ? notAPlan('log') : malformed(rest);
  checkKind(draft);
  return finish(draft);
}

function emptyDraft(): Draft {
  return {
    resources: [],
    drift: [],
    outputs: [],
    checks: [],
    deferred: [],
    invocations: [],
    digests: [],
    sensitive: new Set(),
    topLevel: new Set(),
    scalars: new Map(),
    variables: null,
    declarations: null,
    relevant: undefined,
    unchangedCount: 0,
    readCount: 0,
  };
}

const readScalar =
  (key: string): MemberReader =>
  (bytes, at, draft) => {
    const end = skipValue(bytes, at);
    draft.scalars.set(key, parseValue(bytes, at, end));
    return end;
  };

/** Parses and hands on one element at a time: none of them outlives its turn but for what is kept of it. */
const eachElement =
  (take: (element: Json, draft: Draft, again: () => Json) => void): MemberReader =>
  (bytes, at, draft) => {
    const survey: Survey = { mayHoldLongNumber: true };
    return forEachElement(bytes, at, (_index, elementAt) => {
      const end = skipValue(bytes, elementAt, survey);
      const element = parseValue(bytes, elementAt, end, survey) as Json;
      take(element, draft, () => parseValue(bytes, elementAt, end) as Json);
      return end;
    });
  };

const members: Readonly<Record<string, MemberReader>> = {
  format_version: readScalar('format_version'),
  errored: readScalar('errored'),
  complete: readScalar('complete'),
  variables: (bytes, at, draft) => {
    const end = skipValue(bytes, at);
    draft.variables = parseValue(bytes, at, end) as Json;
    return end;
  },
  resource_changes: eachElement(takeResource),
  resource_drift: eachElement(takeDrift),
  relevant_attributes: (bytes, at, draft) => {
    const end = skipValue(bytes, at);
    draft.relevant = readRelevant(parseValue(bytes, at, end) as Json);
    return end;
  },
  output_changes: (bytes, at, draft) =>
    forEachMember(bytes, at, (name, changeAt) => {
      const end = skipValue(bytes, changeAt);
      takeOutput(name, parseValue(bytes, changeAt, end) as Json, draft);
      return end;
    }),
  checks: eachElement((element, draft) => {
    draft.checks.push(toCheckResult(element));
  }),
  deferred_changes: eachElement((element, draft) => {
    collectFrom(memberOf(memberOf(element, 'resource_change'), 'change'), draft);
    const deferred = toDeferredChange(element);
    if (deferred !== undefined) draft.deferred.push(deferred);
  }),
  action_invocations: eachElement((element, draft) => {
    const invocation = toInvocation(element);
    draft.invocations.push(invocation);
    draft.digests.push(digestOfText('invocation', invocation.address, invocation.triggeredBy));
  }),
  prior_state: (bytes, at, draft) =>
    within(bytes, at, 'values', (valuesAt) =>
      within(bytes, valuesAt, 'root_module', (moduleAt) => collectFromModule(bytes, moduleAt, draft.sensitive)),
    ),
  configuration: (bytes, at, draft) =>
    within(bytes, at, 'root_module', (moduleAt) =>
      within(bytes, moduleAt, 'variables', (variablesAt) => {
        const end = skipValue(bytes, variablesAt);
        draft.declarations = parseValue(bytes, variablesAt, end) as Json;
        return end;
      }),
    ),
};

/** Looks into one member of the object at `at`, and skips the others. */
function within(bytes: Buffer, at: number, key: string, look: (at: number) => number): number {
  return forEachMember(bytes, at, (found, valueAt) => (found === key ? look(valueAt) : skipValue(bytes, valueAt)));
}

function takeResource(element: Json, draft: Draft, again: () => Json): void {
  collectFrom(memberOf(element, 'change'), draft);
  const reduced = reduceElement(element, () => attributesOf(again()));
  if (reduced === 'unchanged') draft.unchangedCount += 1;
  else if (reduced === 'read') draft.readCount += 1;
  else {
    draft.resources.push(reduced);
    draft.digests.push(digestOfResource(reduced, element));
  }
}

function takeDrift(element: Json, draft: Draft, again: () => Json): void {
  collectFrom(memberOf(element, 'change'), draft);
  const reduced = reduceElement(element, () => attributesOf(again()));
  if (typeof reduced === 'object') draft.drift.push(reduced);
}

function takeOutput(name: string, change: Json, draft: Draft): void {
  collectFrom(change, draft);
  const output = toOutputChange(name, change);
  if (output === undefined) return;
  draft.outputs.push(output);
  draft.digests.push(digestOfOutput(output));
}

function collectFrom(change: Json | undefined, { sensitive }: Draft): void {
  if (!isRecord(change)) return;
  // Read as they are: none of these names is one that JavaScript's objects bring along.
  collectSensitive(change.before, change.before_sensitive, sensitive);
  collectSensitive(change.after, change.after_sensitive, sensitive);
}

const ofPlansOnly = [
  'planned_values',
  'resource_changes',
  'output_changes',
  'configuration',
  'resource_drift',
  'deferred_changes',
];

function checkKind({ topLevel, scalars }: Draft): void {
  if (topLevel.has('@level')) throw notAPlan('log');
  const version = scalars.get('format_version');
  if (typeof version === 'string' && ofPlansOnly.some((key) => topLevel.has(key))) {
    if (!/^[01](?:\.|$)/.test(version)) throw unsupportedFormat(version);
    return;
  }
  const isState = (topLevel.has('values') && version !== undefined) || (topLevel.has('lineage') && topLevel.has('serial'));
  throw notAPlan(isState ? 'state' : 'otherJson');
}

/** Terraform leaves out what is empty; of a refresh-only plan, the changes too. */
function relevantOf({ relevant, topLevel }: Draft): Relevant | undefined {
  return relevant ?? (topLevel.has('resource_changes') ? new Map() : undefined);
}

function finish(draft: Draft): Plan {
  const { resources, unchangedCount, readCount, drift, outputs, checks, deferred, invocations, scalars, sensitive } = draft;
  for (const name of sensitiveVariables(draft.declarations)) {
    collectSensitive(memberOf(memberOf(draft.variables, name), 'value'), true, sensitive);
  }
  return {
    formatVersion: String(scalars.get('format_version')),
    resources,
    unchangedCount,
    readCount,
    drift: relevantDrift({ drift, resources, relevant: relevantOf(draft) }),
    outputs,
    checks,
    deferred,
    invocations,
    errored: scalars.get('errored') === true,
    complete: scalars.get('complete') !== false,
    sensitiveTexts: [...sensitive],
    digest: combineDigests(draft.digests),
  };
}
