import { describe, expect, test } from '@jest/globals';
import { advance, type RehearsalEvent, type RehearsalState } from '../../../src/rehearsal/progress/state.ts';

const at = (atMs: number) => ({ atMs, step: 'platform' });
const started: RehearsalEvent = { ...at(0), kind: 'started', title: 'Apply the platform' };
const counts = { add: 2, change: 1, remove: 1, import: 0 };

function stepAfter(...events: readonly RehearsalEvent[]): RehearsalState[number] | undefined {
  return [started, ...events].reduce<RehearsalState>(advance, [])[0];
}

function terraform(atMs: number, event: Extract<RehearsalEvent, { kind: 'terraform' }>['event']): RehearsalEvent {
  return { ...at(atMs), kind: 'terraform', event };
}

const vpc = { address: 'aws_vpc.a', action: 'create' } as const;
const vpcStarted = terraform(1, { kind: 'started', ...vpc });
const vpcDone = terraform(2, { kind: 'done', ...vpc, elapsedSeconds: 1 });

describe('a step', () => {
  test('knows how much there is to do once Terraform has planned', () => {
    expect(stepAfter()?.resources).toBeUndefined();
    expect(stepAfter(terraform(1, { kind: 'plan-summary', counts }))?.resources).toBe(4);
  });

  test('counts what is done, and knows what is in flight since when', () => {
    expect(stepAfter(vpcStarted)).toMatchObject({
      resourcesDone: 0,
      inFlight: new Map([['aws_vpc.a', { action: 'create', sinceMs: 1 }]]),
    });
    expect(stepAfter(vpcStarted, vpcDone)).toMatchObject({ resourcesDone: 1, inFlight: new Map() });
  });

  test('does not count what is only read', () => {
    const read = { address: 'data.aws_caller_identity.a', action: 'read' } as const;
    const events = [terraform(1, { kind: 'started', ...read }), terraform(2, { kind: 'done', ...read, elapsedSeconds: 0 })];
    expect(stepAfter(...events)?.resourcesDone).toBe(0);
  });

  test('has nothing in flight when it has ended, well or badly', () => {
    const ends: readonly RehearsalEvent[] = [
      { ...at(9), kind: 'done', seen: '1 added' },
      { ...at(9), kind: 'failed' },
    ];
    expect(ends.map((end) => stepAfter(vpcStarted, end))).toMatchObject([
      { status: 'done', endedAtMs: 9, seen: '1 added', inFlight: new Map() },
      { status: 'failed', endedAtMs: 9, inFlight: new Map() },
    ]);
  });

  test('is not touched by the events of another', () => {
    expect(stepAfter({ ...vpcStarted, step: 'service' })?.inFlight.size).toBe(0);
  });
});
