// Policies as data, and the one way in which a service of AWS gets a role here.
import { IamRole } from '@cdktf/provider-aws/lib/iam-role/index.js';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy/index.js';
import { IamRolePolicyAttachment } from '@cdktf/provider-aws/lib/iam-role-policy-attachment/index.js';
import { Construct } from 'constructs';
import { workloadBoundaryName } from '../names.ts';

export type Condition = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

export interface Statement {
  readonly Sid?: string;
  readonly Effect: 'Allow' | 'Deny';
  readonly Principal?: Readonly<Record<string, string | readonly string[]>>;
  readonly Action?: string | readonly string[];
  readonly NotAction?: readonly string[];
  readonly Resource?: string | readonly string[];
  readonly Condition?: Condition;
}

export function policy(...statements: readonly Statement[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements });
}

export function allow(actions: readonly string[], resources: string | readonly string[], condition?: Condition): Statement {
  return { Effect: 'Allow', Action: actions, Resource: resources, ...(condition && { Condition: condition }) };
}

/** Keeps another account from using one of our resources through the service (the confused deputy). */
export function fromAccount(accountId: string): Condition {
  return { StringEquals: { 'aws:SourceAccount': accountId } };
}

export interface ServiceRoleProps {
  readonly name: string;
  readonly accountId: string;
  /** Service principal that may take the role, for example `firehose.amazonaws.com`. */
  readonly service: string;
  readonly trustCondition?: Condition;
  readonly statements?: readonly Statement[];
  /** Policies that AWS keeps, by the part of their ARN after `policy/`. */
  readonly awsPolicies?: readonly string[];
}

/** A role for a service of AWS, held within the workload boundary. */
export class ServiceRole extends Construct {
  readonly arn: string;
  readonly name: string;
  /** What must exist before the role can be used. */
  readonly permissions: readonly (IamRolePolicy | IamRolePolicyAttachment)[];

  constructor(scope: Construct, id: string, props: ServiceRoleProps) {
    super(scope, id);
    const { name, accountId, service, trustCondition, statements = [], awsPolicies = [] } = props;
    const role = new IamRole(this, 'role', {
      name,
      permissionsBoundary: `arn:aws:iam::${accountId}:policy/${workloadBoundaryName}`,
      assumeRolePolicy: policy({
        Effect: 'Allow',
        Principal: { Service: service },
        Action: 'sts:AssumeRole',
        ...(trustCondition && { Condition: trustCondition }),
      }),
    });
    this.arn = role.arn;
    this.name = role.name;
    const own =
      statements.length > 0 ? [new IamRolePolicy(this, 'policy', { role: role.id, policy: policy(...statements) })] : [];
    const attached = awsPolicies.map((path) => {
      const id = path.split('/').at(-1) ?? path;
      return new IamRolePolicyAttachment(this, id, { role: role.name, policyArn: `arn:aws:iam::aws:policy/${path}` });
    });
    this.permissions = [...own, ...attached];
  }
}
