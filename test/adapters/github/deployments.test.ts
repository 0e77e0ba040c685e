// GitHub's record of what is deployed where.
import { describe, expect, test } from '@jest/globals';
import { headOf, openPull, repository } from '../../rehearsal/github/support.ts';
import { type Adapter, openAdapter } from './support.ts';

const environment = 'preview/pr-1';
const logUrl = 'https://ci.example.com/1';

async function open(): Promise<Adapter & { readonly sha: string }> {
  const adapter = await openAdapter();
  return { ...adapter, sha: headOf(adapter.github, openPull(adapter.github)) };
}

describe('a deployment', () => {
  test('is transient, waits for no check, and has a state', async () => {
    const { ours, github, sha } = await open();
    const id = await ours.deployments.create({ environment, sha, description: 'Preview of #1' });
    await ours.deployments.setStatus(id, { state: 'in_progress', description: 'Applying', logUrl });
    await ours.deployments.setStatus(id, {
      state: 'success',
      description: 'Up',
      logUrl,
      environmentUrl: 'https://pr-1.example.com',
    });
    expect(github.state.deployments.get(id)).toMatchObject({
      environment,
      sha,
      isTransient: true,
      isProduction: false,
      statuses: [
        { state: 'in_progress', description: 'Applying', logUrl },
        { state: 'success', environmentUrl: 'https://pr-1.example.com' },
      ],
    });
    const sent = github.journal.find(({ route }) => route?.endsWith('/deployments'))?.requestBody ?? '';
    expect(JSON.parse(sent)).toMatchObject({ auto_merge: false, required_contexts: [] });
  });

  test('is there once although the connection dropped, also when an earlier run made one', async () => {
    const { ours, github, sha } = await open();
    const request = { environment, sha, description: 'Preview of #1' };
    const earlier = await ours.deployments.create(request);
    await ours.deployments.setStatus(earlier, { state: 'inactive', description: '', logUrl });
    github.faults.inject({ method: 'POST', effect: { kind: 'drop', afterwards: true } });
    const id = await ours.deployments.create(request);
    expect([...github.state.deployments.keys()]).toEqual([earlier, id]);
  });

  test('is described in as many characters as GitHub takes', async () => {
    const { ours, github, sha } = await open();
    const id = await ours.deployments.create({ environment, sha, description: 'x'.repeat(200) });
    await ours.deployments.setStatus(id, { state: 'failure', description: 'y'.repeat(200), logUrl });
    const { description, statuses } = github.state.deployments.get(id) ?? {};
    expect([description, statuses?.[0]?.description]).toEqual([`${'x'.repeat(139)}…`, `${'y'.repeat(139)}…`]);
  });

  test('whose status gets no answer has it nonetheless', async () => {
    const { ours, github, sha } = await open();
    const id = await ours.deployments.create({ environment, sha, description: '' });
    github.faults.inject({ method: 'POST', effect: { kind: 'answer', status: 502 } });
    await ours.deployments.setStatus(id, { state: 'success', description: '', logUrl });
    expect(github.state.deployments.get(id)?.statuses.map(({ state }) => state)).toEqual(['success']);
  });
});

describe('an environment that is deactivated', () => {
  test('has nothing active left, whoever deployed to it; others keep theirs', async () => {
    const { ours, github, ask, sha } = await open();
    const first = await ours.deployments.create({ environment, sha, description: '' });
    const { body } = await ask('POST', `${repository}/deployments`, { body: { ref: 'main', environment } });
    const other = await ours.deployments.create({ environment: 'preview/pr-2', sha, description: '' });
    for (const id of [first, other]) await ours.deployments.setStatus(id, { state: 'success', description: '', logUrl });
    await ours.deployments.deactivate(environment, logUrl);
    const latest = [first, body.id, other].map((id: number) => github.state.deployments.get(id)?.statuses.at(-1)?.state);
    expect(latest).toEqual(['inactive', 'inactive', 'success']);
  });

  test('twice is written once', async () => {
    const { ours, asked, sha } = await open();
    await ours.deployments.create({ environment, sha, description: '' });
    await ours.deployments.deactivate(environment, logUrl);
    asked();
    await ours.deployments.deactivate(environment, logUrl);
    expect(asked()).toEqual(['GET /deployments', 'GET /deployments/{deployment_id}/statuses']);
  });
});
