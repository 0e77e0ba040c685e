// Renders the changed attributes of one resource as the lines of a diff, redacted, cut and safe to stand in a code block.
import { cutMiddle } from '../../../define/text.ts';
import { visibleLine } from '../../comment/text.ts';
import { diffAttribute } from '../diff/diff.ts';
import type { AttributeChange, Shown, Step } from '../diff/shown.ts';
import type { AttributePath, Json, ResourceChange } from '../model.ts';
import type { Redactor } from '../redact/redact.ts';
import { redactedMarker, sensitiveMarker } from '../redact/redact.ts';
import { changedLines } from './changed-lines.ts';

/** How much of it all is shown. */
export interface Limits {
  /** Characters of one value. */
  readonly value: number;
  /** Lines of one resource. */
  readonly lines: number;
}

/** Above this, nobody reads a value, and looking for secrets in it takes too long. */
const longestValue = 64 * 1024;
/** Two sides that fit on one line are read at a glance. */
const oneLine = 100;

export function renderAttributes(change: ResourceChange, redactor: Redactor, limits: Limits): string {
  const changes = change.attributes().flatMap(diffAttribute);
  const isNew = change.action === 'create' || change.action === 'replace';
  // What forces a replacement is its reason, whatever it looks like.
  const isAside = ({ path }: AttributeChange) => isNew && !isForced(path, change.forcedBy);
  const isLater = (one: AttributeChange) => isAside(one) && one.after.kind === 'unknown';
  // What providers have read as an empty text, and a new resource does not mention, is the same.
  const isNothing = (one: AttributeChange) =>
    isAside(one) && one.after.kind === 'absent' && one.before.kind === 'value' && one.before.value === '';
  const lines = changes
    .filter((one) => !isLater(one) && !isNothing(one))
    .flatMap((one) => renderChange(one, change, redactor, limits));
  const later = changes.filter(isLater).map(({ path }) => renderPath(path, redactor));
  if (later.length > 0) lines.push(cutMiddle(`  known after apply: ${later.join(', ')}`, limits.value * 2));
  if (lines.length <= limits.lines) return lines.join('\n');
  return [...lines.slice(0, limits.lines), `  ... ${lines.length - limits.lines} more lines`].join('\n');
}

function renderChange(one: AttributeChange, change: ResourceChange, redactor: Redactor, limits: Limits): readonly string[] {
  const path = renderPath(one.path, redactor);
  const forced = isForced(one.path, change.forcedBy) ? '  # forces replacement' : '';
  if (change.action === 'delete' || change.action === 'forget') return [`  ${path}: ${side(one.before, one, redactor, limits)}`];
  switch (one.difference) {
    case 'order':
      return [`! ${path}: same elements, other order${forced}`];
    case 'spelling':
      return [`! ${path}: same JSON, written differently${forced}`];
    case 'hidden':
    case 'value':
      return renderSides(one, path, forced, redactor, limits);
    default:
      one.difference satisfies never;
      return [];
  }
}

function renderSides(one: AttributeChange, path: string, forced: string, redactor: Redactor, limits: Limits): readonly string[] {
  if (one.before.kind === 'absent') return [`+ ${path}: ${side(one.after, one, redactor, limits)}${forced}`];
  if (one.after.kind === 'absent') return [`- ${path}: ${side(one.before, one, redactor, limits)}${forced}`];
  const texts = multiLine(one, redactor);
  if (texts !== undefined) return [`! ${path}:${forced}`, ...changedLines(texts.before, texts.after, limits)];
  const before = side(one.before, one, redactor, limits);
  const after = side(one.after, one, redactor, limits);
  if (before === after) return [`! ${path}: ${before}, changed${forced}`];
  if (before.length + after.length <= oneLine) return [`! ${path}: ${before} -> ${after}${forced}`];
  return [`- ${path}: ${before}${forced}`, `+ ${path}: ${after}`];
}

/** Two texts of several lines are told apart line by line. Redacted as a whole first: a key or a certificate spans lines. */
function multiLine({ before, after, names }: AttributeChange, redactor: Redactor): { before: string; after: string } | undefined {
  if (before.kind !== 'value' || after.kind !== 'value') return undefined;
  const [one, other] = [redacted(before.value, names, redactor), redacted(after.value, names, redactor)];
  if (typeof one !== 'string' || typeof other !== 'string' || !(one + other).includes('\n')) return undefined;
  return one === other ? undefined : { before: one, after: other };
}

function side(shown: Shown, { names }: AttributeChange, redactor: Redactor, limits: Limits): string {
  switch (shown.kind) {
    case 'absent':
      return 'null';
    case 'sensitive':
      return sensitiveMarker;
    case 'unknown':
      return '(known after apply)';
    case 'value':
      return renderValue(redacted(shown.value, names, redactor), limits);
    default:
      shown satisfies never;
      return '';
  }
}

function redacted(value: Json, names: readonly string[], redactor: Redactor): Json {
  if (typeof value === 'string' && value.length > longestValue) return `(${value.length} characters, too long to show)`;
  return redactor.value(value, names);
}

function renderValue(value: Json, limits: Limits): string {
  if (value === sensitiveMarker || value === redactedMarker) return value;
  return cutMiddle(visibleLine(JSON.stringify(value)), limits.value);
}

export function renderPath(path: readonly Step[], redactor: Redactor): string {
  const parts = path.map(({ step, label }, index) => {
    if (typeof step === 'number') return `[${label === undefined ? step : visibleLine(redactor.text(label))}]`;
    const name = visibleLine(redactor.text(step));
    if (!/^[\w-]+$/.test(step) && index > 0) return `["${name}"]`;
    return index === 0 ? name : `.${name}`;
  });
  return cutMiddle(parts.join(''), 200);
}

/** A forcing path may end above or below the part that differs. */
function isForced(path: readonly Step[], forcedBy: readonly AttributePath[]): boolean {
  return forcedBy.some((forced) => forced.slice(0, path.length).every((step, index) => path[index]?.step === step));
}
