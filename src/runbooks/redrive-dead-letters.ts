// Sends the environment's dead letters back to the queues that they came from, or to another one.
import { count, optional, text } from '../define/fields.ts';
import type { Check, Obstacle, RunbookPlace } from '../define/runbook.ts';
import type { MoveTask, Queue, Queues } from '../ports/queues.ts';
import { asking } from './asking.ts';

/** Less than the hour that a job's credentials last. */
const timeoutSeconds = 2700;

const { runbook, step } = asking({
  'per-second': {
    kind: 'number',
    about: 'How many messages are moved in a second: as many as their receiver can take on top of its work',
    example: '50',
    default: '50',
    least: 1,
    // https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_StartMessageMoveTask.html
    most: 500,
  },
  to: {
    kind: 'name',
    about: 'Queue of the environment that takes them, in place of those that they came from',
    example: 'assess-staging-replay',
    optional: true,
  },
});

interface Before {
  readonly queue: string;
  readonly messages: number;
  readonly perSecond: number;
  /** The ARN. */
  readonly to?: string | undefined;
  /** When the last move began that is not ours. */
  readonly lastMoveAt: string;
}

const move = step<Before>({
  id: 'move',
  title: 'Move the messages',
  about:
    'Starts one move of SQS (StartMessageMoveTask), unless it is started already, and waits until it is complete and fewer are left',
  timeoutSeconds,
  retries: 2,
  before: { queue: text, messages: count, perSecond: count, to: optional(text), lastMoveAt: text },
  plan: async ({ ports, place, inputs }) => {
    const scene = await gather(ports.queues, place, inputs.to);
    const [obstacle] = obstaclesOf(scene, inputs['per-second']);
    const { queue } = scene;
    if (obstacle || !queue) return { kind: 'refused', obstacle: obstacle ?? queueMissing(scene.name) };
    const perSecond = inputs['per-second'];
    const receiver = inputs.to ?? 'the queues that they came from';
    const changes = [
      { what: `messages of ${queue.name}`, from: `${queue.messages}`, to: `0: ${perSecond} a second to ${receiver}` },
    ];
    const lastMoveAt = scene.moves[0]?.startedAt ?? '';
    return {
      kind: 'change',
      changes,
      before: { queue: queue.name, messages: queue.messages, perSecond, to: scene.to?.arn, lastMoveAt },
    };
  },
  run: async ({ ports }, { queue: name, perSecond, to, lastMoveAt }) => {
    const queue = await ports.queues.describe(name);
    // Gone: `verify` says so.
    if (!queue || (await ownMove(ports.queues, queue, lastMoveAt))) return;
    await ports.queues.startMove(queue, { ...(to !== undefined && { to }), perSecond });
  },
  verify: async ({ ports }, { queue: name, messages, lastMoveAt }) => {
    const queue = await ports.queues.describe(name);
    if (!queue) return { kind: 'never', words: `${name} is gone` };
    return progressOf(await ownMove(ports.queues, queue, lastMoveAt), { before: messages, now: queue.messages });
  },
  compensate: {
    about: 'Ends the move where it is (CancelMessageMoveTask); what has been moved stays moved',
    timeoutSeconds: 300,
    run: async ({ ports }, { queue: name, lastMoveAt }) => {
      const queue = await ports.queues.describe(name);
      const own = queue && (await ownMove(ports.queues, queue, lastMoveAt));
      if (own?.handle !== undefined) await ports.queues.cancelMove(own.handle);
    },
    verify: async ({ ports }, { queue: name, lastMoveAt }) => {
      const queue = await ports.queues.describe(name);
      const own = queue && (await ownMove(ports.queues, queue, lastMoveAt));
      if (!own) return { kind: 'yes', words: 'nothing was moved' };
      return { kind: isActive(own) ? 'not-yet' : 'yes', words: `${own.moved} messages were moved, and stay where they are` };
    },
  },
});

export const redriveDeadLetters = runbook({
  id: 'redrive-dead-letters',
  title: 'Redrive the dead letters',
  about:
    'Moves all messages of the environment’s dead-letter queue back to the queues that they came from, at a rate that these can bear.',
  when: [
    'What made the messages fail has been mended: else they come back, after as many tries as their queue allows.',
    'Only messages that another queue has given up can go back by themselves. Those of EventBridge and of the Scheduler do not know where they came from: AWS ends the move with CouldNotDetermineMessageSource, and `to` has to name a queue for all of them.',
    'Not where the order of the messages matters, nor where a receiver cannot bear one twice.',
    'There is one move a queue at a time, of all messages that are visible when it begins.',
  ],
  symptoms: ['dead-letters'],
  risk: 'medium',
  permission: 'maintain',
  calls: {
    reads: ['sqs:GetQueueUrl', 'sqs:GetQueueAttributes', 'sqs:ListDeadLetterSourceQueues', 'sqs:ListMessageMoveTasks'],
    writes: { 'sqs:StartMessageMoveTask': 'queue', 'sqs:CancelMessageMoveTask': 'queue' },
    // https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-configure-dead-letter-queue-redrive.html
    implied: {
      'sqs:ReceiveMessage': 'queue',
      'sqs:DeleteMessage': 'queue',
      'sqs:SendMessage': 'queue',
      'kms:Decrypt': 'queue',
      'kms:GenerateDataKey': 'queue',
    },
  },
  target: () => 'dead-letters',
  check: async ({ ports, place, inputs }) => obstaclesOf(await gather(ports.queues, place, inputs.to), inputs['per-second']),
  steps: [move],
  // Nothing of it can be taken back when an alarm rings later.
  settleSeconds: 0,
});

