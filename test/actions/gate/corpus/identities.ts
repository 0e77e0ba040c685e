// Hostile identities: roles without a ceiling, roles for strangers, policies for everything, policies that hide what they say.
import { byJson, type JsonRow } from '../support.ts';

const account = '${data.aws_caller_identity.caller.account_id}';
const taskRole = 'aws_iam_role@roles/task/role';
const taskPolicy = 'aws_iam_role_policy@roles/task/policy';
const own = '${aws_iam_role.x.arn}';

const policy = (...statements: readonly object[]) => JSON.stringify({ Version: '2012-10-17', Statement: statements });
const identity = (statement: object) => ({ policy: policy({ Effect: 'Allow', Resource: own, ...statement }) });
const trust = (statement: object) => ({
  assume_role_policy: policy({
    Effect: 'Allow',
    Action: 'sts:AssumeRole',
    Principal: { Service: 'ecs-tasks.amazonaws.com' },
    ...statement,
  }),
});

const roles: readonly JsonRow[] = [
  ['iam/boundary', 'no boundary', taskRole, { permissions_boundary: undefined }],
  [
    'iam/boundary',
    'AdministratorAccess for a boundary',
    taskRole,
    { permissions_boundary: 'arn:aws:iam::aws:policy/AdministratorAccess' },
  ],
  [
    'iam/boundary',
    'the boundary of CI',
    taskRole,
    { permissions_boundary: `arn:aws:iam::${account}:policy/opsdeck-ci-boundary` },
  ],
  [
    'iam/boundary',
    'a boundary with a name that goes on',
    taskRole,
    { permissions_boundary: `arn:aws:iam::${account}:policy/opsdeck-workload-boundary-2` },
  ],
  ['iam/boundary', 'a computed boundary', taskRole, { permissions_boundary: '${var.image}' }],
  ['iam/boundary', 'a boundary that may be null', taskRole, { permissions_boundary: null }],
  [
    'iam/boundary',
    'a boundary in a list',
    taskRole,
    { permissions_boundary: [`arn:aws:iam::${account}:policy/opsdeck-workload-boundary`] },
  ],
  [
    'iam/argument',
    'inline policies',
    taskRole,
    { inline_policy: [{ name: 'x', policy: identity({ Action: 's3:GetObject' }).policy }] },
  ],
  ['iam/argument', 'managed policies', taskRole, { managed_policy_arns: ['arn:aws:iam::aws:policy/AdministratorAccess'] }],
  ['iam/argument', 'a path', taskRole, { path: '/opsdeck/' }],
  ['iam/argument', 'a name that AWS completes', taskPolicy, { name_prefix: 'x' }],
  [
    'iam/attachment',
    'AdministratorAccess',
    'aws_iam_role_policy_attachment',
    { policy_arn: 'arn:aws:iam::aws:policy/AdministratorAccess' },
  ],
  [
    'iam/attachment',
    'a policy of the account',
    'aws_iam_role_policy_attachment',
    { policy_arn: `arn:aws:iam::${account}:policy/x` },
  ],
  ['iam/attachment', 'a computed policy', 'aws_iam_role_policy_attachment', { policy_arn: '${var.image}' }],
  ['iam/foreign-role', 'a policy for the role of deployments', taskPolicy, { role: 'opsdeck-deploy' }],
  ['iam/foreign-role', 'an attachment to the role of deployments', 'aws_iam_role_policy_attachment', { role: 'opsdeck-deploy' }],
  [
    'iam/foreign-role',
    'a task with the role of deployments',
    'aws_ecs_task_definition',
    { task_role_arn: `arn:aws:iam::${account}:role/opsdeck-deploy` },
  ],
  ['iam/foreign-role', 'a task with a computed role', 'aws_ecs_task_definition', { task_role_arn: '${var.image}' }],
  [
    'iam/foreign-role',
    'a schedule with a role from a parameter',
    'aws_scheduler_schedule',
    { 'target.role_arn': '${data.aws_ssm_parameter.x.insecure_value}' },
  ],
  [
    'iam/foreign-role',
    'a role in the environment of a container',
    'aws_ecs_task_definition',
    { container_definitions: `[{"x":"arn:aws:iam::${account}:role/x"}]` },
  ],
  ['resource/value', 'a role with a name of CI', taskRole, { name: 'opsdeck-deploy' }],
  ['resource/value', 'a role without a name', taskRole, { name: undefined }],
];

