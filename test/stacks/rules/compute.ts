// Rows 14 and 16 to 19: services, how they roll out, how they are traced, and what they may do.
import { statementsIn } from '../support/iam.ts';
import { at, leaves, listAt, textAt } from '../support/json.ts';
import { ofType, type Resource, type Stack } from '../support/stack.ts';
import { all, each, environments, everywhere, has, mayDo, mayNotDo, platforms, type Rule, services } from './rule.ts';

export const computeRules: readonly Rule[] = [
  {
    row: 14,
    id: 'pinned-image',
    says: 'the image is a variable that only takes a digest; nothing runs a tag called latest',
    in: services,
    check: ({ json }) => {
      const condition = textAt(json, 'variable.image.validation.0.condition');
      return [
        ...(condition.includes('@sha256:[0-9a-f]{64}$') ? [] : ['var.image takes a tag']),
        ...(at(json, 'variable.image.default') === undefined ? [] : ['var.image has a default']),
        ...leaves(json.resource)
          .filter(({ value }) => /"image":"[^"]*:latest"/.test(String(value)))
          .map(({ path }) => path),
      ];
    },
  },
  {
    row: 14,
    id: 'health',
    says: 'ECS and the load balancer both ask /health, on the port that the application listens on',
    in: services,
    check: all(
      has('aws_lb_target_group', { 'health_check.path': '/health', 'health_check.matcher': '200', port: 8080 }),
      each('aws_ecs_task_definition', 'does not check /health on port 8080', (task) => {
        const app = containerOf(task, 'app');
        const command = listAt(app, 'healthCheck.command').join(' ');
        return at(app, 'portMappings.0.containerPort') === 8080 && command.includes(':8080/health');
      }),
    ),
  },
  {
    row: 16,
    id: 'waits-for-listener',
    says: 'the service waits until a listener knows its target group',
    in: services,
    check: each('aws_ecs_service', 'does not wait for its listener rule', ({ body }, stack) => {
      const waits = listAt(body, 'depends_on');
      return ofType(stack, 'aws_lb_listener_rule').some(({ type, id }) => waits.includes(`${type}.${id}`));
    }),
  },
  {
    row: 17,
    id: 'rolls-back',
    says: 'a bad rollout is turned back, by the circuit breaker and by alarms of the service itself',
    in: services,
    check: all(
      has('aws_ecs_service', {
        deployment_circuit_breaker: { enable: true, rollback: true },
        'alarms.enable': true,
        'alarms.rollback': true,
        'alarms.alarm_names': (names: unknown) => Array.isArray(names) && names.length === 3 && names.every(isAlarmName),
      }),
    ),
  },
  {
    row: 17,
    id: 'keeps-scaled-count',
    says: 'an apply does not undo what scaling did',
    in: services,
    check: all(
      has('aws_ecs_service', {
        'lifecycle.ignore_changes': (ignored: unknown) => Array.isArray(ignored) && ignored.includes('desired_count'),
      }),
      each('aws_appautoscaling_target', 'cannot scale', ({ body }) => Number(body.min_capacity) <= Number(body.max_capacity)),
    ),
  },
  {
    row: 18,
    id: 'traces-tasks',
    says: 'an X-Ray daemon runs beside the application, which may send to it',
    in: services,
    check: all(
      each('aws_ecs_task_definition', 'has no X-Ray daemon', (task) => {
        const daemon = containerOf(task, 'xray');
        return at(daemon, 'portMappings.0.containerPort') === 2000 && at(daemon, 'essential') === false;
      }),
      mayDo(
        'roles/task',
        'xray:PutTraceSegments',
        'xray:PutTelemetryRecords',
        'xray:GetSamplingRules',
        'xray:GetSamplingTargets',
      ),
    ),
  },
  {
    row: 18,
    id: 'traces-api',
    says: 'the API is traced, and a sampling rule says how much',
    in: platforms,
    check: all(
      has('aws_api_gateway_stage', { xray_tracing_enabled: true }),
      has('aws_xray_sampling_rule'),
      has('aws_xray_group'),
    ),
  },
  {
    row: 19,
    id: 'no-service-wide-grant',
    says: 'no role may do everything that a service offers to everything in it',
    in: everywhere,
    check: (stack) =>
      rolePolicies(stack).flatMap(({ path, statements }) =>
        statements
          .filter(({ effect, resources }) => effect === 'Allow' && resources.includes('*'))
          .flatMap(({ actions }) => actions.filter((action) => /^\*$|:\*$/.test(action)))
          .map((action) => `${path} allows ${action} on *`),
      ),
  },
  {
    row: 19,
    id: 'scoped-resources',
    says: 'roles of services name what they act on, unless the action takes no resource',
    in: environments,
    check: (stack) =>
      rolePolicies(stack).flatMap(({ path, statements }) =>
        statements
          .filter(({ resources }) => resources.includes('*'))
          .flatMap(({ actions }) => actions.filter((action) => !takeNoResource.has(action)))
          .map((action) => `${path} allows ${action} on *`),
      ),
  },
  {
    row: 19,
    id: 'keys-of-tasks',
    says: 'tasks may make and open data keys of the one key, write events, and read no secret',
    in: services,
    check: all(
      mayDo('roles/task', 'kms:Decrypt', 'kms:GenerateDataKey', 'kinesis:PutRecord', 'kinesis:PutRecords', 'rds-db:connect'),
      mayNotDo('roles/task', 'kms:ScheduleKeyDeletion', 'kinesis:DeleteStream', 'secretsmanager:GetSecretValue', 's3:GetObject'),
      mayNotDo('roles/execution', 'secretsmanager:GetSecretValue'),
    ),
  },
  {
    row: 19,
    id: 'boundaries',
    says: 'no role is without a ceiling, and services only take roles on behalf of this account',
    in: everywhere,
    check: all(
      has('aws_iam_role', { permissions_boundary: /:policy\/opsdeck-|^\$\{aws_iam_policy\./ }),
      each('aws_iam_role', 'can be taken on behalf of anybody', ({ body }) =>
        statementsIn(body.assume_role_policy).every(({ condition, principals }) => {
          return Object.keys(condition).length > 0 || principals.every((principal) => trustedWithoutCondition.has(principal));
        }),
      ),
    ),
  },
];

/**
 * Actions that take no resource, or that look for resources by something else than their ARN:
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
const takeNoResource = new Set([
  'arc-zonal-shift:ListManagedResources',
  'autoscaling:DescribeTags',
  'cloudwatch:DescribeAlarms',
  'ec2:DescribeManagedPrefixLists',
  'ec2:DescribeNetworkAcls',
  'ec2:DescribeSubnets',
  'ec2:DescribeVpcs',
  'ecs:ListTasks',
  'elasticache:DescribeReplicationGroups',
  'logs:CreateLogDelivery',
  'logs:DescribeLogGroups',
  'logs:DescribeResourcePolicies',
  'logs:PutResourcePolicy',
  'rds:DescribeDBClusters',
  'rds:DescribeDBInstances',
  'tag:GetResources',
  'xray:GetSamplingRules',
  'xray:GetSamplingTargets',
  'xray:PutTelemetryRecords',
  'xray:PutTraceSegments',
]);

/** One passes only what its own instances measured; the other takes roles of its own account alone, as nobody can pass it those of another. */
const trustedWithoutCondition = new Set(['monitoring.rds.amazonaws.com', 'lambda.amazonaws.com']);

function rolePolicies(stack: Stack) {
  return ofType(stack, 'aws_iam_role_policy').map(({ path, body }) => ({ path, statements: statementsIn(body.policy) }));
}

function containerOf({ body }: Resource, name: string): unknown {
  return listAt({ all: JSON.parse(textAt(body, 'container_definitions')) }, 'all').find((each) => at(each, 'name') === name);
}

function isAlarmName(name: unknown): boolean {
  return typeof name === 'string' && /^\$\{aws_cloudwatch_metric_alarm\.[\w-]+\.alarm_name\}$/.test(name);
}
