import { describe, expect, test } from '@jest/globals';
import { ciRoles } from '../../../src/stacks/bootstrap/ci-permissions.ts';
import { account, grantsOf, isAllowed, type Request, statementsIn } from '../support/iam.ts';
import { ofType, one } from '../support/stack.ts';
import { repository, stackNamed } from '../support/synthesized.ts';
import { needed, outOfReach } from './reasons.ts';
import { allowed, boundary, changesTo, refused, role as roleArn } from './requests.ts';

const bootstrap = stackNamed('bootstrap');
const ceiling = statementsIn(one(bootstrap, 'aws_iam_policy', 'boundaries/ci').body.policy);

const grants = new Map(ciRoles.map((name) => [name, readGrants(name)]));

/** The state bucket is known by its name here, and by a reference in the stack. */
function readGrants(name: string) {
  const statements = grantsOf(bootstrap, one(bootstrap, 'aws_iam_role', `ci/${name}`));
  const bucket = `arn:aws:s3:::opsdeck-state-${account}-eu-west-2`;
  return statements.map((statement) => ({
    ...statement,
    resources: statement.resources.map((resource) => resource.replace(/^\$\{aws_s3_bucket\.state_bucket_\w+\.arn\}/, bucket)),
  }));
}

/** Allowed by its own policies, and not beyond the ceiling. */
function may(name: (typeof ciRoles)[number], action: string, resource: string, context: Request['context'] = {}): boolean {
  const request = { action, resource, context: { 'aws:RequestedRegion': 'eu-west-2', ...context } };
  return isAllowed(grants.get(name) ?? [], request) && isAllowed(ceiling, request);
}

describe('each identity of CI', () => {
  test.each(ciRoles)('%s can be taken by its GitHub environments of one repository, and by nobody else', (name) => {
    const subject = `repo:${repository}:environment:${name}`;
    const role = one(bootstrap, 'aws_iam_role', `ci/${name}`).body;
    expect(JSON.parse(String(role.assume_role_policy))).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Federated: expect.stringMatching(/^\$\{aws_iam_openid_connect_provider\.\w+\.arn\}$/) },
          Action: 'sts:AssumeRoleWithWebIdentity',
          Condition: {
            StringEquals: {
              'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
              'token.actions.githubusercontent.com:sub': name === 'ops' ? [subject, `${subject}-approval`] : subject,
            },
          },
        },
      ],
    });
    expect(role).toMatchObject({ name: `opsdeck-${name}`, max_session_duration: 3600 });
    expect(role.permissions_boundary).toMatch(/^\$\{aws_iam_policy\.boundaries_ci_/);
  });

  /** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
  test.each(ciRoles)('%s has policies that IAM takes: 10,240 characters in all', (name) => {
    const { id } = one(bootstrap, 'aws_iam_role', `ci/${name}`);
    const inline = ofType(bootstrap, 'aws_iam_role_policy').filter(({ body }) => String(body.role).includes(`.${id}.`));
    expect(inline.map(({ body }) => lengthOf(body.policy)).reduce((sum, length) => sum + length)).toBeLessThanOrEqual(10_240);
  });

  test.each(['boundaries/ci', 'boundaries/workload'])('the ceiling %s has at most 6,144 characters', (path) => {
    expect(lengthOf(one(bootstrap, 'aws_iam_policy', path).body.policy)).toBeLessThanOrEqual(6_144);
  });

  test.each(ciRoles)('%s has no statement that allows everything', (name) => {
    const wide = (grants.get(name) ?? []).filter(({ effect, actions }) => effect === 'Allow' && actions.includes('*'));
    expect(wide).toEqual([]);
  });
});

/** A reference stands for something of about its real length. */
function lengthOf(policy: unknown): number {
  return String(policy)
    .replaceAll(/\$\{data[^}]*\}/g, account)
    .replaceAll(/\$\{[^}]*\}/g, 'x'.repeat(60))
    .replaceAll(/\s/g, '').length;
}

