// The Queues port in memory: messages that know where they came from, and moves that take their time.
import { explain } from '../../src/adapters/aws/refusals.ts';
import type { Failure } from '../../src/define/failure.ts';
import type { MoveTask, Queue, Queues } from '../../src/ports/queues.ts';
import type { ManualClock } from './manual-clock.ts';
import { type Troubled, troubled } from './troubles.ts';

export interface MemoryQueues extends Troubled<Queues> {
  /** As many messages, which came from a queue, or from elsewhere. */
  put(name: string, messages: number, from?: string): void;
  setInFlight(name: string, messages: number): void;
  remove(name: string): void;
}

export interface QueueSetup {
  readonly name: string;
  /** Whose dead letters it takes. */
  readonly sources?: readonly string[];
}

interface Held {
  readonly sources: readonly string[];
  /** Where each came from. */
  messages: (string | undefined)[];
  inFlight: number;
  moves: Moving[];
}

interface Moving {
  task: MoveTask;
  readonly to: string | undefined;
}

export function memoryQueues(clock: ManualClock, setup: readonly QueueSetup[] = []): MemoryQueues {
  const held = new Map<string, Held>(
    setup.map(({ name, sources = [] }) => [name, { sources, messages: [], inFlight: 0, moves: [] }]),
  );
  const arnOf = (name: string): string => `arn:aws:sqs:eu-west-2:123456789012:${name}`;
  const nameOf = (arn: string): string => arn.replace(/^.*:/, '');
  const found = (name: string): Held => {
    const queue = held.get(name);
    if (!queue) throw refused('ResourceNotFoundException', `There is no queue ${name}`);
    return queue;
  };
  const end = (moving: Moving, status: MoveTask['status'], failureReason?: string): void => {
    const { handle: _, ...task } = moving.task;
    moving.task = { ...task, status, ...(failureReason && { failureReason }) };
  };
  /** A second's worth of messages, and then the next. */
  const moveSome = (source: Held, moving: Moving, perSecond: number): void => {
    if (moving.task.status !== 'RUNNING') return;
    for (let count = 0; count < perSecond && moving.task.moved < (moving.task.toMove ?? 0); count += 1) {
      const [from] = source.messages;
      const receiver = held.get(moving.to ?? from ?? '');
      if (!receiver) {
        end(moving, 'FAILED', 'CouldNotDetermineMessageSource');
        return;
      }
      source.messages.shift();
      receiver.messages.push(undefined);
      moving.task = { ...moving.task, moved: moving.task.moved + 1 };
    }
    if (moving.task.moved === moving.task.toMove) end(moving, 'COMPLETED');
    else clock.in(1, () => moveSome(source, moving, perSecond));
  };
  const port: Queues = {
    describe: async (name) => {
      const queue = held.get(name);
      return queue && ({ arn: arnOf(name), name, messages: queue.messages.length, inFlight: queue.inFlight } satisfies Queue);
    },
    sourcesOf: async ({ name }) => (held.get(name)?.sources ?? []).map(arnOf),
    moves: async ({ name }) =>
      found(name)
        .moves.slice(0, 10)
        .map(({ task }) => task),
    startMove: async ({ name }, { to, perSecond }) => {
      const source = found(name);
      if (source.sources.length === 0)
        throw refused('InvalidParameterValue', 'Source queue must be configured as a Dead Letter Queue.');
      if (source.moves.some(({ task }) => task.status === 'RUNNING'))
        throw refused('InvalidParameterValue', 'There is already a task running.');
      if (to !== undefined) found(nameOf(to));
      const at = clock.now().toISOString();
      const handle = `move-${name}-${source.moves.length + 1}`;
      const task = { handle, status: 'RUNNING', moved: 0, toMove: source.messages.length, startedAt: at } as const;
      const moving: Moving = { task, to: to && nameOf(to) };
      source.moves.unshift(moving);
      clock.in(1, () => moveSome(source, moving, perSecond));
    },
    cancelMove: async (handle) => {
      const all = [...held.values()].flatMap(({ moves }) => moves);
      const moving = all.find(({ task }) => task.handle === handle);
      if (moving) end(moving, 'CANCELLED');
    },
  };
  return {
    ...troubled(port),
    put: (name, messages, from) => {
      found(name).messages.push(...Array.from({ length: messages }, () => from));
    },
    setInFlight: (name, messages) => {
      found(name).inFlight = messages;
    },
    remove: (name) => void held.delete(name),
  };
}

function refused(name: string, message: string): Failure {
  const attempt = { what: 'move messages', permission: 'sqs:StartMessageMoveTask' };
  return explain(attempt, Object.assign(new Error(message), { name }));
}
