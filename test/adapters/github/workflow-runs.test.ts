// Whether a run is alive: a lock is taken over only when GitHub says that it is not; and what a branch has run.
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

describe('the runs of a branch', () => {
  const wanted = { workflowFile: 'runbook.yml', branch: 'topic', event: 'pull_request' };
  const workflow = { by: 'wil', name: 'Preview', workflowPath: workflowFile, event: 'pull_request' };

  test('are those of one workflow and event, newest first, with the time of the server', async () => {
    const { ours, github, clock, asked } = adapter;
    github.runs.finish(runId, 'failure');
    github.runs.startAgain(runId);
    await clock.sleep(90_000);
    const headSha = github.push({ by: 'wil', branch: 'topic', files: { 'src/a.ts': 'next\n' } });
    const next = github.runs.start({ ...workflow, headSha, headBranch: 'topic' });
    github.runs.finish(next, 'success');
    for (const other of [{ headBranch: 'main' }, { event: 'push' }, { workflowPath: '.github/workflows/other.yml' }]) {
      github.runs.start({ ...workflow, headSha, headBranch: 'topic', ...other });
    }
    const same = { event: 'pull_request', headRepository: 'acme/platform', workflowPath: workflowFile };
    expect(await ours.workflowRuns.latestOfBranch(wanted)).toEqual([
      {
        ...{ runId: next, attempt: 1, headSha, createdAt: '2026-01-01T00:01:30Z', status: 'completed', conclusion: 'success' },
        ...{ ...same, url: `${github.url}/acme/platform/actions/runs/${next}` },
      },
      {
        ...{ runId, attempt: 2, headSha: github.state.runs.get(runId)?.headSha, createdAt: '2026-01-01T00:00:00Z' },
        ...{ ...same, status: 'in_progress', conclusion: undefined, url: `${github.url}/acme/platform/actions/runs/${runId}` },
      },
    ]);
    expect(asked()).toEqual(['GET /actions/workflows/{workflow_id}/runs']);
  });

  test('are at most 50: those that it had last', async () => {
    const { ours, github } = adapter;
    const headSha = github.state.runs.get(runId)?.headSha ?? '';
    const ids = Array.from({ length: 60 }, () => github.runs.start({ ...workflow, headSha, headBranch: 'topic' }));
    const found = await ours.workflowRuns.latestOfBranch(wanted);
    expect(found.map((run) => run.runId)).toEqual(ids.reverse().slice(0, 50));
  });

  test('of the same name in a fork are told apart by their repository', async () => {
    const { ours, github } = adapter;
    const headSha = github.push({ by: 'eve', fork: 'eve', branch: 'topic', files: { 'a.ts': 'x' } });
    github.runs.start({ ...workflow, by: 'eve', headSha, headBranch: 'topic', fork: 'eve' });
    const heads = async () => (await ours.workflowRuns.latestOfBranch(wanted)).map(({ headRepository }) => headRepository);
    expect(await heads()).toEqual(['eve/platform', 'acme/platform']);
    github.deleteFork({ by: 'eve' });
    expect(await heads()).toEqual([undefined, 'acme/platform']);
  });

  test('that have not ended are those of every workflow', async () => {
    const { ours, github } = adapter;
    const headSha = github.state.runs.get(runId)?.headSha ?? '';
    const other = { ...workflow, workflowPath: '.github/workflows/other.yml', event: 'push', headSha };
    const active = github.runs.start({ ...other, headBranch: 'topic' });
    github.runs.finish(github.runs.start({ ...other, headBranch: 'topic' }), 'success');
    github.runs.start({ ...other, headBranch: 'main' });
    const found = await ours.workflowRuns.activeOfBranch('topic');
    expect(found.map((run) => run.runId)).toEqual([active, runId]);
  });

  test('are not none where there is no such workflow', async () => {
    const missing = adapter.ours.workflowRuns.latestOfBranch({ ...wanted, workflowFile: 'none.yml' });
    expect((await failureOf(missing)).code).toBe('github/not-found');
  });
});

describe('to cancel a run', () => {
  test('asks for its end, which is not yet its end', async () => {
    const { ours, github } = adapter;
    const asked: number[] = [];
    github.onCancel((id) => asked.push(id));
    expect(await ours.workflowRuns.cancel(runId)).toBe(true);
    expect(asked).toEqual([runId]);
    expect(await ours.workflowRuns.isActive({ runId, attempt: 1 })).toBe(true);
  });

  test('that has ended, or never was, does nothing', async () => {
    const { ours, github } = adapter;
    github.runs.finish(runId, 'success');
    expect(await ours.workflowRuns.cancel(runId)).toBe(false);
    expect(await ours.workflowRuns.cancel(1)).toBe(false);
  });

  test('is tried again when the answer is lost', async () => {
    const { ours, github } = adapter;
    github.faults.inject({ method: 'POST', effect: { kind: 'drop', afterwards: true } });
    expect(await ours.workflowRuns.cancel(runId)).toBe(true);
  });

  test('takes a permission', async () => {
    const reader = adapter.openAnother({ permissions: { actions: 'read' } });
    expect(await failureOf(reader.workflowRuns.cancel(runId))).toMatchObject({
      code: 'github/forbidden',
      next: 'Give the job the permission `actions: write`.',
    });
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
