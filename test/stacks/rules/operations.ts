// Rows 1, 25, 26, 28 and 29: alarms, scheduled checks, identities of CI, retention; and what was ordered.
import { isAllowed, statementsIn, withAccount } from '../support/iam.ts';
import { at, textAt } from '../support/json.ts';
import { ofType, type Resource, type Stack } from '../support/stack.ts';
import { all, bootstrap, each, everywhere, grantsAt, has, mainServices, mayDo, platforms, type Rule } from './rule.ts';

export const operationsRules: readonly Rule[] = [
  {
    row: 25,
    id: 'alarms-tell',
    says: 'every alarm tells somebody when it starts and ends, or is summed up by one that does, and knows what silence means',
    in: /\/(?:platform|service)/,
    check: all(
      has('aws_cloudwatch_metric_alarm', { treat_missing_data: /^(?:notBreaching|breaching)$/ }),
      each('aws_cloudwatch_metric_alarm', 'tells nobody', (alarm, stack) => tells(alarm) || isWindow(alarm, stack)),
      each('aws_cloudwatch_composite_alarm', 'tells nobody', tells),
      has('aws_cloudwatch_composite_alarm', { alarm_rule: /^\(?ALARM\(.*\) (?:OR|AND) ALARM\(/ }),
    ),
  },
  {
    row: 25,
    id: 'seen-at-a-glance',
    says: 'a dashboard shows every alarm of its stack',
    in: /\/(?:platform|service)/,
    check: each('aws_cloudwatch_dashboard', 'leaves alarms out', ({ body }, stack) => {
      const shown = JSON.stringify(at(JSON.parse(textAt(body, 'dashboard_body')), 'widgets.0.properties.alarms'));
      return ofType(stack, 'aws_cloudwatch_metric_alarm').every(({ id }) => shown.includes(`.${id}.arn`));
    }),
  },
  {
    row: 25,
    id: 'alerts-topic',
    says: 'the topic is encrypted; alarms of this account may publish to it, and EventBridge, which does not tell its source',
    in: platforms,
    check: all(
      has('aws_sns_topic', { kms_master_key_id: /\.arn\}$/ }),
      each('aws_sns_topic_policy', 'keeps alarms or events out', ({ body }) => {
        const statements = statementsIn(body.policy);
        const of = (service: string) => statements.find(({ principals }) => principals.includes(`${service}.amazonaws.com`));
        const isLimited = (service: string) => Object.keys(of(service)?.condition ?? {}).length > 0;
        return of('cloudwatch') !== of('events') && of('events') !== undefined && isLimited('cloudwatch') && !isLimited('events');
      }),
    ),
  },
  {
    row: 25,
    id: 'errors-as-rates',
    says: 'errors are measured as a share of the requests, not as a number',
    in: platforms,
    check: all(
      ...['edge-5xx-rate', 'targets-5xx-rate', 'api-5xx-rate'].map((name) =>
        has(`aws_cloudwatch_metric_alarm@observability/${name}`, {
          metric_name: undefined,
          'metric_query.2.expression': /^IF\((whole|\(part \+ FILL\(rest, 0\)\)) >= \d+, 100 \* part \/ \1, 0\)$/,
        }),
      ),
    ),
  },
  {
    row: 26,
    id: 'scheduled-check',
    says: 'the check runs on a schedule that has a target, a role of its own and a dead-letter queue',
    in: mainServices,
    check: all(
      has('aws_scheduler_schedule', {
        schedule_expression: 'rate(5 minutes)',
        'target.arn': /cluster/i,
        'target.role_arn': /^\$\{aws_iam_role\.health-check_starter_/,
        'target.dead_letter_config.arn': /deadLetterQueueArn/,
        'target.ecs_parameters.task_definition_arn': /:task-definition\/assess-/,
      }),
      mayDo('health-check/starter', 'ecs:RunTask', 'iam:PassRole', 'sqs:SendMessage'),
    ),
  },
  {
    row: 26,
    id: 'starter-runs-newest',
    says: 'the schedule names a task without its revision, and its role may run exactly that, and give it its tags',
    in: mainServices,
    check: each('aws_scheduler_schedule', 'names a task that its role may not run', ({ body }, stack) => {
      const grants = grantsAt(stack, 'health-check/starter') ?? [];
      const resource = withAccount(textAt(body, 'target.ecs_parameters.task_definition_arn'));
      const tagged = grants.find(({ actions }) => actions.includes('ecs:TagResource'));
      return (
        isAllowed(grants, { action: 'ecs:RunTask', resource, context: { 'ecs:cluster': textAt(body, 'target.arn') } }) &&
        at(tagged?.condition, 'StringEquals.ecs:CreateAction') === 'RunTask'
      );
    }),
  },
  {
    row: 1,
    id: 'events-have-targets',
    says: 'every EventBridge rule has a target',
    in: mainServices,
    check: each('aws_cloudwatch_event_rule', 'has no target', ({ id }, stack) =>
      ofType(stack, 'aws_cloudwatch_event_target').some(({ body }) => textAt(body, 'rule').includes(`.${id}.name`)),
    ),
  },
  {
    row: 28,
    id: 'ci-by-oidc',
    says: 'five roles, each for its own GitHub environments of one repository: one, and of runbooks one more with reviewers',
    in: bootstrap,
    check: all(has('aws_iam_openid_connect_provider', { client_id_list: ['sts.amazonaws.com'] }), (stack) => {
      const trusted = ofType(stack, 'aws_iam_role')
        .filter(({ path }) => path.startsWith('ci/'))
        .flatMap(({ body }) => statementsIn(body.assume_role_policy));
      const subs = trusted.flatMap(({ condition }) => [condition.StringEquals?.[`${issuer}:sub`]].flat().map(String));
      return [
        ...(trusted.length === 5 && new Set(subs).size === 6
          ? []
          : [`${trusted.length} identities of ${subs.length} environments`]),
        ...subs.filter((sub) => !/^repo:[\w-]+\/[\w.-]+:environment:[a-z-]+$/.test(sub)).map((sub) => `anybody like ${sub}`),
        ...trusted.filter(({ condition }) => Object.keys(condition).length !== 1).map(() => 'a condition that is not exact'),
        ...trusted
          .filter(({ condition }) => condition.StringEquals?.[`${issuer}:aud`] !== 'sts.amazonaws.com')
          .map(() => 'audience'),
      ];
    }),
  },
  {
    row: 29,
    id: 'log-retention',
    says: 'logs are kept for 90 days: the policy of the customer',
    in: /\//,
    check: has('aws_cloudwatch_log_group', { retention_in_days: 90 }),
  },
  {
    row: 'ordered',
    id: 'tags',
    says: 'everything carries its environment, its owner and the class of its data',
    in: everywhere,
    check: ({ json }) => {
      const tags = at(json, 'provider.aws.0.default_tags.0.tags');
      return ['Environment', 'Owner', 'DataClassification'].filter((name) => !textAt(tags, name)).map((name) => `no tag ${name}`);
    },
  },
  {
    row: 'ordered',
    id: 'outputs',
    says: 'the outputs that the first stack promised are there',
    in: platforms,
    check: ({ json }) =>
      promisedOutputs.filter((name) => !textAt(json, `output.${name}.value`)).map((name) => `no output ${name}`),
  },
];

const issuer = 'token.actions.githubusercontent.com';

const promisedOutputs = [
  'vpc_id',
  'alb_dns_name',
  'ecs_cluster_name',
  'rds_endpoint',
  'redis_endpoint',
  'kinesis_stream_name',
  'api_gateway_url',
];

function tells({ body }: Resource): boolean {
  return isTopic(at(body, 'alarm_actions.0')) && isTopic(at(body, 'ok_actions.0'));
}

/** One of the two windows of a burn rate: only both together are worth telling. */
function isWindow({ id, path }: Resource, stack: Stack): boolean {
  const rules = ofType(stack, 'aws_cloudwatch_composite_alarm').map(({ body }) => textAt(body, 'alarm_rule'));
  return /\/slo-/.test(path) && rules.some((rule) => rule.includes(` AND `) && rule.includes(`.${id}.alarm_name`));
}

function isTopic(value: unknown): boolean {
  return typeof value === 'string' && /\$\{aws_sns_topic\.[\w-]+\.arn\}|alertsTopicArn/.test(value);
}
