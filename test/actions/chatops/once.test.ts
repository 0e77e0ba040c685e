// A command is performed once, however often its run is run again, and whatever happens to it.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Leg } from '../../../src/actions/chatops/legs.ts';
import { journalKey, type OnceWorld, performOnce } from '../../../src/actions/chatops/once.ts';
import { failure } from '../../../src/define/failure.ts';
import type { StoredDocument } from '../../../src/ports/documents.ts';
import { memoryDocuments } from '../../support/documents.ts';
import { legOfTest } from './support/leg.ts';

const leg: Leg = legOfTest();

interface Machine {
  readonly bucket: Map<string, StoredDocument>;
  readonly active: Set<number>;
  readonly said: string[];
  world(runId: number, attempt?: number): OnceWorld;
}

function openMachine(): Machine {
  const [bucket, active, said] = [new Map<string, StoredDocument>(), new Set<number>(), [] as string[]];
  const documents = memoryDocuments(bucket);
  const isActive = async ({ runId }: { readonly runId: number }) => active.has(runId);
  const world = (runId: number, attempt = 1): OnceWorld => ({
    documents,
    workflowRuns: { isActive, latestOfBranch: async () => [], activeOfBranch: async () => [], cancel: async () => false },
    clock: { now: () => new Date('2026-11-22T10:00:00.000Z'), sleep: async () => undefined },
    progress: { info: (line) => said.push(line), warning: (line) => said.push(line), group: (_title, body) => body() },
    run: { runId, attempt, job: 'apply' },
  });
  return { bucket, active, said, world };
}

const boom = async () => {
  throw failure({ code: 'apply/held', what: 'staging is held.', next: 'Wait.' });
};

test('the journal tells who asked for what, on which commit, and how it ended', async () => {
  const { bucket, world } = openMachine();
  expect(await performOnce(world(1), leg, async () => 'result')).toBe('result');
  expect(bucket.get(journalKey(leg))?.value).toMatchInlineSnapshot(`
{
  "by": "ada",
  "commentUrl": "https://github.test/acme/platform/pull/7#issuecomment-900",
  "endedAt": "2026-11-22T10:00:00.000Z",
  "headSha": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
  "issue": 7,
  "run": {
    "attempt": 1,
    "job": "apply",
    "runId": 1,
  },
  "startedAt": "2026-11-22T10:00:00.000Z",
  "status": "succeeded",
  "text": "/apply plan=3f9c0a71b2de",
}
`);
});

test('running it again does nothing', async () => {
  const { said, world } = openMachine();
  await performOnce(world(1), leg, async () => 'result');
  expect(await performOnce(world(1, 2), leg, async () => 'again')).toBeUndefined();
  expect(said).toEqual([`${leg.text} of ${leg.commentUrl} has been done already: nothing to do.`]);
});

describe('running it again does it', () => {
  test('when it failed', async () => {
    const { bucket, world } = openMachine();
    await expect(performOnce(world(1), leg, boom)).rejects.toMatchObject({ code: 'apply/held' });
    expect(bucket.get(journalKey(leg))?.value).toMatchObject({ status: 'failed', failure: 'apply/held: staging is held.' });
    expect(await performOnce(world(1, 2), leg, async () => 'again')).toBe('again');
  });

  test('when the run that did it is dead', async () => {
    const { world } = openMachine();
    void performOnce(world(1), leg, () => new Promise(() => undefined));
    await new Promise(setImmediate);
    expect(await performOnce(world(2), leg, async () => 'again')).toBe('again');
  });

  test('when nobody can read what was written', async () => {
    const { bucket, world } = openMachine();
    bucket.set(journalKey(leg), { value: 'scribble', version: '1' });
    expect(await performOnce(world(1), leg, async () => 'result')).toBe('result');
  });
});

test('while another run does it, it is refused', async () => {
  const { active, world } = openMachine();
  active.add(1);
  void performOnce(world(1), leg, () => new Promise(() => undefined));
  await new Promise(setImmediate);
  await expect(performOnce(world(2), leg, boom)).rejects.toMatchObject({
    code: 'chatops/under-way',
    message: 'This command is being done by run 1, job apply.',
  });
});

test('what was done counts as done for the caller, also when it cannot be written down', async () => {
  const { bucket, said, world } = openMachine();
  const result = await performOnce(world(1), leg, async () => {
    bucket.set(journalKey(leg), { value: {}, version: 'somebody else' });
    return 'result';
  });
  expect([result, said]).toEqual(['result', ['The journal of this command was changed by somebody else meanwhile.']]);
});

test('of any number that start at once, while all of them live, exactly one does it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.integer({ min: 2, max: 5 }), async (scheduler, count) => {
      const machine = openMachine();
      const documents = memoryDocuments(machine.bucket);
      const slow = {
        ...documents,
        read: scheduler.scheduleFunction(documents.read),
        create: scheduler.scheduleFunction(documents.create),
        replace: scheduler.scheduleFunction(documents.replace),
      };
      let done = 0;
      const body = async () => {
        done += 1;
      };
      const runs = Array.from({ length: count }, (_, at) => at + 1);
      for (const run of runs) machine.active.add(run);
      const all = runs.map((run) => performOnce({ ...machine.world(run), documents: slow }, leg, body).catch(() => undefined));
      await scheduler.waitFor(Promise.all(all));
      expect(done).toBe(1);
    }),
    { numRuns: 50 },
  );
});