interface Scene {
  readonly name: string;
  readonly queue?: Queue | undefined;
  readonly sources: readonly string[];
  readonly moves: readonly MoveTask[];
  /** As it was asked for, and as it was found. */
  readonly toName?: string | undefined;
  readonly to?: Queue | undefined;
  readonly prefix: string;
}

async function gather(queues: Queues, { prefix }: RunbookPlace, toName: string | undefined): Promise<Scene> {
  const name = `${prefix}-dead-letters`;
  const [queue, to] = await Promise.all([queues.describe(name), toName === undefined ? undefined : queues.describe(toName)]);
  const [sources, moves] = queue ? await Promise.all([queues.sourcesOf(queue), queues.moves(queue)]) : [[], []];
  return { name, queue, sources, moves, toName, to, prefix };
}

function obstaclesOf({ name, queue, sources, moves, toName, to, prefix }: Scene, perSecond: number): readonly Obstacle[] {
  const ofReceiver = toName === undefined ? [] : obstaclesOfReceiver({ toName, to, name, prefix });
  if (!queue) return [queueMissing(name), ...ofReceiver];
  const active = moves.find(isActive);
  const seconds = Math.ceil(queue.messages / perSecond);
  return [
    ...(queue.messages === 0 ? [emptyQueue(queue)] : []),
    ...(sources.length === 0 ? [withoutSources(name)] : []),
    ...(active
      ? [
          {
            what: `A move out of ${name} is ${active.status} since ${active.startedAt}.`,
            next: 'Wait until it has ended, or end it with `aws sqs cancel-message-move-task`.',
          },
        ]
      : []),
    ...(seconds > timeoutSeconds
      ? [
          {
            what: `At ${perSecond} a second, ${queue.messages} messages take ${Math.ceil(seconds / 60)} minutes; there are ${timeoutSeconds / 60}.`,
            next: `Say per-second=${Math.min(500, Math.ceil(queue.messages / timeoutSeconds))} or more, if the receiver can take it.`,
          },
        ]
      : []),
    ...ofReceiver,
  ];
}

function obstaclesOfReceiver({
  toName,
  to,
  name,
  prefix,
}: {
  readonly toName: string;
  readonly to: Queue | undefined;
  readonly name: string;
  readonly prefix: string;
}): readonly Obstacle[] {
  if (toName === name)
    return [{ what: `${toName} is the dead-letter queue itself.`, next: 'Name the queue that is to take them.' }];
  if (!toName.startsWith(`${prefix}-`)) {
    const what = `${toName} does not belong to the environment: its name does not begin with ${prefix}-.`;
    return [{ what, next: 'Name a queue of the environment.' }];
  }
  return to ? [] : [{ what: `There is no queue ${toName}.`, next: 'Check the name of the queue.' }];
}

function queueMissing(name: string): Obstacle {
  return { what: `There is no queue ${name}.`, next: 'Check the environment and the region.' };
}

function emptyQueue({ name, inFlight }: Queue): Obstacle {
  if (inFlight === 0) return { what: `${name} is empty.`, next: 'Look at the alarm again: it may be over.' };
  const what = `${name} has no visible message; ${inFlight} are being read by somebody.`;
  return { what, next: 'Wait until they are visible again, and run again.' };
}

/** With a destination, too: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_StartMessageMoveTask.html */
function withoutSources(name: string): Obstacle {
  return {
    what: `No queue gives its dead letters to ${name}: SQS moves messages, to wherever it is, out of the dead-letter queue of another queue only.`,
    next: 'Read the messages, and repeat at their sources what has failed; a queue whose redrive policy names this one makes moves possible.',
  };
}

/** The newest, if it began after all that were there before. */
async function ownMove(queues: Queues, queue: Queue, lastMoveAt: string): Promise<MoveTask | undefined> {
  const [newest] = await queues.moves(queue);
  return newest && newest.startedAt > lastMoveAt ? newest : undefined;
}

function isActive({ status }: MoveTask): boolean {
  return status === 'RUNNING' || status === 'CANCELLING';
}

function progressOf(task: MoveTask | undefined, messages: { readonly before: number; readonly now: number }): Check {
  if (!task) return { kind: 'not-yet', words: 'SQS does not tell of the move yet' };
  const moved = `${task.moved} of ${task.toMove ?? messages.before} messages moved`;
  switch (task.status) {
    case 'RUNNING':
      return { kind: 'not-yet', words: moved };
    case 'COMPLETED':
      return { kind: messages.now < messages.before ? 'yes' : 'not-yet', words: `${moved}, ${messages.now} are left or new` };
    case 'CANCELLING':
    case 'CANCELLED':
      return { kind: 'never', words: `somebody ended the move: ${moved}` };
    case 'FAILED':
      return { kind: 'never', words: `SQS gave up (${task.failureReason ?? 'without a reason'}): ${moved}` };
    default:
      return task.status satisfies never;
  }
}