test('the plan role writes nothing but lock files', () => {
  const writing = (grants.get('plan') ?? []).filter(({ actions }) =>
    actions.some((action) => !/:(?:Get|List|Describe)|:GET$|^kms:Decrypt$/.test(action)),
  );
  expect(writing.flatMap(({ resources }) => resources)).toEqual([expect.stringMatching(/\/\*\.tflock$/)]);
});

describe('what is allowed', () => {
  test.each(allowed)('%s may %s on %s', (name, ...request) => expect(may(name, ...request)).toBe(true));
  test.each(refused)('%s may not %s on %s', (name, ...request) => expect(may(name, ...request)).toBe(false));

  test.each(outOfReach)('%s does not reach %s', (name, _what, ...request) => expect(may(name, ...request)).toBe(false));
  test.each(needed)('%s may: %s', (name, _why, ...request) => expect(may(name, ...request)).toBe(true));
});

describe('environments are kept apart by their names', () => {
  test.each(changesTo('production', 'app'))('a preview may not %s on %s, a deploy may', (...request) => {
    expect([may('preview', ...request), may('deploy', ...request)]).toEqual([false, true]);
  });

  test.each([...changesTo('pr-7', 'app'), ...changesTo('staging', 'pr-7').filter(([, arn]) => arn.includes('pr-7'))])(
    'a preview may %s on %s',
    (...request) => expect(may('preview', ...request)).toBe(true),
  );
});

const tagged = (environment: string) => ({ 'aws:RequestTag/Environment': environment });

describe('nobody makes a role without a ceiling', () => {
  test.each(ciRoles)('%s', (name) => {
    const made = roleArn('assess-pr-7-app-task');
    expect(may(name, 'iam:CreateRole', made)).toBe(false);
    expect(
      may(name, 'iam:CreateRole', made, { 'iam:PermissionsBoundary': `arn:aws:iam::${account}:policy/opsdeck-ci-boundary` }),
    ).toBe(false);
    const mayCreate = name === 'preview' || name === 'deploy';
    expect(may(name, 'iam:CreateRole', made, { 'iam:PermissionsBoundary': boundary, ...tagged('pr-7') })).toBe(mayCreate);
  });

  test("a preview does not borrow production's tag, which opens what is production's", () => {
    const made = roleArn('assess-pr-7-app-task');
    const asked = { 'iam:PermissionsBoundary': boundary };
    expect(may('preview', 'iam:CreateRole', made, { ...asked, ...tagged('production') })).toBe(false);
    expect(may('preview', 'iam:CreateRole', made, asked)).toBe(false);
    expect(may('preview', 'iam:TagRole', made, tagged('production'))).toBe(false);
  });
});

describe('the ceiling of workloads', () => {
  const statements = statementsIn(one(bootstrap, 'aws_iam_policy', 'boundaries/workload').body.policy);
  const mayWorkload = (action: string, resource: string, context: Request['context'] = {}) =>
    isAllowed(statements, { action, resource, context });

  test.each([
    ['kinesis:PutRecord', true],
    ['secretsmanager:GetSecretValue', true],
    ['fis:InjectApiThrottleError', true],
    ['fis:StartExperiment', false],
    ['events:PutEvents', true],
    ['events:PutRule', false],
    ['autoscaling:UpdateAutoScalingGroup', false],
    ['iam:CreateUser', false],
    ['iam:CreateRole', false],
    ['sts:AssumeRole', false],
    ['organizations:LeaveOrganization', false],
    ['lambda:CreateFunction', false],
    ['route53:ChangeResourceRecordSets', false],
    ['cloudtrail:StopLogging', false],
  ])('%s: %s', (action, expected) => expect(mayWorkload(action, '*')).toBe(expected));

  test('roles are only handed to tasks', () => {
    const passed = roleArn('assess-production-app-task');
    expect(mayWorkload('iam:PassRole', passed, { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' })).toBe(true);
    expect(mayWorkload('iam:PassRole', passed, { 'iam:PassedToService': 'lambda.amazonaws.com' })).toBe(false);
    expect(mayWorkload('iam:PassRole', roleArn('opsdeck-deploy'), { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' })).toBe(
      false,
    );
  });
});