const trusts: readonly JsonRow[] = [
  ['iam/trust', 'everybody', taskRole, trust({ Principal: '*' })],
  ['iam/trust', 'every account', taskRole, trust({ Principal: { AWS: '*' } })],
  ['iam/trust', 'another account', taskRole, trust({ Principal: { AWS: 'arn:aws:iam::aws:root' } })],
  ['iam/trust', 'all of the own account', taskRole, trust({ Principal: { AWS: `arn:aws:iam::${account}:root` } })],
  [
    'iam/trust',
    'anybody on GitHub',
    taskRole,
    trust({ Principal: { Federated: 'token.actions.githubusercontent.com' }, Action: 'sts:AssumeRoleWithWebIdentity' }),
  ],
  ['iam/trust', 'a service that is not on the list', taskRole, trust({ Principal: { Service: 'lambda.amazonaws.com' } })],
  [
    'iam/trust',
    'one of two services that is not on the list',
    taskRole,
    trust({ Principal: { Service: ['ecs-tasks.amazonaws.com', 'ec2.amazonaws.com'] } }),
  ],
  ['iam/trust', 'any action', taskRole, trust({ Action: 'sts:*' })],
  ['iam/trust', 'tags that the taker chooses', taskRole, trust({ Action: ['sts:AssumeRole', 'sts:TagSession'] })],
  ['iam/trust', 'nobody by name', taskRole, trust({ Principal: undefined })],
  ['iam/unreadable-policy', 'everybody but one', taskRole, trust({ Principal: undefined, NotPrincipal: { AWS: 'x' } })],
];

