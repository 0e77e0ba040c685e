// A CloudWatch on this machine that has an hour of every metric, in a process of its own; it gives an answer once more to `GET /<n>`.
import { createServer, type IncomingMessage } from 'node:http';

interface Call {
  /** In seconds. */
  readonly StartTime: number;
  readonly EndTime: number;
  readonly MetricDataQueries: readonly { readonly Id: string; readonly MetricStat: { readonly Period: number } }[];
}

/** The first metric stands there: it tells one call from another. */
const keyLength = 500;
/** By the beginning of the request's body: what was asked once is ready, and waiting for it is not what is measured. */
const answers = new Map<string, Buffer>();
let calls = 0;

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_GetMetricData.html */
function answerOf({ StartTime, EndTime, MetricDataQueries }: Call): string {
  const results = MetricDataQueries.map(({ Id, MetricStat: { Period } }, index) => {
    const points = Array.from({ length: Math.floor((EndTime - StartTime) / Period) }, (_, point) => point);
    return {
      Id,
      Label: Id,
      Timestamps: points.map((point) => StartTime + point * Period),
      Values: points.map((point) => 10 + index + Math.sin(point) * 3.7),
      StatusCode: 'Complete',
    };
  });
  return JSON.stringify({ MetricDataResults: results, Messages: [] });
}

function answerTo({ method, url = '/' }: IncomingMessage, body: Buffer): Buffer {
  if (url === '/calls') return Buffer.from(String(calls));
  if (method === 'GET') return [...answers.values()][Number(url.slice(1))] ?? Buffer.from('{}');
  calls += 1;
  const key = body.toString('latin1', 0, keyLength);
  const answer = answers.get(key) ?? Buffer.from(answerOf(JSON.parse(body.toString('utf8')) as Call));
  answers.set(key, answer);
  return answer;
}

const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const answer = answerTo(request, Buffer.concat(chunks));
  response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0', 'content-length': answer.length }).end(answer);
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`${typeof address === 'object' ? address?.port : ''}\n`);
});
// Whoever started it has ended.
process.stdin.resume().on('end', () => process.exit());
