// The Streams port in memory: a stream that reshards takes its time, and takes no other word meanwhile.
import { explain } from '../../src/adapters/aws/refusals.ts';
import type { Failure } from '../../src/define/failure.ts';
import type { Stream, Streams } from '../../src/ports/streams.ts';
import type { ManualClock } from './manual-clock.ts';
import { type Troubled, troubled } from './troubles.ts';

export interface MemoryStreams extends Troubled<Streams> {
  put(stream: Stream): void;
  remove(name: string): void;
  setMostShards(shards: number): void;
}

const reshardSeconds = 60;

export function memoryStreams(clock: ManualClock, streams: readonly Stream[] = []): MemoryStreams {
  const byName = new Map(streams.map((stream) => [stream.name, stream]));
  const movesAt = new Map<string, readonly number[]>();
  let mostShards = 500;
  const openShards = (): number => [...byName.values()].reduce((sum, stream) => sum + stream.openShards, 0);
  const port: Streams = {
    describe: async (name) => byName.get(name),
    limits: async () => ({ openShards: openShards(), mostShards }),
    setShards: async (name, shards) => {
      const stream = byName.get(name);
      if (!stream) throw refused('ResourceNotFoundException', `Stream ${name} not found`);
      if (stream.status !== 'ACTIVE') throw refused('ResourceInUseException', `Stream ${name} is ${stream.status}`);
      if (stream.mode === 'ON_DEMAND') throw refused('ValidationException', `Stream ${name} is in On-Demand mode`);
      if (shards > stream.openShards * 2 || shards < stream.openShards / 2)
        throw refused(
          'InvalidArgumentException',
          `From ${stream.openShards} to ${shards} is more than double, or less than half`,
        );
      const now = clock.now().getTime();
      const recent = (movesAt.get(name) ?? []).filter((at) => at > now - 86_400_000);
      if (recent.length >= 10) throw refused('LimitExceededException', 'More than 10 times in a rolling 24 hour period');
      if (openShards() + shards - stream.openShards > mostShards) throw refused('LimitExceededException', 'Shard limit');
      movesAt.set(name, [...recent, now]);
      byName.set(name, { ...stream, status: 'UPDATING' });
      clock.in(reshardSeconds, () => void byName.set(name, { ...stream, openShards: shards }));
    },
  };
  return {
    ...troubled(port),
    put: (stream) => void byName.set(stream.name, stream),
    remove: (name) => void byName.delete(name),
    setMostShards: (shards) => {
      mostShards = shards;
    },
  };
}

function refused(name: string, message: string): Failure {
  return explain({ what: 'reshard', permission: 'kinesis:UpdateShardCount' }, Object.assign(new Error(message), { name }));
}
