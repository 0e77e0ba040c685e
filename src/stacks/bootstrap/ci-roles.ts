// The five identities of CI: each can be taken only by the GitHub environments of one repository that are named here.
import { IamOpenidConnectProvider } from '@cdktf/provider-aws/lib/iam-openid-connect-provider/index.js';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role/index.js';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy/index.js';
import { Construct } from 'constructs';
import { calledAfter } from '../names.ts';
import { policy } from '../parts/iam.ts';
import type { Boundaries } from './boundaries.ts';
import { type CiRole, type CiScope, ciRoles, statementsOf } from './ci-permissions.ts';

/** Beside the one with the role's own name: runbooks of high risk wait for the reviewers of theirs, and then act as the same role. */
const otherEnvironments: Readonly<Partial<Record<CiRole, readonly string[]>>> = { ops: ['ops-approval'] };

const issuer = 'token.actions.githubusercontent.com';

export interface CiRolesProps extends CiScope {
  readonly repository: string;
  /** How every name begins. */
  readonly prefix: string;
  readonly boundaries: Boundaries;
}

export class CiRoles extends Construct {
  /** ARNs by the name of the output: `role_plan`, `role_deploy`, ... */
  readonly outputs: Readonly<Record<string, string>>;

  constructor(scope: Construct, id: string, props: CiRolesProps) {
    super(scope, id);
    const provider = new IamOpenidConnectProvider(this, 'github', {
      url: `https://${issuer}`,
      clientIdList: ['sts.amazonaws.com'],
    });
    const roles = ciRoles.map((name) => [`role_${name.replaceAll('-', '_')}`, this.#role(name, props, provider.arn).arn]);
    this.outputs = Object.fromEntries(roles);
  }

  #role(name: CiRole, props: CiRolesProps, providerArn: string): IamRole {
    const environments = [name, ...(otherEnvironments[name] ?? [])];
    const role = new IamRole(this, name, {
      name: `opsdeck-${name}`,
      description: `Taken by workflows of ${props.repository} in the environment ${environments.join(' or ')}`,
      permissionsBoundary: props.boundaries.ciArn,
      maxSessionDuration: 3600,
      assumeRolePolicy: trust(providerArn, props.repository, environments),
    });
    statementsOf(name, props).forEach((statements, index) => {
      new IamRolePolicy(this, `${name}-${index + 1}`, {
        role: role.id,
        name: `${name}-${index + 1}`,
        policy: calledAfter(props.prefix, policy(...statements)),
      });
    });
    return role;
  }
}

/**
 * Exactly these `sub`s, no wildcard: a branch, a fork or another environment has another one.
 * https://docs.github.com/en/actions/reference/security/oidc
 */
function trust(providerArn: string, repository: string, environments: readonly string[]): string {
  const [subject = '', ...others] = environments.map((environment) => `repo:${repository}:environment:${environment}`);
  return policy({
    Effect: 'Allow',
    Principal: { Federated: providerArn },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: {
      StringEquals: {
        [`${issuer}:aud`]: 'sts.amazonaws.com',
        [`${issuer}:sub`]: others.length === 0 ? subject : [subject, ...others],
      },
    },
  });
}
