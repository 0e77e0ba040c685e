// Calls GetMetricData by way of the SDK, in AWS's binary protocol, but leaves its answer as it came.
import type { Readable } from 'node:stream';
import { CloudWatchClient, GetMetricDataCommand, type GetMetricDataInput } from '@aws-sdk/client-cloudwatch';
import { AwsSmithyRpcV2CborProtocol } from '@aws-sdk/core/protocols';
import { cbor, dateToTag } from '@smithy/core/cbor';
import type { AwsClientConfig } from './client-config.ts';
import { malformed } from './metric-answer.ts';
import { persistent } from './persistent.ts';

/**
 * @returns the answer, in CBOR
 * @throws a `Failure` (`aws/malformed-answer`) when it is in another protocol, and the SDK's error where there is none, or none
 *   of status 200
 */
export type GetMetricData = (request: GetMetricDataInput) => Promise<Uint8Array>;

/**
 * In CBOR a number is eight bytes, and no text to be read digit by digit: `npm run bench -- kpi` holds all of it against JSON.
 * It is the protocol that CloudWatch's own model names first. https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2.html
 *
 * The SDK walks each datapoint by its schema and makes a Date of each instant, which takes longer than all the rest. It still
 * does everything else: credentials, endpoint, signature, tries, errors.
 */
export function openGetMetricData(config: AwsClientConfig): GetMetricData {
  const client = new CloudWatchClient({ ...config, ...persistent, protocol: AwsSmithyRpcV2CborProtocol });
  return async (request) => {
    const body = bodyOf(request);
    let answer: Uint8Array | undefined;
    // What the SDK is given to write, and to read, is next to nothing.
    const command = new GetMetricDataCommand({ ...request, MetricDataQueries: [] });
    command.middlewareStack.add((next) => (args) => next({ ...args, request: withBody(args.request as Request, body) }), {
      step: 'build',
      priority: 'high',
    });
    command.middlewareStack.add(
      (next) => async (args) => {
        const result = await next(args);
        const response = result.response as Response;
        if (response.statusCode !== 200) return result;
        const bytes = await bytesOf(response.body);
        if (response.headers['smithy-protocol'] === 'rpc-v2-cbor') answer = bytes;
        return { ...result, response: Object.assign(response, { body: nothing }) };
      },
      { step: 'deserialize', priority: 'low' },
    );
    await client.send(command);
    if (!answer) throw malformed('it is in another protocol than was asked for');
    return answer;
  };
}

const nothing = new Uint8Array();

interface Request {
  body: Uint8Array;
  readonly headers: Record<string, string>;
}

/** The SDK has counted the one that it wrote. */
function withBody(request: Request, body: Uint8Array): Request {
  request.headers['content-length'] = String(body.length);
  return Object.assign(request, { body });
}

interface Response {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Readable;
}

function bodyOf({ StartTime, EndTime, ...rest }: GetMetricDataInput): Uint8Array {
  const instant = (date: Date | undefined) => date && dateToTag(date);
  return cbor.serialize({ StartTime: instant(StartTime), EndTime: instant(EndTime), ...rest });
}

function bytesOf(body: Readable): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    body.on('data', (chunk: Buffer) => chunks.push(chunk));
    body.on('end', () => resolve(Buffer.concat(chunks)));
    body.on('error', reject);
  });
}
