// Decides which messages tell of a change of our alarms, and which of them one dispatch is for; all others are dropped by name.
import type { AlarmChange, QueueRecord, Told } from './messages.ts';

/** The form of CloudWatch's own instants: `2026-01-31T12:00:00.000+0000`. */
const instantForm = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?)(?:Z|\+00:?00)$/;
const nameForm = /^[\x20-\x7e]{1,255}$/;

/** Larger than any event of CloudWatch, metrics of 500 alarms included. */
const longestBody = 262_144;

export interface ReadBatch {
  readonly told: readonly Told[];
  /** In words of ours: what a stranger wrote is not repeated. */
  readonly dropped: readonly { readonly messageId: string; readonly why: string }[];
}

/** @param alarmArnPrefix how the ARNs of our alarms begin, up to and with the prefix of their names */
export function readBatch(records: readonly QueueRecord[], alarmArnPrefix: string): ReadBatch {
  const read = records.map((record) => ({ record, found: readChange(record.body, alarmArnPrefix) }));
  return {
    told: read.flatMap(({ record, found }) => (typeof found === 'string' ? [] : [{ record, change: found }])),
    dropped: read.flatMap(({ record: { messageId }, found }) => (typeof found === 'string' ? [{ messageId, why: found }] : [])),
  };
}

/** @returns why it is none of ours, or the change: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-and-eventbridge.html */
function readChange(body: string, alarmArnPrefix: string): AlarmChange | string {
  if (body.length > longestBody) return 'too long for an event';
  const event = parsed(body);
  if (valueAt(event, 'source') !== 'aws.cloudwatch' || valueAt(event, 'detail-type') !== 'CloudWatch Alarm State Change')
    return 'no change of an alarm';
  const name = valueAt(event, 'detail', 'alarmName');
  const arn = valueAt(event, 'resources', '0');
  const state = valueAt(event, 'detail', 'state', 'value');
  const at = readInstant(valueAt(event, 'detail', 'state', 'timestamp'));
  if (typeof name !== 'string' || !nameForm.test(name) || typeof arn !== 'string' || at === undefined)
    return 'a change of an alarm that lacks its name, ARN or instant';
  if (!arn.startsWith(alarmArnPrefix)) return 'an alarm of another environment, account or region';
  if (!arn.endsWith(`:alarm:${name}`)) return 'an alarm whose ARN is that of another one';
  if (isOfPreview(arn.slice(alarmArnPrefix.length))) return 'an alarm of a preview';
  if (state !== 'ALARM' && state !== 'OK') return 'a state that nobody has to act on';
  return { name, arn, state, at };
}

/** Shared previews have their alarms beside those of their host: whoever opened the pull request looks after them. */
function isOfPreview(rest: string): boolean {
  return /^pr-\d+-/.test(rest);
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function valueAt(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key) ? Reflect.get(inner, key) : undefined,
    value,
  );
}

function readInstant(text: unknown): string | undefined {
  const [, local] = instantForm.exec(typeof text === 'string' ? text : '') ?? [];
  const ms = Date.parse(`${local}Z`);
  return Number.isNaN(ms) ? undefined : new Date(ms).toISOString();
}

export interface Chosen {
  /** One for each alarm, its newest, in the order of their instants. */
  readonly newest: readonly Told[];
  /** Older ones of the same alarms, and the same ones again: the newest says all that they could. */
  readonly superseded: readonly Told[];
  /** Did not fit: they wait for the next dispatch. */
  readonly left: readonly Told[];
}

/** GitHub takes 65,535 characters of inputs: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#onworkflow_dispatchinputs */
export const mostPayloadBytes = 60_000;

export function choose(told: readonly Told[]): Chosen {
  const sorted = told.toSorted((one, other) => (one.change.at < other.change.at ? -1 : 1));
  const last = new Map(sorted.map((each) => [each.change.arn, each]));
  const newest = sorted.filter((each) => last.get(each.change.arn) === each);
  let bytes = 2;
  const fitting = newest.filter(({ change }) => {
    bytes += Buffer.byteLength(JSON.stringify(change)) + 1;
    return bytes <= mostPayloadBytes;
  });
  return {
    newest: fitting,
    superseded: sorted.filter((each) => last.get(each.change.arn) !== each),
    left: newest.filter((each) => !fitting.includes(each)),
  };
}

export function renderPayload(told: readonly Told[]): string {
  return JSON.stringify(told.map(({ change: { name, arn, state, at } }) => ({ name, arn, state, at })));
}
