// What the doctor makes of facts: nothing of what is well, and one line with its fix for everything else.
import { describe, expect, test } from '@jest/globals';
import { checks } from '../../../src/cli/doctor/checks/index.ts';
import { looseActions } from '../../../src/cli/doctor/checks/workflows.ts';
import { type DoctorFacts, type Fact, known, learn, notAsked, valueIn, type Wanted } from '../../../src/cli/doctor/facts.ts';
import { isWell, runChecks } from '../../../src/cli/doctor/findings.ts';
import { applyingVariables } from '../../../src/cli/doctor/needs.ts';
import { failure } from '../../../src/define/failure.ts';
import { type RoleName, roleNames } from '../../../src/define/github-settings.ts';
import { readWorkflowStamp, stampWorkflow } from '../../../src/define/workflow-stamp.ts';
import type { TrustedRole } from '../../../src/ports/account.ts';
import { bucketSettings, wanted, wellFacts, workflowText } from './facts.ts';

/** Everything but what is well, as `state subject: says`. */
function troubleWith(changed: Partial<DoctorFacts>, changedWants: Partial<Wanted> = {}): readonly string[] {
  const findings = runChecks(checks, { ...wellFacts, ...changed }, { ...wanted, ...changedWants }).filter(
    ({ state }) => state !== 'ok',
  );
  for (const { fix } of findings) expect(fix).toMatch(/^[A-Z].*\.$/);
  return findings.map(({ state, subject, says }) => `${state} ${subject}: ${says}`);
}

const environmentsBut = (change: object, name: string): Fact<never> => {
  if (wellFacts.environments.kind !== 'known') throw new Error('the facts are known');
  return known(wellFacts.environments.value.map((each) => (each.name === name ? { ...each, ...change } : each))) as Fact<never>;
};

const bucketWith = (change: object) =>
  known({ name: 'states', settings: { ...bucketSettings, ...change } }) as DoctorFacts['bucket'];

function roleOf(name: RoleName): TrustedRole {
  const role = valueIn(wellFacts.roles[name]);
  if (!role) throw new Error('the facts are known');
  return role;
}

function noRolesBut(kept: RoleName): Partial<DoctorFacts['roles']> {
  return Object.fromEntries(roleNames.filter((name) => name !== kept).map((name) => [name, known(undefined)]));
}

const workflow = (text: string) => known({ place: 'here', files: [{ name: 'deploy.yml', text }] });

