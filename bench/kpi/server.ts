// A CloudWatch on this machine that has an hour of every metric, in a process of its own; `GET /<n>` has an answer again, in JSON.
import { createServer, type IncomingMessage } from 'node:http';
import { cbor, tag } from '@smithy/core/cbor';

interface Call {
  readonly StartTime: Instant;
  readonly EndTime: Instant;
  readonly MetricDataQueries: readonly { readonly Id: string; readonly MetricStat: { readonly Period: number } }[];
}

interface Instant {
  /** Seconds since 1970. */
  readonly value: number;
}

interface Answer {
  readonly cbor: Uint8Array;
  readonly json: Uint8Array;
}

/** The first metric stands there: it tells one call from another. */
const keyLength = 500;
/** By the beginning of the request's body: what was asked once is ready, and waiting for it is not what is measured. */
const answers = new Map<string, Answer>();
let calls = 0;

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricData.html */
function answerOf({ StartTime, EndTime, MetricDataQueries }: Call): Answer {
  const results = MetricDataQueries.map(({ Id, MetricStat: { Period } }, index) => {
    const points = Array.from({ length: Math.floor((EndTime.value - StartTime.value) / Period) }, (_, point) => point);
    return {
      Id,
      Label: Id,
      Timestamps: points.map((point) => StartTime.value + point * Period),
      Values: points.map((point) => 10 + index + Math.sin(point) * 3.7),
      StatusCode: 'Complete',
    };
  });
  const tagged = results.map((result) => ({ ...result, Timestamps: result.Timestamps.map((value) => tag({ tag: 1, value })) }));
  return {
    cbor: cbor.serialize({ MetricDataResults: tagged, Messages: [] }),
    json: Buffer.from(JSON.stringify({ MetricDataResults: results, Messages: [] })),
  };
}

function answerTo({ method, url = '/' }: IncomingMessage, body: Buffer): Uint8Array {
  if (url === '/calls') return Buffer.from(String(calls));
  if (method === 'GET') return [...answers.values()][Number(url.slice(1))]?.json ?? Buffer.from('{}');
  calls += 1;
  const key = body.toString('latin1', 0, keyLength);
  const answer = answers.get(key) ?? answerOf(cbor.deserialize(body) as Call);
  answers.set(key, answer);
  return answer.cbor;
}

const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const answer = answerTo(request, Buffer.concat(chunks));
  response.writeHead(200, { 'smithy-protocol': 'rpc-v2-cbor', 'content-length': answer.length }).end(answer);
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`${typeof address === 'object' ? address?.port : ''}\n`);
});
// Whoever started it has ended.
process.stdin.resume().on('end', () => process.exit());
