// What `opsdeck init` changes on GitHub: what is missing, never what people have decided.
import { describe, expect, test } from '@jest/globals';
import {
  decideGitHubChanges,
  renderAsCommands,
  renderGitHubChange,
  type WantedSettings,
} from '../../../src/cli/init/github-changes.ts';
import type { GitHubEnvironment } from '../../../src/ports/repository-settings.ts';

const wanted: WantedSettings = {
  account: '123456789012',
  region: 'eu-west-2',
  defaultBranch: 'main',
  domain: 'example.org',
  environments: [],
  reviewers: ['ada'],
};

const nothing = { environments: [], variables: {} };

/** As it is after a first run. */
const all: readonly GitHubEnvironment[] = decideGitHubChanges(wanted, nothing).flatMap((change) =>
  change.kind === 'environment' ? [change.environment] : [],
);
const variables = { AWS_ACCOUNT_ID: '123456789012', AWS_REGION: 'eu-west-2', OPSDECK_DOMAIN: 'example.org' };

function changesWith(
  name: string,
  change: Partial<GitHubEnvironment>,
  reviewers: readonly string[] = ['ada'],
): readonly string[] {
  const environments = all.map((each) => (each.name === name ? { ...each, ...change } : each));
  return decideGitHubChanges({ ...wanted, reviewers }, { environments, variables }).map(renderGitHubChange);
}

describe('changes', () => {
  test('of a repository without anything', () => {
    expect(decideGitHubChanges(wanted, nothing).map(renderGitHubChange)).toMatchInlineSnapshot(`
[
  "make environment plan: for every branch",
  "make environment preview: for every branch",
  "make environment deploy: for main alone",
  "make environment platform-approval: for main alone, approved by ada",
  "make environment game-day: for main alone",
  "make environment ops: for main alone",
  "make environment ops-approval: for main alone, approved by ada",
  "set variable AWS_ACCOUNT_ID: 123456789012",
  "set variable AWS_REGION: eu-west-2",
  "set variable OPSDECK_DOMAIN: example.org",
]
`);
  });

  test('are none the second time', () => {
    expect(decideGitHubChanges(wanted, { environments: all, variables })).toEqual([]);
  });

  test.each<[string, string, Partial<GitHubEnvironment>, readonly string[], readonly string[]]>([
    ['open to every branch', 'deploy', { branches: 'any' }, ['ada'], ['limit environment deploy: for main alone']],
    [
      'open, but with reviewers',
      'deploy',
      { branches: 'any', reviewers: ['sre'] },
      ['ada'],
      ['by hand: environment deploy: let only main use it'],
    ],
    ['for other branches', 'deploy', { branches: ['release/*'] }, ['ada'], ['by hand: environment deploy: let only main use it']],
    ['limited further by people', 'plan', { branches: 'protected', reviewers: ['sre'] }, ['ada'], []],
    [
      'without approval',
      'ops-approval',
      { reviewers: [] },
      ['ada'],
      ['limit environment ops-approval: for main alone, approved by ada'],
    ],
    [
      'without approval, and nobody is named',
      'ops-approval',
      { reviewers: [] },
      [],
      ['by hand: environment ops-approval: name required reviewers, or nobody has to approve'],
    ],
    ['approved by others', 'ops-approval', { reviewers: ['sre'] }, ['ada'], []],
  ])('of an environment that is %s', (_what, name, change, reviewers, expected) => {
    expect(changesWith(name, change, reviewers)).toEqual(expected);
  });

  test('of a variable tell what it was', () => {
    const found = { environments: all, variables: { ...variables, AWS_REGION: 'eu-west-1' } };
    expect(decideGitHubChanges(wanted, found).map(renderGitHubChange)).toEqual([
      'set variable AWS_REGION: eu-west-1 → eu-west-2',
    ]);
  });

  test('of the list of environments, only where it is another than the usual one', () => {
    const found = { environments: all, variables };
    expect(decideGitHubChanges({ ...wanted, environments: ['test', 'production'] }, found)).toEqual([
      { kind: 'variable', name: 'OPSDECK_ENVIRONMENTS', to: '["test","production"]' },
    ]);
  });
});

test('without a token they are commands, in which nothing gets out of its quotes', () => {
  const changes = decideGitHubChanges(
    { ...wanted, domain: "a'; rm -rf ~ #" },
    { environments: all, variables: { AWS_ACCOUNT_ID: '123456789012' } },
  );
  expect(renderAsCommands(changes, 'acme/platform')).toEqual([
    "gh variable set AWS_REGION --repo acme/platform --body 'eu-west-2'",
    `gh variable set OPSDECK_DOMAIN --repo acme/platform --body 'a'\\''; rm -rf ~ #'`,
  ]);
  const [first = '', second = ''] = renderAsCommands(
    [{ kind: 'environment', isNew: true, environment: { name: 'deploy', reviewers: [], branches: ['main'] } }],
    'acme/platform',
  );
  expect(first).toContain('gh api --method PUT repos/acme/platform/environments/deploy -F ');
  expect(second).toBe("gh api --method POST repos/acme/platform/environments/deploy/deployment-branch-policies -f name='main'");
});
