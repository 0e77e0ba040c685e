// The five identities of CI: each can be taken only by one GitHub environment of one repository.
import { IamOpenidConnectProvider } from '@cdktf/provider-aws/lib/iam-openid-connect-provider/index.js';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role/index.js';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy/index.js';
import { Construct } from 'constructs';
import { policy } from '../parts/iam.ts';
import type { Boundaries } from './boundaries.ts';
import { type CiRole, ciRoles, statementsOf } from './ci-permissions.ts';

const issuer = 'token.actions.githubusercontent.com';

export interface CiRolesProps {
  readonly accountId: string;
  readonly region: string;
  readonly repository: string;
  readonly boundaries: Boundaries;
  readonly stateBucketArn: string;
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
    const role = new IamRole(this, name, {
      name: `opsdeck-${name}`,
      description: `Taken by workflows of ${props.repository} in the environment ${name}`,
      permissionsBoundary: props.boundaries.ciArn,
      maxSessionDuration: 3600,
      assumeRolePolicy: trust(providerArn, props.repository, name),
    });
    statementsOf(name, props).forEach((statements, index) => {
      new IamRolePolicy(this, `${name}-${index + 1}`, {
        role: role.id,
        name: `${name}-${index + 1}`,
        policy: policy(...statements),
      });
    });
    return role;
  }
}

/**
 * Exactly this `sub`, no wildcard: a branch, a fork or another environment has another one.
 * https://docs.github.com/en/actions/reference/security/oidc
 */
function trust(providerArn: string, repository: string, environment: string): string {
  return policy({
    Effect: 'Allow',
    Principal: { Federated: providerArn },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: {
      StringEquals: {
        [`${issuer}:aud`]: 'sts.amazonaws.com',
        [`${issuer}:sub`]: `repo:${repository}:environment:${environment}`,
      },
    },
  });
}
