// Events of alarms as EventBridge writes them, and a queue that hands them out as Lambda's pollers do, in a time that tests own.
import type { AlarmChange, QueueRecord } from '../../../src/functions/alarm-forwarder/messages.ts';
import type { Settings } from '../../../src/functions/alarm-forwarder/settings.ts';

export const alarmArnPrefix = 'arn:aws:cloudwatch:eu-west-2:111122223333:alarm:assess-staging-';

export const start = '2026-01-31T12:00:00.000Z';

export const settings: Settings = {
  environment: 'staging',
  alarmArnPrefix,
  queueUrl: 'http://127.0.0.1/queue',
  tableName: 'assess-staging-alarm-changes',
  secretName: 'assess-staging/github/app-key',
  appId: '1',
  installationId: '2',
  repository: 'acme/platform',
  workflow: 'runbook.yml',
  ref: 'main',
  apiUrl: 'http://127.0.0.1',
  cooldownSeconds: 60,
};

/** @param seconds after the start of the test */
export function change(name: string, state: 'ALARM' | 'OK' = 'ALARM', seconds = 0): AlarmChange {
  const at = new Date(Date.parse(start) + seconds * 1000).toISOString();
  return { name: `assess-staging-${name}`, arn: `${alarmArnPrefix}${name}`, state, at };
}

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-and-eventbridge.html */
export function eventOf({ name, arn, state, at }: AlarmChange) {
  return {
    version: '0',
    id: 'c4c1c1c9-6542-e61b-6ef0-8c4d36933a92',
    'detail-type': 'CloudWatch Alarm State Change',
    source: 'aws.cloudwatch',
    account: '111122223333',
    time: at.replace(/\.\d+Z$/, 'Z'),
    region: 'eu-west-2',
    resources: [arn],
    detail: {
      alarmName: name,
      configuration: { description: '' },
      previousState: { value: state === 'OK' ? 'ALARM' : 'OK' },
      state: { value: state, reason: 'Threshold crossed', timestamp: at.replace('Z', '+0000') },
    },
  };
}

let count = 0;

export function recordOf(body: unknown, tries = 1): QueueRecord {
  count += 1;
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return {
    messageId: `m-${count}`,
    receiptHandle: `r-${count}`,
    body: text,
    attributes: { ApproximateReceiveCount: String(tries) },
  };
}

export function records(...changes: readonly AlarmChange[]): readonly QueueRecord[] {
  return changes.map((each) => recordOf(eventOf(each)));
}

interface Waiting {
  readonly record: QueueRecord;
  visibleMs: number;
  tries: number;
}

export interface TestQueue {
  now(): Date;
  send(...changes: readonly AlarmChange[]): void;
  sendAt(seconds: number, ...changes: readonly AlarmChange[]): void;
  readonly hide: (record: QueueRecord, seconds: number) => Promise<void>;
  /** Until nothing is left or nothing more can be done: each batch ends with 100 messages, or 20 seconds after its first. */
  drain(handle: (batch: readonly QueueRecord[]) => Promise<readonly QueueRecord[] | 'died'>): Promise<void>;
  readonly dead: readonly QueueRecord[];
  pass(seconds: number): void;
}

const batchMost = 100;
const windowMs = 20_000;
const hiddenMs = 380_000;
const mostTries = 5;

export function testQueue(): TestQueue {
  let nowMs = Date.parse(start);
  let waiting: Waiting[] = [];
  const dead: QueueRecord[] = [];
  const enter = (atMs: number, changes: readonly AlarmChange[]): void => {
    waiting = [...waiting, ...records(...changes).map((record) => ({ record, visibleMs: atMs, tries: 0 }))];
  };
  const next = (): readonly Waiting[] => {
    const inOrder = waiting.toSorted((one, other) => one.visibleMs - other.visibleMs);
    const firstMs = Math.max(nowMs, inOrder[0]?.visibleMs ?? nowMs);
    const batch = inOrder.filter(({ visibleMs }) => visibleMs <= firstMs + windowMs).slice(0, batchMost);
    nowMs = batch.length === batchMost ? Math.max(firstMs, batch.at(-1)?.visibleMs ?? 0) : firstMs + windowMs;
    return batch;
  };
  return {
    now: () => new Date(nowMs),
    send: (...changes) => enter(nowMs, changes),
    sendAt: (seconds, ...changes) => enter(Date.parse(start) + seconds * 1000, changes),
    hide: async ({ messageId }, seconds) => {
      for (const each of waiting) if (each.record.messageId === messageId) each.visibleMs = nowMs + seconds * 1000;
    },
    drain: async (handle) => {
      while (waiting.length > 0) {
        const batch = next();
        for (const each of batch) {
          each.tries += 1;
          each.visibleMs = nowMs + hiddenMs;
        }
        const handed = batch.map(({ record, tries }) => ({ ...record, attributes: { ApproximateReceiveCount: String(tries) } }));
        const back = await handle(handed);
        const ids = new Set((back === 'died' ? handed : back).map(({ messageId }) => messageId));
        const over = batch.filter(({ record, tries }) => ids.has(record.messageId) && tries >= mostTries);
        dead.push(...over.map(({ record }) => record));
        waiting = waiting.filter((each) => !batch.includes(each) || (ids.has(each.record.messageId) && !over.includes(each)));
      }
    },
    dead,
    pass: (seconds) => {
      nowMs += seconds * 1000;
    },
  };
}
