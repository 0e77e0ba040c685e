// Calls GetMetricData by way of the SDK, but for its JSON.
import type { Readable } from 'node:stream';
import { CloudWatchClient, GetMetricDataCommand, type GetMetricDataInput } from '@aws-sdk/client-cloudwatch';
import type { AwsClientConfig } from './client-config.ts';
import { persistent } from './persistent.ts';

/** @returns the text of the answer. @throws the SDK's error where there is none, or none of status 200 */
export type GetMetricData = (request: GetMetricDataInput) => Promise<string>;

/**
 * The SDK walks each datapoint by its schema and makes a Date of each instant, which takes five times as long as JSON.parse.
 * It still does everything else: credentials, endpoint, signature, tries, errors.
 */
export function openGetMetricData(config: AwsClientConfig): GetMetricData {
  const client = new CloudWatchClient({ ...config, ...persistent });
  return async (request) => {
    const body = bodyOf(request);
    let text = '';
    // What the SDK is given to write, and to read, is next to nothing.
    const command = new GetMetricDataCommand({ ...request, MetricDataQueries: [] });
    command.middlewareStack.add((next) => (args) => next({ ...args, request: Object.assign(args.request as object, { body }) }), {
      step: 'build',
      priority: 'high',
    });
    command.middlewareStack.add(
      (next) => async (args) => {
        const result = await next(args);
        const response = result.response as Response;
        if (response.statusCode !== 200) return result;
        text = await textOf(response.body);
        return { ...result, response: Object.assign(response, { body: new Uint8Array() }) };
      },
      { step: 'deserialize', priority: 'low' },
    );
    await client.send(command);
    return text;
  };
}

interface Response {
  readonly statusCode: number;
  readonly body: Readable;
}

/** Instants are seconds since 1970: https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html */
function bodyOf({ StartTime, EndTime, ...rest }: GetMetricDataInput): Buffer {
  const seconds = (date: Date | undefined) => date && date.getTime() / 1000;
  return Buffer.from(JSON.stringify({ StartTime: seconds(StartTime), EndTime: seconds(EndTime), ...rest }));
}

function textOf(body: Readable): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    body.on('data', (chunk: Buffer) => chunks.push(chunk));
    body.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
    body.on('error', reject);
  });
}
