// Reads Terraform's machine-readable output, line by line, into the port's events, and sums them up.
import type {
  ApplySummary,
  ChangeAction,
  ChangeCounts,
  Diagnostic,
  PlannedChange,
  PlanSummary,
  TerraformEvent,
} from '../../ports/terraform.ts';
import { parseDiagnostic } from './diagnostics.ts';
import { asNumber, asObject, asText, type JsonObject, parseObject } from './json.ts';

/** Terraform's words for what it does, and ours. */
const actions: ReadonlyMap<string, ChangeAction> = new Map([
  ['noop', 'noop'],
  ['create', 'create'],
  ['read', 'read'],
  ['update', 'update'],
  ['replace', 'replace'],
  ['delete', 'delete'],
  ['move', 'move'],
  ['import', 'import'],
  // A `removed` block: the object lives on, Terraform forgets it. OpenTofu says `forget`.
  ['remove', 'forget'],
  ['forget', 'forget'],
]);

type Reader = (message: JsonObject) => TerraformEvent | undefined;

/** One row a message type; the types that are not here are of no use to us. */
const readers: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ['planned_change', (message) => changeEvent('planned', message)],
  ['resource_drift', (message) => changeEvent('drifted', message)],
  ['change_summary', summaryEvent],
  ['apply_start', (message) => startEvent(message)],
  ['apply_progress', (message) => timedEvent('progress', message)],
  ['apply_complete', (message) => timedEvent('done', message)],
  ['apply_errored', (message) => timedEvent('failed', message)],
  ['diagnostic', diagnosticEvent],
  ['init_output', logEvent],
  ['log', logEvent],
]);

/**
 * Never throws: a line that is not JSON is an event of its own, `log` (`init -json` prints a few), as is a message of a
 * known type and an unknown form. undefined: nothing to tell.
 *
 * https://developer.hashicorp.com/terraform/internals/machine-readable-ui
 */
export function parseEvent(line: string): TerraformEvent | undefined {
  const message = parseObject(line);
  if (message === undefined) return line.trim() === '' ? undefined : { kind: 'log', line };
  const read = readers.get(asText(message.type) ?? '');
  return read?.(message) ?? (read && logEvent(message));
}

function changeEvent(kind: 'planned' | 'drifted', message: JsonObject): TerraformEvent | undefined {
  const change = asObject(message.change);
  const resource = asObject(change?.resource);
  const address = asText(resource?.addr);
  const resourceType = asText(resource?.resource_type);
  const action = actions.get(asText(change?.action) ?? '');
  if (address === undefined || resourceType === undefined || action === undefined) return undefined;
  return { kind, change: { address, resourceType, action } };
}

function summaryEvent(message: JsonObject): TerraformEvent | undefined {
  const changes = asObject(message.changes);
  if (changes === undefined) return undefined;
  const count = (name: string): number => asNumber(changes[name]) ?? 0;
  const counts = { add: count('add'), change: count('change'), remove: count('remove'), import: count('import') };
  return { kind: changes.operation === 'plan' ? 'plan-summary' : 'apply-summary', counts };
}

function startEvent(message: JsonObject): TerraformEvent | undefined {
  const hook = asObject(message.hook);
  const address = asText(asObject(hook?.resource)?.addr);
  const action = actions.get(asText(hook?.action) ?? '');
  return address === undefined || action === undefined ? undefined : { kind: 'started', address, action };
}

function timedEvent(kind: 'progress' | 'done' | 'failed', message: JsonObject): TerraformEvent | undefined {
  const started = startEvent(message);
  if (started?.kind !== 'started') return undefined;
  return { ...started, kind, elapsedSeconds: asNumber(asObject(message.hook)?.elapsed_seconds) ?? 0 };
}

function diagnosticEvent(message: JsonObject): TerraformEvent | undefined {
  const diagnostic = parseDiagnostic(message.diagnostic);
  return diagnostic && { kind: 'diagnostic', diagnostic };
}

function logEvent(message: JsonObject): TerraformEvent | undefined {
  const line = asText(message['@message'])
    ?.trim()
    .replace(/\s*\n\s*/g, ' ');
  return line === undefined || line === '' ? undefined : { kind: 'log', line };
}

/** What a whole run said, added up. */
export interface RunSummary {
  readonly planned: readonly PlannedChange[];
  readonly drift: readonly PlannedChange[];
  /** undefined when Terraform did not come so far as to count. */
  readonly planCounts: ChangeCounts | undefined;
  readonly appliedCounts: ChangeCounts | undefined;
  readonly diagnostics: readonly Diagnostic[];
  /** Something in the world was being changed (data sources do not count). */
  readonly changesStarted: boolean;
}

/** Reads the list once, in order: linear in its length, however many resources there are. */
export function summarize(events: readonly TerraformEvent[]): RunSummary {
  const planned: PlannedChange[] = [];
  const drift: PlannedChange[] = [];
  const diagnostics: Diagnostic[] = [];
  let planCounts: ChangeCounts | undefined;
  let appliedCounts: ChangeCounts | undefined;
  let changesStarted = false;
  for (const event of events) {
    if (event.kind === 'planned') planned.push(event.change);
    else if (event.kind === 'drifted') drift.push(event.change);
    else if (event.kind === 'diagnostic') diagnostics.push(event.diagnostic);
    else if (event.kind === 'plan-summary') planCounts = event.counts;
    else if (event.kind === 'apply-summary') appliedCounts = event.counts;
    else if (event.kind === 'started') changesStarted ||= event.action !== 'read';
  }
  return { planned, drift, planCounts, appliedCounts, diagnostics, changesStarted };
}

/**
 * undefined: this is not the output of a plan that came to its end. Nobody may be told "no changes" only because nothing
 * was understood.
 *
 * @param hasChanges Terraform's own word (its exit code): a plan that only changes outputs counts 0 resources.
 */
export function planSummary(run: RunSummary, hasChanges: boolean): PlanSummary | undefined {
  const { planned, drift, planCounts, diagnostics } = run;
  return planCounts && { hasChanges, counts: planCounts, changes: planned, drift, diagnostics };
}

/** undefined: this is not the output of an apply or destroy that came to its end. */
export function applySummary({ appliedCounts, diagnostics }: RunSummary): ApplySummary | undefined {
  return appliedCounts && { counts: appliedCounts, diagnostics };
}
