// Gives the stream of events another number of shards, in as many moves as Kinesis needs for it.
import { type Failure, failure } from '../define/failure.ts';
import { text, wholeNumber } from '../define/fields.ts';
import type { Check, Obstacle, RunbookPlace } from '../define/runbook.ts';
import type { Stream, Streams } from '../ports/streams.ts';
import { asking } from './asking.ts';

/** AWS allows ten in 24 hours, from half to twice the shards each: https://docs.aws.amazon.com/kinesis/latest/APIReference/API_UpdateShardCount.html */
const mostMovesOfDay = 10;

/** Half of them are kept for the way back. */
const mostMoves = mostMovesOfDay / 2;

const { runbook, step } = asking({
  shards: {
    kind: 'number',
    about: 'How many shards it is to have; each takes 1 MiB or 1,000 records a second',
    example: '8',
    least: 1,
    // A stream has no more, unless AWS support was asked.
    most: 10_000,
  },
});

interface Goal {
  /** What it has. */
  readonly from: number;
  readonly to: number;
}

/**
 * What a stream has after the move, or the beginning before the first one. The last move ends at the goal, each before it at half of what
 * follows, rounded up, or at twice: so every move is within the limits, and knows its end however many before it were left out.
 */
function shardsAfter(move: number, { from, to }: Goal): number {
  const factor = 2 ** (mostMoves - move);
  return from < to ? Math.ceil(to / factor) : to * factor;
}

/** Where the move begins and ends; nothing when the stream is as far already. */
function spanOf(move: number, goal: Goal): Goal | undefined {
  const { from, to } = goal;
  const [start, end] = [shardsAfter(move - 1, goal), shardsAfter(move, goal)];
  if (from < end && from < to) return { from: Math.max(from, start), to: end };
  if (from > end && from > to) return { from: Math.min(from, start), to: end };
  return undefined;
}

interface Move extends Goal {
  readonly stream: string;
}

const moves = Array.from({ length: mostMoves }, (_, index) => {
  const move = index + 1;
  return step<Move>({
    id: `move-${move}`,
    title: `Reshard, move ${move} of at most ${mostMoves}`,
    about:
      'Asks for at most twice, and at least half, of the shards that there are (UpdateShardCount), and waits until they are open',
    // AWS says "a few minutes"; a hundred shards have been seen to take a quarter of an hour.
    timeoutSeconds: 1800,
    // Also of the way back, which has to wait for a move that is not at its end yet.
    retries: 6,
    before: { stream: text, from: wholeNumber, to: wholeNumber },
    plan: async ({ ports, place, inputs }) => {
      const stream = await ports.streams.describe(streamName(place));
      const obstacle = obstacleOf(stream, streamName(place));
      if (!stream || obstacle) return { kind: 'refused', obstacle: obstacle ?? streamMissing(streamName(place)) };
      const span = spanOf(move, { from: stream.openShards, to: inputs.shards });
      if (!span) return { kind: 'nothing', why: `${stream.openShards} shards need no move of that size` };
      const change = { what: `shards of ${stream.name}`, from: `${span.from}`, to: `${span.to}` };
      return { kind: 'change', changes: [change], before: { stream: stream.name, ...span } };
    },
    run: async ({ ports, tell }, { stream, to }) => {
      tell('Shards that were there before are read to their end, and consumers share the new ones among themselves.');
      await moveTo(ports.streams, stream, to);
    },
    verify: async ({ ports }, { stream, to }) => has(await ports.streams.describe(stream), to),
    compensate: {
      about: 'Gives the stream back as many shards as it had before the move, which is a move as well',
      timeoutSeconds: 1800,
      run: async ({ ports }, { stream, from }) => {
        if ((await ports.streams.describe(stream))?.status === 'UPDATING') throw onItsWay(stream);
        await moveTo(ports.streams, stream, from);
      },
      verify: async ({ ports }, { stream, from }) => has(await ports.streams.describe(stream), from),
    },
  });
});