const grants: readonly JsonRow[] = [
  ['iam/action', 'everything', taskPolicy, identity({ Action: '*' })],
  ['iam/action', 'everything of IAM', taskPolicy, identity({ Action: ['s3:GetObject', 'iam:*'] })],
  ['iam/action', 'all of a service', taskPolicy, identity({ Action: 's3:*' })],
  ['iam/action', 'all of a service, nearly', taskPolicy, identity({ Action: 's3:?*' })],
  ['iam/action', 'a service with a wildcard', taskPolicy, identity({ Action: 'i?m:CreateUser' })],
  ['iam/action', 'another role', taskPolicy, identity({ Action: 'sts:AssumeRole' })],
  ['iam/action', 'new users', taskPolicy, identity({ Action: 'iam:CreateUser' })],
  ['iam/action', 'a role handed on to anything', taskPolicy, identity({ Action: 'iam:PassRole' })],
  ['iam/action', 'a role handed on, in other letters', taskPolicy, identity({ Action: 'iam:passrole' })],
  [
    'iam/action',
    'a role handed on to a service that is not ours',
    taskPolicy,
    identity({ Action: 'iam:PassRole', Condition: { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } } }),
  ],
  [
    'iam/action',
    'a role handed on if a tag is missing',
    taskPolicy,
    identity({
      Action: 'iam:PassRole',
      Condition: { StringEqualsIfExists: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } },
    }),
  ],
  ['iam/resource', 'every secret', taskPolicy, identity({ Action: 'secretsmanager:GetSecretValue', Resource: '*' })],
  ['iam/resource', 'every bucket', taskPolicy, identity({ Action: 's3:GetObject', Resource: 'arn:aws:s3:::*' })],
  ['iam/resource', "somebody's bucket", taskPolicy, identity({ Action: 's3:PutObject', Resource: 'arn:aws:s3:::evil/*' })],
  [
    'iam/resource',
    'every secret of the account',
    taskPolicy,
    identity({ Action: 'secretsmanager:GetSecretValue', Resource: `arn:aws:secretsmanager:eu-west-2:${account}:secret:*` }),
  ],
  [
    'iam/resource',
    'a name that comes after the wildcard',
    taskPolicy,
    identity({ Action: 'sqs:SendMessage', Resource: `arn:aws:sqs:eu-west-2:${account}:*assess-staging-x` }),
  ],
  [
    'iam/resource',
    'another region',
    taskPolicy,
    identity({ Action: 'sqs:SendMessage', Resource: `arn:aws:sqs:*:${account}:assess-staging-x` }),
  ],
  [
    'iam/resource',
    'every account',
    taskPolicy,
    identity({ Action: 'sqs:SendMessage', Resource: 'arn:aws:sqs:eu-west-2:*:assess-staging-x' }),
  ],
  [
    'iam/resource',
    'a bucket beside the own one',
    taskPolicy,
    identity({ Action: 's3:PutObject', Resource: '${data.aws_ssm_parameter.x.insecure_value}-of-evil' }),
  ],
  ['iam/resource', 'no resource', taskPolicy, { policy: policy({ Effect: 'Allow', Action: 's3:GetObject' }) }],
  [
    'iam/resource',
    'any role, handed on',
    taskPolicy,
    identity({
      Action: 'iam:PassRole',
      Resource: `arn:aws:iam::${account}:role/*`,
      Condition: { StringEquals: { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' } },
    }),
  ],
  [
    'resource/environment',
    "production's queue",
    taskPolicy,
    identity({ Action: 'sqs:SendMessage', Resource: `arn:aws:sqs:eu-west-2:${account}:assess-production` }),
  ],
  ['iam/unreadable-policy', 'all but', taskPolicy, identity({ Action: undefined, NotAction: 'iam:*' })],
  [
    'iam/unreadable-policy',
    'everywhere but',
    taskPolicy,
    identity({ Action: 's3:GetObject', Resource: undefined, NotResource: 'x' }),
  ],
  ['iam/unreadable-policy', 'a computed policy', taskPolicy, { policy: '${jsonencode({ Statement = [] })}' }],
  ['iam/unreadable-policy', 'a policy from a variable', taskPolicy, { policy: '${var.image}' }],
  [
    'iam/unreadable-policy',
    'a variable that ends the text it is in',
    taskPolicy,
    identity({ Action: 's3:GetObject', Resource: '${var.image}' }),
  ],
  ['iam/unreadable-policy', 'a computed part', taskPolicy, identity({ Action: '${upper("s3:getobject")}' })],
  [
    'iam/unreadable-policy',
    'a description that ends the text it is in',
    taskPolicy,
    identity({ Action: 's3:GetObject', Resource: '${aws_cloudwatch_event_rule.x.description}' }),
  ],
  [
    'iam/unreadable-policy',
    'two actions by the same name',
    taskPolicy,
    { policy: '{"Statement":[{"Effect":"Allow","Action":"*","Action":"s3:GetObject","Resource":"x"}]}' },
  ],
  ['iam/unreadable-policy', 'no JSON', taskPolicy, { policy: 'Effect: Allow' }],
  ['iam/unreadable-policy', 'no text', taskPolicy, { policy: [{ Statement: [] }, 1] }],
  ['iam/unreadable-policy', 'no statement', taskPolicy, { policy: '{"Version":"2012-10-17","Statement":[]}' }],
  ['iam/unreadable-policy', 'an effect of its own', taskPolicy, identity({ Effect: 'allow', Action: 's3:GetObject' })],
];

const open = (statement: object) => ({
  policy: policy({ Effect: 'Allow', Action: 's3:GetObject', Resource: 'x', ...statement }),
});

const resourcePolicies: readonly JsonRow[] = [
  ['iam/principal', 'a bucket for everybody', 'aws_s3_bucket_policy@data-lake/events/policy', open({ Principal: '*' })],
  [
    'iam/principal',
    'a bucket for every account',
    'aws_s3_bucket_policy@data-lake/events/policy',
    open({ Principal: { AWS: '*' } }),
  ],
  [
    'iam/principal',
    'a bucket for an organization',
    'aws_s3_bucket_policy@data-lake/events/policy',
    open({ Principal: { AWS: '*' }, Condition: { StringLike: { 'aws:PrincipalOrgID': '*' } } }),
  ],
  [
    'iam/principal',
    'a bucket for another account',
    'aws_s3_bucket_policy@data-lake/events/policy',
    open({ Principal: { AWS: 'arn:aws:iam::aws:root' } }),
  ],
  [
    'iam/principal',
    'a bucket for a service that is not on the list',
    'aws_s3_bucket_policy@data-lake/events/policy',
    open({ Principal: { Service: 'lambda.amazonaws.com' } }),
  ],
  [
    'iam/principal',
    'a bucket for somebody at GitHub',
    'aws_s3_bucket_policy@data-lake/events/policy',
    open({ Principal: { Federated: 'x' } }),
  ],
  [
    'iam/principal',
    'all actions for a service',
    'aws_s3_bucket_policy@data-lake/events/policy',
    open({ Action: 's3:*', Principal: { Service: 'events.amazonaws.com' } }),
  ],
  [
    'iam/principal',
    'all actions for the account',
    'aws_kms_key',
    open({ Action: '*', Principal: { AWS: `arn:aws:iam::${account}:root` } }),
  ],
  ['iam/principal', 'a key for everybody', 'aws_kms_key', open({ Action: 'kms:Decrypt', Principal: '*' })],
  ['iam/principal', 'a topic for everybody', 'aws_sns_topic_policy', open({ Action: 'sns:Publish', Principal: '*' })],
  ['iam/principal', 'a topic for nobody by name', 'aws_sns_topic_policy', open({ Action: 'sns:Publish' })],
  ['iam/principal', 'a queue for everybody', 'aws_sqs_queue', open({ Action: 'sqs:SendMessage', Principal: '*' })],
  ['iam/unreadable-policy', 'a topic for all but one', 'aws_sns_topic_policy', open({ NotPrincipal: { AWS: 'x' } })],
  [
    'iam/unreadable-policy',
    'a bucket policy that is computed',
    'aws_s3_bucket_policy@data-lake/events/policy',
    { policy: '${aws_s3_bucket_policy.other.policy}' },
  ],
];

export const identities = [
  ...byJson('staging/service', [...roles, ...trusts, ...grants]),
  ...byJson('preview/platform', resourcePolicies),
];
