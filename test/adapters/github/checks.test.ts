// One check run a name and commit.
import { describe, expect, test } from '@jest/globals';
import type { CheckReport } from '../../../src/ports/checks.ts';
import { headOf, openPull, repository } from '../../rehearsal/github/support.ts';
import { type Adapter, failureOf, openAdapter } from './support.ts';

async function open(): Promise<Adapter & { readonly check: CheckReport }> {
  const adapter = await openAdapter();
  const headSha = headOf(adapter.github, openPull(adapter.github));
  const check = { name: 'Plan', headSha, title: 'Planning', summary: 'one moment', detailsUrl: 'https://ci.example.com/1' };
  return { ...adapter, check };
}

describe('a check', () => {
  test('is in progress, then done', async () => {
    const { ours, github, check } = await open();
    await ours.checks.report(check);
    const runs = () => [...github.state.checkRuns.values()];
    expect(runs()).toMatchObject([{ name: 'Plan', status: 'in_progress', conclusion: null, detailsUrl: check.detailsUrl }]);
    await ours.checks.report({ ...check, conclusion: 'success', title: 'No danger', summary: '2 to add' });
    expect(runs()).toMatchObject([
      { headSha: check.headSha, status: 'completed', conclusion: 'success', output: { title: 'No danger', summary: '2 to add' } },
    ]);
  });

  test('of another commit is another one', async () => {
    const { ours, github, check } = await open();
    await ours.checks.report({ ...check, conclusion: 'failure' });
    const headSha = github.push({ by: 'wil', branch: 'topic', files: { 'src/b.ts': 'x' } });
    await ours.checks.report({ ...check, headSha });
    expect([...github.state.checkRuns.values()].map(({ conclusion }) => conclusion)).toEqual(['failure', null]);
  });

  test('of the same name that a job left is not touched', async () => {
    const { ours, github, ask, check } = await open();
    const job = { name: check.name, head_sha: check.headSha, conclusion: 'success' };
    await ask('POST', `${repository}/check-runs`, { body: job });
    await ours.checks.report({ ...check, conclusion: 'failure' });
    await ours.checks.report({ ...check, conclusion: 'action_required' });
    expect([...github.state.checkRuns.values()].map(({ conclusion }) => conclusion)).toEqual(['success', 'action_required']);
  });

  test('is there once although the connection dropped', async () => {
    const { ours, github, check } = await open();
    github.faults.inject({ method: 'POST', effect: { kind: 'drop', afterwards: true } });
    await ours.checks.report({ ...check, conclusion: 'neutral' });
    expect(github.state.checkRuns.size).toBe(1);
  });

  test('with more to say than GitHub takes is refused before it is sent', async () => {
    const { ours, check, asked } = await open();
    const failure = await failureOf(ours.checks.report({ ...check, summary: 'x'.repeat(65_536) }));
    expect({ code: failure.code, asked: asked() }).toEqual({ code: 'github/body-too-long', asked: [] });
  });
});