describe('the doctor', () => {
  test('finds nothing where all is well', () => {
    expect(troubleWith({})).toEqual([]);
    expect(isWell(runChecks(checks, wellFacts, wanted))).toBe(true);
  });

  test.each<[string, Partial<DoctorFacts>, readonly string[]]>([
    ['a Node that is too old', { nodeVersion: '18.19.0' }, ['wrong node: Node 18.19.0, and 20.19.0 or newer is needed']],
    ['a Node without fixes', { nodeVersion: '20.20.2' }, ['advice node: Node 20.20.2 works, but gets no security fixes']],
    [
      'no Terraform',
      { terraform: { kind: 'failed', what: 'Neither terraform nor tofu is on the PATH.', next: 'Install Terraform.' } },
      ['wrong terraform: Neither terraform nor tofu is on the PATH.'],
    ],
    [
      'credentials of another account',
      { caller: known({ accountId: '999999999999', arn: 'arn:aws:iam::999999999999:root' }) },
      [
        "wrong credentials: arn:aws:iam::999999999999:root is of 999999999999, but the repository's AWS_ACCOUNT_ID is 123456789012",
      ],
    ],
    [
      'no OIDC provider',
      { provider: known(undefined) },
      ['wrong OIDC provider: the account does not know token.actions.githubusercontent.com'],
    ],
    [
      'a repository that was renamed',
      {
        repository: known({ fullName: 'Acme/Platform', defaultBranch: 'main' }),
        roles: { ...wellFacts.roles, ...noRolesBut('plan') },
      },
      [
        'wrong role opsdeck-plan: does not trust repo:Acme/Platform:environment:plan; trusts repo:acme/platform:environment:plan, too',
        ...['preview', 'deploy', 'game-day', 'ops'].map((name) => `wrong role opsdeck-${name}: does not exist`),
      ],
    ],
    [
      'a missing role',
      { roles: { ...wellFacts.roles, deploy: known(undefined) } },
      ['wrong role opsdeck-deploy: does not exist'],
    ],
    [
      'a role without its boundary',
      { roles: { ...wellFacts.roles, deploy: known({ ...roleOf('deploy'), boundaryArn: '' }) } },
      ['wrong role opsdeck-deploy: has no permissions boundary opsdeck-ci-boundary'],
    ],
    ['no bucket', { bucket: known({ name: 'states', settings: undefined }) }, ['wrong state bucket: states does not exist']],
    [
      'a bucket elsewhere',
      { bucket: bucketWith({ region: 'eu-west-1' }) },
      ['wrong state bucket: states: lies in eu-west-1, not in eu-west-2'],
    ],
    [
      'an open bucket',
      { bucket: bucketWith({ isVersioned: false, encryption: undefined, isPublicAccessBlocked: false, policy: undefined }) },
      ['wrong state bucket: states: keeps no versions; is not encrypted; public access is not blocked; does not insist on TLS'],
    ],
    ['no zone', { zone: known(undefined) }, ['wrong hosted zone: the account has no public hosted zone example.org']],
    ['no certificate', { certificates: known([]) }, ['wrong certificate: there is none for *.example.org in eu-west-2']],
    [
      'a certificate that waits',
      { certificates: known([{ arn: 'a', status: 'PENDING_VALIDATION' }]) },
      ['advice certificate: *.example.org is not validated yet'],
    ],
    [
      'a missing environment',
      { environments: environmentsBut({ name: 'other' }, 'ops') },
      ['wrong environment ops: does not exist'],
    ],
    [
      'an environment for every branch',
      { environments: environmentsBut({ branches: 'any' }, 'deploy') },
      ['wrong environment deploy: workflows of every branch may use it, and it should be main alone'],
    ],
    [
      'an approval by nobody',
      { environments: environmentsBut({ reviewers: [] }, 'ops-approval') },
      ['wrong environment ops-approval: nobody has to approve'],
    ],
    [
      'a missing variable',
      { variables: known({ AWS_ACCOUNT_ID: '123456789012', OPSDECK_DOMAIN: 'example.org' }) },
      ['wrong variable OPSDECK_IMAGE: is not set: ECR repository with an image for each commit, or one image for all'],
    ],
    ['Actions off', { actionsPolicy: known({ isEnabled: false, allowed: 'all' }) }, ['wrong Actions: are turned off']],
    [
      'Actions of others refused',
      { actionsPolicy: known({ isEnabled: true, allowed: 'local_only' }) },
      ['wrong Actions: only those of the same owner may run'],
    ],
    [
      'a token that may do much',
      { workflowToken: known({ default: 'write', mayApprovePullRequests: true }) },
      ['advice workflow token: may write unless a workflow says otherwise; may approve pull requests'],
    ],
    [
      'an open default branch',
      { protection: known({ isProtected: false, requiresPullRequest: false }) },
      ['wrong default branch: anybody who may push changes what deploys do'],
    ],
    [
      'pushes without a pull request',
      { protection: known({ isProtected: true, requiresPullRequest: false }) },
      ['advice default branch: is protected, but takes pushes without a pull request'],
    ],
    ['no workflows', { workflows: known({ place: 'here', files: [] }) }, ['wrong workflow files: here has none of ours']],
    [
      'a workflow without a stamp',
      { workflows: workflow(workflowText) },
      ['advice deploy.yml: does not say which version wrote it'],
    ],
    [
      'a workflow of another version',
      { workflows: workflow(stampWorkflow(workflowText, '0.2.0')) },
      ['wrong deploy.yml: was written by Opsdeck 0.2.0, and this is 0.3.0'],
    ],
    [
      'a workflow that somebody changed',
      { workflows: workflow(`${stampWorkflow(workflowText, '0.3.0')}  b: {}\n`) },
      ['wrong deploy.yml: was changed by hand after it was written'],
    ],
    [
      'an action by its tag',
      { workflows: workflow(stampWorkflow('      - uses: actions/checkout@v5\n', '0.3.0')) },
      ['advice pinned actions: actions/checkout@v5 (deploy.yml)'],
    ],
  ])('tells of %s', (_what, changed, expected) => expect(troubleWith(changed)).toEqual(expected));

  test('says what was not asked, and calls it neither well nor wrong', () => {
    const unasked = notAsked<never>('no token to ask GitHub with', 'Set GITHUB_TOKEN.');
    expect(troubleWith({ environments: unasked })).toEqual(['not-asked environments: no token to ask GitHub with']);
    expect(isWell(runChecks(checks, { ...wellFacts, environments: unasked }, wanted))).toBe(true);
  });
});

