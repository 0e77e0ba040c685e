// Reads the text of an answer of GetMetricData, which may be anybody's.
import { failure } from '../../define/failure.ts';

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
  /** What JSON has no number for is text: `"NaN"`, `"Infinity"`. */
  readonly values: readonly unknown[];
}

/** @throws a `Failure` (`aws/malformed-answer`) when it is none of GetMetricData */
export function readMetricAnswer(text: string): MetricAnswer {
  const list = instantsList.exec(text)?.[0];
  const { MetricDataResults: results = [], NextToken: nextToken } = parsed(list ? text.replaceAll(list, sameInstants) : text);
  if (!Array.isArray(results) || !isTextOrNothing(nextToken)) throw malformed('it has no list of results');
  const shared = list === undefined ? undefined : instantsIn(parsed(`{${list}}`).Timestamps);
  return {
    results: results.map((result) => readResult(result, shared)),
    ...(typeof nextToken === 'string' && { nextToken }),
  };
}

/**
 * Metrics that are asked for together mostly have the same instants: their list is parsed once, and each has the same one. A
 * quote within a string is never without a backslash before it, so that this can be found nowhere but where it is meant.
 */
const instantsList = /"Timestamps":\s*\[[^\]"]+\]/;
const same = 'same';
const sameInstants = `"Timestamps":"${same}"`;

type Fields = Readonly<Record<string, unknown>>;

function parsed(text: string): Fields {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw malformed('it is no JSON', error);
  }
  if (!isFields(value)) throw malformed('it is no object');
  return value;
}

function readResult(result: unknown, shared: readonly number[] | undefined): MetricResult {
  if (!isFields(result)) throw malformed('a result is no object');
  const { Id: callId, StatusCode: status, Timestamps = [], Values = [] } = result;
  if (typeof callId !== 'string' || !isTextOrNothing(status)) throw malformed('a result has no id');
  const [atMs, values] = inPairs(Timestamps === same && shared ? shared : instantsIn(Timestamps), listOfValues(Values));
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

/** Seconds since 1970, with fractions: https://smithy.io/2.0/spec/protocol-traits.html#epoch-seconds-format */
function instantOf(timestamp: unknown): number {
  if (typeof timestamp !== 'number') throw malformed('an instant is no number of seconds');
  return Math.round(timestamp * 1000);
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

function malformed(why: string, cause?: unknown): Error {
  return failure({
    code: 'aws/malformed-answer',
    what: `Could not read metrics: what answers is not CloudWatch; of its answer, ${why}.`,
    next: 'Look whether a proxy answers in its place, or AWS_ENDPOINT_URL leads somewhere else, and run again.',
    cause,
  });
}
