// Reads an answer of GetMetricData, which may be anybody's.
import { cbor } from '@smithy/core/cbor';
import { failure } from '../../define/failure.ts';
import { shareInstants } from './shared-instants.ts';

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricData.html#API_GetMetricData_ResponseElements */
export interface MetricAnswer {
  readonly results: readonly MetricResult[];
  readonly nextToken?: string;
}

export interface MetricResult {
  readonly callId: string;
  readonly status?: string;
  /** As many as there are values; in the order of the answer. */
  readonly atMs: readonly number[];
  /** May be anything: NaN, a text. */
  readonly values: readonly unknown[];
}

/** @throws a `Failure` (`aws/malformed-answer`) when it is none of GetMetricData */
export function readMetricAnswer(bytes: Uint8Array): MetricAnswer {
  const { answer, same, instants } = decoded(bytes);
  if (!isFields(answer)) throw malformed('it is no map');
  const { MetricDataResults: results = [], NextToken: nextToken } = answer;
  if (!Array.isArray(results) || !isTextOrNothing(nextToken)) throw malformed('it has no list of results');
  const shared = instants === undefined ? undefined : instantsIn(instants);
  const instantsOf = (timestamps: unknown) => (shared && timestamps === same ? shared : instantsIn(timestamps));
  return {
    results: results.map((result) => readResult(result, instantsOf)),
    ...(typeof nextToken === 'string' && { nextToken }),
  };
}

function decoded(bytes: Uint8Array) {
  try {
    const shared = shareInstants(bytes);
    return { ...shared, answer: cbor.deserialize(shared.answer) as unknown };
  } catch (error) {
    throw malformed('it is no CBOR', error);
  }
}

type Fields = Readonly<Record<string, unknown>>;

function readResult(result: unknown, instantsOf: (timestamps: unknown) => readonly number[]): MetricResult {
  if (!isFields(result)) throw malformed('a result is no map');
  const { Id: callId, StatusCode: status, Timestamps = [], Values = [] } = result;
  if (typeof callId !== 'string' || !isTextOrNothing(status)) throw malformed('a result has no id');
  const [atMs, values] = inPairs(instantsOf(Timestamps), listOfValues(Values));
  return { callId, ...(typeof status === 'string' && { status }), atMs, values };
}

function inPairs<A, B>(one: readonly A[], other: readonly B[]): readonly [readonly A[], readonly B[]] {
  if (one.length === other.length) return [one, other];
  const length = Math.min(one.length, other.length);
  return [one.slice(0, length), other.slice(0, length)];
}

function instantsIn(timestamps: unknown): readonly number[] {
  if (!Array.isArray(timestamps)) throw malformed('a result has no list of instants');
  return timestamps.map(instantOf);
}

/** Seconds since 1970, tagged with a 1: https://www.rfc-editor.org/rfc/rfc8949.html#section-3.4.2 */
function instantOf(timestamp: unknown): number {
  const seconds = isFields(timestamp) && timestamp.tag === 1 ? timestamp.value : timestamp;
  if (typeof seconds !== 'number') throw malformed('an instant is no number of seconds');
  return Math.round(seconds * 1000);
}

function listOfValues(values: unknown): readonly unknown[] {
  if (!Array.isArray(values)) throw malformed('a result has no list of values');
  return values;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTextOrNothing(value: unknown): boolean {
  return typeof value === 'string' || value === undefined || value === null;
}

/** `aws/malformed-answer` */
export function malformed(why: string, cause?: unknown): Error {
  return failure({
    code: 'aws/malformed-answer',
    what: `Could not read metrics: what answers is not CloudWatch; of its answer, ${why}.`,
    next: 'Look whether a proxy answers in its place, or AWS_ENDPOINT_URL leads somewhere else, and run again.',
    cause,
  });
}
