// A CloudWatch, an FIS and a bucket on this machine, in a process of its own: alarms ring when they are told to, and it writes down who stops what.
import { randomInt } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

/** From question to answer, in milliseconds. On one machine it would take less than one, and no delay could be told from none. */
const callMs = { least: 20, most: 120 } as const;

/** By experiment: when its alarm rings, and when somebody asked for its end; in milliseconds since 1970. */
const ringsAtMs = new Map<string, number>();
const stoppedAtMs = new Map<string, number>();
/** Of these FIS tells nothing, whoever asks. */
const mute = new Set<string>();

const startedAtMs = Date.now();

interface Ring {
  readonly experiment: string;
  readonly inMs: number;
  readonly isMute: boolean;
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

const json = (content: unknown): Answer => ({ status: 200, type: 'application/json', text: JSON.stringify(content) });

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_DescribeAlarms.html */
function describeAlarms(body: string): Answer {
  const { AlarmNames = [] } = JSON.parse(body) as { readonly AlarmNames?: readonly string[] };
  const nowMs = Date.now();
  const MetricAlarms = AlarmNames.map((AlarmName) => {
    const ringMs = ringsAtMs.get(AlarmName) ?? Number.POSITIVE_INFINITY;
    const isRinging = ringMs <= nowMs;
    const sinceSeconds = (isRinging ? ringMs : startedAtMs) / 1000;
    return {
      AlarmName,
      AlarmArn: `arn:aws:cloudwatch:eu-west-2:123456789012:alarm:${AlarmName}`,
      ActionsEnabled: true,
      StateValue: isRinging ? 'ALARM' : 'OK',
      StateReason: 'Threshold Crossed',
      StateUpdatedTimestamp: sinceSeconds,
      StateTransitionedTimestamp: sinceSeconds,
      Period: 60,
      EvaluationPeriods: 3,
    };
  });
  return json({ MetricAlarms, CompositeAlarms: [] });
}

/** https://docs.aws.amazon.com/fis/latest/APIReference/API_GetExperiment.html */
function experiment(id: string): Answer {
  const status = stoppedAtMs.has(id) ? 'stopping' : 'running';
  return json({ experiment: { id, experimentTemplateId: 'EXT1', state: { status }, creationTime: startedAtMs / 1000 } });
}

const noSuchKey: Answer = { status: 404, type: 'application/xml', text: '<Error><Code>NoSuchKey</Code></Error>' };

/** What the benchmark itself asks takes no time. */
async function answerToBench(path: string, body: string): Promise<Answer> {
  if (path === '/bench/ring') {
    const { experiment: id, inMs, isMute } = JSON.parse(body) as Ring;
    ringsAtMs.set(id, Date.now() + inMs);
    if (isMute) mute.add(id);
    return json({});
  }
  return json([...stoppedAtMs].map(([id, atMs]) => ({ experiment: id, delayMs: atMs - (ringsAtMs.get(id) ?? Number.NaN) })));
}

/** Half of a call is the way there: what it tells, and when it was asked, is of the moment in between. */
async function answerTo({ method, url = '/' }: IncomingMessage, body: string): Promise<Answer | undefined> {
  if (url.startsWith('/bench/')) return answerToBench(url, body);
  const halfMs = randomInt(callMs.least, callMs.most + 1) / 2;
  await wait(halfMs);
  const answer = answerNow(method ?? 'GET', url, body);
  await wait(halfMs);
  return answer;
}

function answerNow(method: string, url: string, body: string): Answer | undefined {
  const [, id] = /^\/experiments\/([\w-]+)$/.exec(url) ?? [];
  if (id === undefined) return method === 'POST' ? describeAlarms(body) : noSuchKey;
  if (method === 'DELETE' && !stoppedAtMs.has(id)) stoppedAtMs.set(id, Date.now());
  return mute.has(id) && method === 'GET' ? undefined : experiment(id);
}

const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const answer = await answerTo(request, Buffer.concat(chunks).toString('utf8'));
  // Whoever asked one that says nothing waits until it gives up.
  if (answer) response.writeHead(answer.status, { 'content-type': answer.type }).end(answer.text);
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`${typeof address === 'object' ? address?.port : ''}\n`);
});
// Whoever started it has ended.
process.stdin.resume().on('end', () => process.exit());
