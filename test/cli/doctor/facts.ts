// Facts about a machine, an account and a repository that are as they should be.

import { type DoctorFacts, known, type Wanted } from '../../../src/cli/doctor/facts.ts';
import { environmentsOf, subjectOf } from '../../../src/cli/doctor/identities.ts';
import { environmentRules, roleNames, variableRules } from '../../../src/define/github-settings.ts';
import { partNames } from '../../../src/define/parts.ts';
import { stampWorkflow } from '../../../src/define/workflow-stamp.ts';

export const wanted: Wanted = {
  region: 'eu-west-2',
  repository: 'acme/platform',
  domain: 'example.org',
  parts: partNames,
  layout: 'platform-and-service',
};

const issuer = 'token.actions.githubusercontent.com';
const provider = `arn:aws:iam::123456789012:oidc-provider/${issuer}`;

function trustOf(subjects: readonly string[]): unknown {
  const equals = { [`${issuer}:aud`]: 'sts.amazonaws.com', [`${issuer}:sub`]: subjects };
  return {
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Federated: provider },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: { StringEquals: equals },
      },
    ],
  };
}

const roles = Object.fromEntries(
  roleNames.map((name) => {
    const trust = trustOf(environmentsOf(name).map((environment) => subjectOf('acme/platform', environment)));
    const arn = `arn:aws:iam::123456789012:role/opsdeck-${name}`;
    return [name, known({ arn, trust, boundaryArn: 'arn:aws:iam::123456789012:policy/opsdeck-ci-boundary' })];
  }),
) as DoctorFacts['roles'];

const tls = { Effect: 'Deny', Principal: '*', Action: 's3:*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } };

export const bucketSettings = {
  region: 'eu-west-2',
  isVersioned: true,
  encryption: 'aws:kms',
  isPublicAccessBlocked: true,
  policy: { Statement: [tls] },
};

export const workflowText = `jobs:\n  a:\n    steps:\n      - uses: actions/checkout@${'0'.repeat(40)}\n      - uses: ./actions/gate\n`;

const readsAll = variableRules.map(({ name }) => `      - run: echo \${{ vars.${name} }}\n`).join('');

export const wellFacts: DoctorFacts = {
  opsdeckVersion: '0.3.0',
  nodeVersion: '24.1.0',
  terraform: known('terraform 1.11.4'),
  caller: known({ accountId: '123456789012', arn: 'arn:aws:iam::123456789012:user/kim' }),
  provider: known({ arn: provider, audiences: ['sts.amazonaws.com'] }),
  roles,
  bucket: known({ name: 'opsdeck-state-123456789012-eu-west-2', settings: bucketSettings }),
  zone: known({ id: 'Z1', nameServers: [] }),
  certificates: known([{ arn: 'arn:aws:acm:eu-west-2:123456789012:certificate/1', status: 'ISSUED' }]),
  repository: known({ fullName: 'acme/platform', defaultBranch: 'main' }),
  environments: known(
    environmentRules.map(({ name, branches, reviewers }) => {
      return {
        name,
        reviewers: reviewers === 'required' ? ['ada'] : [],
        branches: branches === 'default' ? ['main'] : ('any' as const),
      };
    }),
  ),
  variables: known({ AWS_ACCOUNT_ID: '123456789012', OPSDECK_DOMAIN: 'example.org', OPSDECK_IMAGE: 'images' }),
  actionsPolicy: known({ isEnabled: true, allowed: 'all' }),
  workflowToken: known({ default: 'read', mayApprovePullRequests: false }),
  protection: known({ isProtected: true, requiresPullRequest: true }),
  workflows: known({
    place: 'main of acme/platform',
    files: [{ name: 'deploy.yml', text: stampWorkflow(`${workflowText}${readsAll}`, '0.3.0') }],
  }),
  layout: known('platform-and-service'),
};
