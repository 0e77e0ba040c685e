// Rows 5 to 10: where the state lies, secrets, and encryption.
import { type Statement, statementsIn } from '../support/iam.ts';
import { at, leaves, listAt, textAt } from '../support/json.ts';
import { ofType, type Stack } from '../support/stack.ts';
import { all, bootstrap, each, environments, everywhere, has, livingPlatforms, none, platforms, type Rule } from './rule.ts';

export const secretsRules: readonly Rule[] = [
  {
    row: 5,
    id: 'state-in-s3',
    says: 'state lies in S3, encrypted, with a lock file; only the stack that makes the bucket keeps its own',
    in: environments,
    check: ({ json }) => {
      const backend = at(json, 'terraform.backend');
      const isGood =
        textAt(backend, 's3.key').endsWith('.tfstate') &&
        at(backend, 's3.encrypt') === true &&
        at(backend, 's3.use_lockfile') === true;
      return isGood ? [] : [`backend is ${JSON.stringify(backend)}`];
    },
  },
  {
    row: 5,
    id: 'state-path-is-portable',
    says: 'no folder of the machine that synthesized is part of a stack',
    in: bootstrap,
    check: ({ json }) => {
      const path = textAt(json, 'terraform.backend.local.path');
      return path === '' || path.startsWith('/') ? [`state lies in ${path}`] : [];
    },
  },
  {
    row: 6,
    id: 'no-plaintext-secret',
    says: 'no password or token stands in a stack, so none can get into its state',
    in: everywhere,
    check: ({ json }) =>
      leaves(json.resource)
        .filter(({ key, value }) => isSecretName.test(key) || (typeof value === 'string' && looksLikeSecret.test(value)))
        .map(({ path }) => path),
  },
  {
    row: 6,
    id: 'master-password-by-rds',
    says: 'RDS makes the master password and keeps it in Secrets Manager; other passwords are written but never read',
    in: platforms,
    check: all(
      has('aws_rds_cluster', { manage_master_user_password: true, master_user_secret_kms_key_id: /^\$\{aws_kms_key\./ }),
      has('aws_secretsmanager_secret_version', { secret_string_wo: /\bephemeral\./ }),
    ),
  },
  {
    row: 7,
    id: 'managed-rotation',
    says: 'the master password rotates every 30 days, without a Lambda function',
    in: platforms,
    check: all(
      has('aws_secretsmanager_secret_rotation', {
        secret_id: /aws_rds_cluster\..*master_user_secret/,
        'rotation_rules.automatically_after_days': 30,
        rotation_lambda_arn: undefined,
      }),
      none('aws_lambda_function', 'is a function', ({ path }) => !path.startsWith('alarm-forwarding/')),
    ),
  },
  {
    row: 8,
    id: 'redis-users',
    says: 'Redis knows its users by IAM, and the default user can do nothing',
    in: platforms,
    check: all(
      has('aws_elasticache_user@cache/default-user', { user_name: 'default', access_string: 'off -@all' }),
      has('aws_elasticache_user@cache/user', { 'authentication_mode.type': 'iam', access_string: /^on .*-@dangerous$/ }),
      each('aws_elasticache_user', 'has two names, which IAM refuses', ({ body }) => {
        return body.user_name === 'default' || body.user_name === body.user_id;
      }),
      has('aws_elasticache_replication_group', {
        'user_group_ids.0': /^\$\{aws_elasticache_user_group\./,
        transit_encryption_enabled: true,
        transit_encryption_mode: 'required',
        auth_token: undefined,
      }),
    ),
  },
  {
    row: 9,
    id: 'key-policy',
    says: 'the key lets in the services that encrypt with it, on behalf of this account where they tell on whose behalf they act',
    in: platforms,
    check: all(has('aws_kms_key'), (stack) =>
      ofType(stack, 'aws_kms_key').flatMap(({ body }) => problemsOfKeyPolicy(body.policy)),
    ),
  },
  {
    row: 9,
    id: 'key-rotation',
    says: 'the key of an environment that lives is renewed every year',
    in: livingPlatforms,
    check: has('aws_kms_key', { enable_key_rotation: true }),
  },
  {
    row: 10,
    id: 'arns-of-keys',
    says: 'what wants the ARN of a key is given the ARN, not its id',
    in: everywhere,
    check: (stack) =>
      keyAttributes.flatMap(([type, path]) =>
        ofType(stack, type)
          .filter(({ body }) => !isArn(stack, at(body, path)))
          .filter(({ body }) => at(body, path) !== undefined || !isEncryptedOtherwise(body))
          .map((resource) => `${resource.path}: ${path} is ${JSON.stringify(at(resource.body, path))}`),
      ),
  },
];

const isSecretName = /^(?:master_|user_|db_)?password$|^passwords$|^auth_token$|^secret_string$|^secret_binary$/i;
const looksLikeSecret = /changeme(?!ssage)|hunter2|password["']?\s*[:=]\s*["'][^$"']/i;

/** What encrypts, and must be let in by the key's own policy: their own roles are not ours to write. */
const servicesOfKey = ['logs.eu-west-2', 'cloudtrail', 'cloudwatch', 'events', 'delivery.logs'];

function problemsOfKeyPolicy(policy: unknown): readonly string[] {
  const ofServices = statementsIn(policy).filter(({ principals }) => !principals.every((each) => each.endsWith(':root')));
  const isLetIn = (service: string) => ofServices.some(({ principals }) => principals.includes(`${service}.amazonaws.com`));
  return [
    ...servicesOfKey.filter((service) => !isLetIn(service)).map((service) => `the key keeps ${service} out`),
    ...ofServices.filter((each) => asksForSource(each) === isSilent(each)).map(({ sid }) => `${sid} asks wrongly for a source`),
    ...ofServices.filter(({ actions }) => actions.includes('kms:*')).map(({ sid }) => `${sid} may do everything`),
  ];
}

function asksForSource({ condition }: Statement): boolean {
  return Object.values(condition).some((tests) =>
    Object.keys(tests).some((key) => /^aws:Source|^kms:EncryptionContext/.test(key)),
  );
}

/** EventBridge does not tell its source, so with such a condition it says nothing. */
function isSilent({ principals }: Statement): boolean {
  return principals.includes('events.amazonaws.com');
}

const keyAttributes: readonly (readonly [type: string, path: string])[] = [
  ['aws_athena_workgroup', 'configuration.result_configuration.encryption_configuration.kms_key_arn'],
  ['aws_cloudtrail', 'kms_key_id'],
  ['aws_cloudwatch_log_group', 'kms_key_id'],
  ['aws_ecs_cluster', 'configuration.execute_command_configuration.kms_key_id'],
  ['aws_elasticache_replication_group', 'kms_key_id'],
  ['aws_kinesis_firehose_delivery_stream', 'extended_s3_configuration.kms_key_arn'],
  ['aws_kinesis_stream', 'kms_key_id'],
  ['aws_rds_cluster', 'kms_key_id'],
  ['aws_rds_cluster_instance', 'performance_insights_kms_key_id'],
  ['aws_s3_bucket_server_side_encryption_configuration', 'rule.0.apply_server_side_encryption_by_default.kms_master_key_id'],
  ['aws_scheduler_schedule', 'kms_key_arn'],
  ['aws_secretsmanager_secret', 'kms_key_id'],
  ['aws_sns_topic', 'kms_master_key_id'],
  ['aws_sqs_queue', 'kms_master_key_id'],
];

/** A service reads the ARN that the platform published. */
function isArn(stack: Stack, value: unknown): boolean {
  if (typeof value !== 'string') return false;
  if (/^\$\{aws_kms_key\.[\w-]+\.arn\}$/.test(value)) return true;
  const [, id] = /^\$\{data\.aws_ssm_parameter\.([\w-]+)\.insecure_value\}$/.exec(value) ?? [];
  return stack.data.some((read) => read.id === id && textAt(read.body, 'name').endsWith('-arn'));
}

/** Targets of access logs can only have S3's own encryption. */
function isEncryptedOtherwise(body: unknown): boolean {
  return listAt(body, 'rule').some((rule) => at(rule, 'apply_server_side_encryption_by_default.sse_algorithm') === 'AES256');
}
