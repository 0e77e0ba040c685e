// Whether a run is alive: a lock is taken over only when GitHub says that it is not.
import { beforeEach, describe, expect, test } from '@jest/globals';
import { headOf, openPull, workflowFile } from '../../rehearsal/github/support.ts';
import { type Adapter, failureOf, openAdapter } from './support.ts';

let adapter: Adapter;
let runId: number;

beforeEach(async () => {
  adapter = await openAdapter();
  const headSha = headOf(adapter.github, openPull(adapter.github));
  const workflow = { name: 'Preview', workflowPath: workflowFile, event: 'pull_request', headSha, headBranch: 'topic' };
  runId = adapter.github.runs.start({ by: 'wil', ...workflow });
});

describe('a run', () => {
  test('is active until it is completed', async () => {
    const { ours, github } = adapter;
    expect(await ours.workflowRuns.isActive({ runId, attempt: 1 })).toBe(true);
    github.runs.finish(runId, 'failure');
    expect(await ours.workflowRuns.isActive({ runId, attempt: 1 })).toBe(false);
  });

  test('that runs again has ended as the attempt that it was', async () => {
    const { ours, github } = adapter;
    github.runs.finish(runId, 'failure');
    github.runs.startAgain(runId);
    const states = [1, 2, 3].map((attempt) => ours.workflowRuns.isActive({ runId, attempt }));
    // The third is one that GitHub has not shown yet.
    expect(await Promise.all(states)).toEqual([false, true, true]);
  });

  test('that never was, or was deleted, is not active', async () => {
    expect(await adapter.ours.workflowRuns.isActive({ runId: 1, attempt: 1 })).toBe(false);
  });
});

describe('in doubt it is a failure, not an answer', () => {
  test('when the token may not look', async () => {
    const blind = adapter.openAnother({ permissions: { contents: 'read' } });
    expect(await failureOf(blind.workflowRuns.isActive({ runId, attempt: 1 }))).toMatchObject({
      code: 'github/forbidden',
      next: 'Give the job the permission `actions: read`.',
    });
  });

  test('when the repository is not to be seen', async () => {
    const lost = adapter.openAnother({ name: 'elsewhere' });
    expect((await failureOf(lost.workflowRuns.isActive({ runId, attempt: 1 }))).code).toBe('github/not-found');
  });

  test('when GitHub is down', async () => {
    adapter.github.faults.inject({ times: 9, effect: { kind: 'answer', status: 500 } });
    expect((await failureOf(adapter.ours.workflowRuns.isActive({ runId, attempt: 1 }))).code).toBe('github/server-error');
  });
});