describe('a repository with previews and ChatOps alone', () => {
  const parts = ['PullRequestPreviews', 'ChatOps'] as const;
  const gone = ['platform-approval', 'game-day'];
  const environments = known((valueIn(wellFacts.environments) ?? []).filter(({ name }) => !gone.includes(name)));
  const roles = { ...wellFacts.roles, 'game-day': notAsked<never>('no AWS credentials to ask with', 'Sign in first.') };

  test('is not told to lack what only other parts need', () => {
    expect(troubleWith({ environments, roles }, { parts }).filter((line) => line.includes('environment'))).toEqual([]);
  });

  test('hears of a role that anybody who pushes a branch could take', () => {
    expect(troubleWith({ environments }, { parts })).toEqual([
      'advice environment game-day: no part here needs it, but who may push a branch can make it, and take the role opsdeck-game-day',
    ]);
  });

  test('lacks what its own parts need', () => {
    const none = known([]);
    const wrong = troubleWith({ environments: none, roles }, { parts }).filter((line) => line.startsWith('wrong environment'));
    expect(wrong).toEqual(['plan', 'preview', 'deploy'].map((name) => `wrong environment ${name}: does not exist`));
  });

  test('needs neither domain nor image for one stack of its own', () => {
    const facts = { variables: known({ AWS_ACCOUNT_ID: '123456789012' }), zone: notAsked<never>('x', 'Do.') };
    const { domain: _, ...rest } = wanted;
    const findings = runChecks(checks, { ...wellFacts, ...facts }, { ...rest, parts, layout: 'platform' });
    expect(findings.filter(({ state }) => state !== 'ok')).toEqual([]);
  });
});

describe('the variables that apply', () => {
  const namesFor = (text: string, layout: Wanted['layout']) =>
    applyingVariables([{ name: 'a.yml', text }], { layout }).map(({ name }) => name);

  test('are those that the workflows read', () => {
    expect(namesFor('${{ vars.AWS_REGION }} ${{ vars.OPSDECK_IMAGE }}', 'platform-and-service')).toEqual([
      'AWS_REGION',
      'OPSDECK_IMAGE',
    ]);
  });

  test('include the one of the image, whatever it is called', () => {
    expect(namesFor('${{ vars.SHOP_IMAGE }}', 'platform-and-service')).toEqual(['SHOP_IMAGE']);
  });

  test('are all of the layout where there is no workflow', () => {
    expect(applyingVariables([], { layout: 'platform' }).map(({ name }) => name)).not.toContain('OPSDECK_IMAGE');
  });
});

describe('what a question brings', () => {
  const refusal = (code: `${string}/${string}`) => () => Promise.reject(failure({ code, what: 'Refused.', next: 'Do it.' }));

  test.each([
    ['github/forbidden', { kind: 'not-asked', why: 'Refused.', how: 'Do it.' }],
    ['aws/access-denied', { kind: 'not-asked', why: 'Refused.', how: 'Do it.' }],
    ['aws/unreachable', { kind: 'failed', what: 'Refused.', next: 'Do it.' }],
  ] as const)('%s', async (code, fact) => expect(await learn(refusal(code))).toEqual(fact));

  test('an answer, and a bug, which stays one', async () => {
    expect(await learn(async () => 1)).toEqual({ kind: 'known', value: 1 });
    await expect(learn(() => Promise.reject(new TypeError('x')))).rejects.toThrow(TypeError);
  });
});

describe('the stamp of a workflow', () => {
  test('survives line endings of Windows, and nothing else', () => {
    const stamped = stampWorkflow('a\nb\n', '1.0.0');
    expect(readWorkflowStamp(stamped)).toEqual({ version: '1.0.0', isUntouched: true });
    expect(readWorkflowStamp(stamped.replaceAll('\n', '\r\n'))).toEqual({ version: '1.0.0', isUntouched: true });
    expect(readWorkflowStamp(stamped.replace('b', 'c'))).toEqual({ version: '1.0.0', isUntouched: false });
    expect(readWorkflowStamp('a\nb\n')).toBeUndefined();
  });
});

describe('actions that are not pinned', () => {
  test.each([
    ['uses: ./actions/plan', []],
    [`- uses: actions/checkout@${'a'.repeat(40)} # v5`, []],
    ["  - uses: 'actions/checkout@v5'", ['actions/checkout@v5']],
    ['uses: acme/opsdeck/actions/plan@v0', ['acme/opsdeck/actions/plan@v0']],
    ['uses: docker://alpine:3', ['docker://alpine:3']],
    ['run: echo uses: x@v1', []],
  ])('%s', (line, loose) => expect(looseActions(line)).toEqual(loose));
});
