// How a repository is set up, read from and written to the GitHub double.
import { describe, expect, test } from '@jest/globals';
import { openRepositorySettings } from '../../../src/adapters/github/repository-settings.ts';
import type { RepositorySettings } from '../../../src/ports/repository-settings.ts';
import { type Fixture, openFixture, repository } from '../../rehearsal/github/support.ts';
import { failureOf } from './support.ts';

interface Opened extends Fixture {
  readonly ours: RepositorySettings;
}

async function open({ login = 'ada', name = 'platform' } = {}): Promise<Opened> {
  const fixture = await openFixture();
  const { github, clock } = fixture;
  const ours = openRepositorySettings({
    token: github.issueToken({ kind: 'person', login }),
    apiUrl: github.url,
    repository: { owner: 'acme', name },
    userAgent: 'opsdeck/test',
    clock,
    log: () => undefined,
  });
  return { ...fixture, ours };
}

describe('a repository', () => {
  test('is told as GitHub spells it; one that is not seen is none', async () => {
    const { ours } = await open({ name: 'PLATFORM' });
    expect(await ours.repository()).toEqual({ fullName: 'acme/platform', defaultBranch: 'main' });
    expect(await (await open({ name: 'other' })).ours.repository()).toBeUndefined();
  });
});

describe('environments', () => {
  test('are made with their rules, and made again without harm', async () => {
    const { ours, github } = await open();
    for (let time = 1; time <= 2; time += 1) {
      await ours.putEnvironment({ name: 'ops-approval', reviewers: ['max'], branches: ['main'] });
      await ours.putEnvironment({ name: 'plan', reviewers: [], branches: 'any' });
    }
    expect(await ours.environments()).toEqual([
      { name: 'ops-approval', reviewers: ['max'], branches: ['main'] },
      { name: 'plan', reviewers: [], branches: 'any' },
    ]);
    expect(github.journal.filter(({ isUnsupported }) => isUnsupported)).toEqual([]);
  });
});

describe('variables', () => {
  test('are made, then changed', async () => {
    const { ours } = await open();
    await ours.putVariable('AWS_REGION', 'eu-west-1');
    await ours.putVariable('AWS_REGION', 'eu-west-2');
    for (let number = 0; number < 31; number += 1) await ours.putVariable(`V${number}`, String(number));
    const found = await ours.variables();
    expect(Object.keys(found)).toHaveLength(32);
    expect(found).toMatchObject({ AWS_REGION: 'eu-west-2', V30: '30' });
  });
});

describe('settings', () => {
  test('of Actions and of the default branch', async () => {
    const { ours, ask, github } = await open();
    expect(await ours.actionsPolicy()).toEqual({ isEnabled: true, allowed: 'all' });
    expect(await ours.workflowToken()).toEqual({ default: 'read', mayApprovePullRequests: false });
    expect(await ours.branchProtection('main')).toEqual({ isProtected: false, requiresPullRequest: false });
    await ask('PUT', `${repository}/actions/permissions`, { body: { enabled: true, allowed_actions: 'local_only' } });
    await ask('PUT', `${repository}/actions/permissions/workflow`, { body: { default_workflow_permissions: 'write' } });
    github.protectBranch('main');
    expect(await ours.actionsPolicy()).toEqual({ isEnabled: true, allowed: 'local_only' });
    expect(await ours.workflowToken()).toEqual({ default: 'write', mayApprovePullRequests: false });
    expect(await ours.branchProtection('main')).toEqual({ isProtected: true, requiresPullRequest: true });
  });

  test('are for administrators', async () => {
    const { ours } = await open({ login: 'wil' });
    expect(await failureOf(ours.actionsPolicy())).toMatchObject({ code: 'github/forbidden' });
    expect(await failureOf(ours.putEnvironment({ name: 'ops', reviewers: [], branches: 'any' }))).toMatchObject({
      code: 'github/forbidden',
    });
  });
});
