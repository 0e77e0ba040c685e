// The function's memory without a table, for tests: the same decisions over a map; held to the same contract as the real one.
import { type AlarmRecord, claimSeconds, decideClaim } from '../../../src/functions/alarm-forwarder/decide-claim.ts';
import { decideTurn, firstPace, type PaceRecord, paused } from '../../../src/functions/alarm-forwarder/decide-pace.ts';
import type { Memory } from '../../../src/functions/alarm-forwarder/memory.ts';

type Remembered = AlarmRecord & { readonly owner?: string };

export function fakeMemory({ now, cooldownSeconds }: { readonly now: () => Date; readonly cooldownSeconds: number }): Memory {
  const alarms = new Map<string, Remembered>();
  let pace: PaceRecord = firstPace;
  const nowSeconds = (): number => Math.floor(now().getTime() / 1000);
  const unclaimed = ({ toldAt, dispatchedSeconds }: Remembered): Remembered => ({
    ...(toldAt !== undefined && { toldAt }),
    ...(dispatchedSeconds !== undefined && { dispatchedSeconds }),
  });
  return {
    claim: async (change, owner) => {
      const record = alarms.get(change.arn) ?? {};
      const terms = { change, nowSeconds: nowSeconds(), cooldownSeconds };
      const claim = decideClaim(record.owner === owner ? unclaimed(record) : record, terms);
      if (claim.kind === 'claimed')
        alarms.set(change.arn, { ...record, owner, claimedUntilSeconds: nowSeconds() + claimSeconds });
      return claim;
    },
    settle: async (change, owner) => {
      const record = alarms.get(change.arn) ?? {};
      if (record.owner === owner) alarms.set(change.arn, { toldAt: change.at, dispatchedSeconds: nowSeconds() });
    },
    release: async (change, owner) => {
      const record = alarms.get(change.arn) ?? {};
      if (record.owner === owner) alarms.set(change.arn, unclaimed(record));
    },
    takeTurn: async () => {
      const turn = decideTurn(pace, nowSeconds());
      if (turn.kind === 'go') pace = turn.next;
      return turn.kind === 'go' ? { kind: 'go' } : turn;
    },
    pause: async (untilSeconds) => {
      pace = paused(pace, untilSeconds);
    },
  };
}
