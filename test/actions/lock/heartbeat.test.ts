// The lock of a terminal: alive while it is renewed, anybody's when it is not, and known by whoever meets it.
import { describe, expect, test } from '@jest/globals';
import { keepAlive } from '../../../src/actions/lock/heartbeat.ts';
import { acquireLock, gatherLockAt, type LockRequest, type LockWorld } from '../../../src/actions/lock/hold-lock.ts';
import { isTerminal, type Lock, ownerText, parseLock, terminalOwner } from '../../../src/actions/preview/lock.ts';
import { failure } from '../../../src/define/failure.ts';
import type { StoredDocument } from '../../../src/ports/documents.ts';
import { memoryDocuments } from '../../support/documents.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { troubled, unreachable } from '../../support/troubles.ts';

const key = 'locks/runbooks/staging/app.json';
const request: LockRequest = {
  key,
  subject: 'app',
  reason: 'runbook ecs-scale',
  waitSeconds: 0,
  pollSeconds: 5,
  stateLocks: [],
  unreadable: () => failure({ code: 'test/unreadable', what: 'x', next: 'y' }),
};

function openStage() {
  const clock = manualClock();
  const bucket = new Map<string, StoredDocument>();
  const documents = troubled(memoryDocuments(bucket));
  const world = (run: LockWorld['run']): LockWorld => ({
    documents,
    // GitHub knows of no terminal.
    workflowRuns: {
      isActive: async ({ runId }) => runId === 4711,
      latestOfBranch: async () => [],
      activeOfBranch: async () => [],
      cancel: async () => false,
    },
    clock,
    progress: { info: () => undefined, warning: () => undefined, group: (_title, body) => body() },
    run,
  });
  const lock = (): Lock => {
    const parsed = parseLock(bucket.get(key)?.value);
    if (parsed.kind === 'corrupt') throw new Error(parsed.problems.join('; '));
    return parsed.value;
  };
  return { clock, bucket, documents, world, lock };
}

const octocat = terminalOwner('octocat', 815);
const hubot = terminalOwner('hubot', 42);
const gitHubRun = { runId: 4711, attempt: 1, job: 'deploy' };

async function heldBy(stage: ReturnType<typeof openStage>, owner = octocat) {
  const world = stage.world(owner);
  const acquired = await acquireLock(world, request);
  if (acquired.kind !== 'held') throw new Error('nobody else has it');
  return keepAlive(world, key, acquired.version);
}

test('a terminal is told from a job, which cannot be called so', () => {
  expect([octocat, gitHubRun].map(isTerminal)).toEqual([true, false]);
  expect(ownerText(octocat)).toBe('the terminal of octocat');
});

describe("a terminal's lock", () => {
  test('is renewed while it works, and then has the version that is to be released', async () => {
    const stage = openStage();
    const heartbeat = await heldBy(stage);
    await stage.clock.sleep(610_000);
    expect(stage.lock()).toMatchObject({
      owner: octocat,
      since: '2026-01-31T12:00:00.000Z',
      expires: '2026-01-31T12:12:00.000Z',
    });
    const version = await heartbeat.stop();
    expect(version).toBe(stage.bucket.get(key)?.version);
    expect(heartbeat.lost.aborted).toBe(false);
  });

  test('is alive until it expires, and taken over then', async () => {
    const stage = openStage();
    await (await heldBy(stage)).stop();
    stage.clock.advance(119);
    expect(await gatherLockAt(stage.world(hubot), key)).toMatchObject({ kind: 'held', holderIsActive: true });
    expect((await acquireLock(stage.world(hubot), request)).kind).toBe('locked');
    stage.clock.advance(1);
    expect((await acquireLock(stage.world(hubot), request)).kind).toBe('held');
    expect(stage.lock().owner).toEqual(hubot);
  });

  test('is lost when somebody else has it, whom it leaves alone', async () => {
    const stage = openStage();
    const heartbeat = await heldBy(stage);
    const theirs = { ...stage.lock(), owner: hubot };
    stage.bucket.set(key, { value: theirs, version: 'theirs' });
    await stage.clock.sleep(31_000);
    expect(heartbeat.lost.aborted).toBe(true);
    expect(stage.lock()).toEqual(theirs);
    await heartbeat.stop();
  });

  test('outlives a bucket that is away for a while, and is lost when that takes too long', async () => {
    const stage = openStage();
    const heartbeat = await heldBy(stage);
    stage.documents.failAll(unreachable());
    await stage.clock.sleep(95_000);
    stage.documents.failAll(undefined);
    await stage.clock.sleep(60_000);
    expect(heartbeat.lost.aborted).toBe(false);
    stage.documents.failAll(unreachable());
    await stage.clock.sleep(130_000);
    expect(heartbeat.lost.aborted).toBe(true);
    await heartbeat.stop();
  });
});

test('the lock of a run of GitHub needs no heartbeat', async () => {
  const stage = openStage();
  const heartbeat = await heldBy(stage, gitHubRun);
  const before = stage.bucket.get(key);
  await stage.clock.sleep(600_000);
  expect(stage.bucket.get(key)).toBe(before);
  await heartbeat.stop();
});