export const kinesisReshard = runbook({
  id: 'kinesis-reshard',
  title: 'Reshard the stream of events',
  about:
    'Changes how many shards the stream of events has. AWS goes from half to twice as many at a time, so that a larger change is made of several moves.',
  when: [
    'Producers are throttled, or events are read late because their readers are limited by the shards.',
    'Not when a consumer is down or slow: more shards do not make it faster. Look at its errors first.',
    'Writing and reading go on. Shards that were there before are read to their end before their successors are, so that the age of events may rise for some minutes; consumers share the new shards among themselves.',
    `AWS takes ${mostMovesOfDay} moves of a stream in any 24 hours; this takes ${mostMoves} at most, so that they can be undone. It cannot know of those that others have made.`,
    'The next deployment of the platform goes back to the number of its capacity plan: change it there, too, if it is to stay.',
  ],
  symptoms: ['events-age', 'events-throttled', 'events-read-throttled'],
  risk: 'medium',
  permission: 'maintain',
  calls: {
    reads: ['kinesis:DescribeStreamSummary', 'kinesis:DescribeLimits'],
    writes: { 'kinesis:UpdateShardCount': 'stream' },
  },
  target: () => 'stream',
  check: async ({ ports, place, inputs }) => {
    const [stream, limits] = await Promise.all([ports.streams.describe(streamName(place)), ports.streams.limits()]);
    const obstacle = obstacleOf(stream, streamName(place));
    if (!stream || stream.mode === 'ON_DEMAND') return obstacle ? [obstacle] : [];
    const goal = { from: stream.openShards, to: inputs.shards };
    return [...(obstacle ? [obstacle] : []), ...obstaclesOfGoal(goal, limits)];
  },
  steps: moves,
  settleSeconds: 300,
});

function streamName({ prefix }: RunbookPlace): string {
  return `${prefix}-events`;
}

function streamMissing(name: string): Obstacle {
  return { what: `There is no stream ${name}.`, next: 'Check the environment and the region.' };
}

function obstacleOf(stream: Stream | undefined, name: string): Obstacle | undefined {
  if (!stream) return streamMissing(name);
  if (stream.mode === 'ON_DEMAND') {
    const what = `${name} is on demand: AWS itself gives it shards, up to twice its peak of the last 30 days.`;
    return { what, next: 'Wait for a quarter of an hour, or have its quota raised by AWS support.' };
  }
  if (stream.status === 'ACTIVE') return undefined;
  return {
    what: `${name} is ${stream.status}: something changes it right now.`,
    next: 'Wait until it is ACTIVE, and run again.',
  };
}

function obstaclesOfGoal(
  goal: Goal,
  { openShards, mostShards }: { readonly openShards: number; readonly mostShards: number },
): readonly Obstacle[] {
  const { from, to } = goal;
  const begin = shardsAfter(0, goal);
  const isTooFar = from < to ? from < begin : from > begin;
  const more = to - from;
  return [
    ...(isTooFar
      ? [
          {
            what: `From ${from} to ${to} shards it takes more than ${mostMoves} moves of at most twice, or at least half, as many.`,
            next: `Ask for ${from < to ? `at most ${from * 2 ** mostMoves}` : `at least ${Math.ceil(from / 2 ** mostMoves)}`}.`,
          },
        ]
      : []),
    ...(more > 0 && openShards + more > mostShards
      ? [
          {
            what: `The account may have ${mostShards} shards in this region, and has ${openShards}: ${more} more are too many.`,
            next: 'Ask AWS for a higher quota, or for fewer shards.',
          },
        ]
      : []),
  ];
}

/** What is on its way needs no other word: nobody else reshards while we hold the lock. */
async function moveTo(streams: Streams, name: string, shards: number): Promise<void> {
  const stream = await streams.describe(name);
  if (stream?.status === 'ACTIVE' && stream.openShards !== shards) await streams.setShards(name, shards);
}

/** It passes: whoever tries again some minutes later finds it ACTIVE. */
function onItsWay(name: string): Failure {
  return failure({
    code: 'aws/unavailable',
    what: `${name} is still resharding, and takes no other move until it is ACTIVE.`,
    next: 'Wait until it is, and resume the run.',
  });
}

function has(stream: Stream | undefined, shards: number): Check {
  if (!stream || stream.status === 'DELETING') return { kind: 'never', words: 'the stream is gone' };
  const words = `${stream.openShards} open shards, ${stream.status}`;
  return { kind: stream.status === 'ACTIVE' && stream.openShards === shards ? 'yes' : 'not-yet', words };
}
