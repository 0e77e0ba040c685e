// Rows 4 and 27: the experiments of game days, first of all the one that models the loss of a zone.
import { statementsIn } from '../support/iam.ts';
import { at, listAt, textAt } from '../support/json.ts';
import { ofType, type Stack } from '../support/stack.ts';
import { all, each, has, livingPlatforms, mayDo, mayNotDo, type Rule } from './rule.ts';

/** Environments that live have three. */
const zones = ['a', 'b', 'c'];

export const experimentRules: readonly Rule[] = [
  {
    row: 4,
    id: 'experiment-in-lists',
    says: 'actions and targets have names, and parameters are pairs',
    in: livingPlatforms,
    check: each('aws_fis_experiment_template', 'has an action without a name or a target', ({ body }) => {
      const targets = listAt(body, 'target').map((target) => at(target, 'name'));
      return listAt(body, 'action').every((action) => {
        const target = at(action, 'target.value');
        return textAt(action, 'name') !== '' && (target === undefined || targets.includes(target));
      });
    }),
  },
  {
    row: 27,
    id: 'experiment-stops',
    says: 'alarms stop every experiment, and are looked at before it starts',
    in: livingPlatforms,
    check: each('aws_fis_experiment_template', 'is not stopped by alarms', ({ body }) => {
      const conditions = listAt(body, 'stop_condition');
      const isAlarm = (each: unknown) => at(each, 'source') === 'aws:cloudwatch:alarm' && /\.arn\}$/.test(textAt(each, 'value'));
      return (
        conditions.length > 0 && conditions.length <= 5 && conditions.every(isAlarm) && everythingAfter(body, 'assert-healthy')
      );
    }),
  },
  {
    row: 27,
    id: 'one-zone-only',
    says: 'there is an experiment for each zone; it fences subnets of that zone alone, completely, and then stops tasks',
    in: livingPlatforms,
    check: all(
      ...zones.flatMap((zone) => {
        const ofZone = `aws_fis_experiment_template@resilience/az-failure-${zone}`;
        return [
          each(ofZone, 'hits another zone', ({ body }, stack) => {
            const subnets = listAt(body, 'target').find((target) => at(target, 'name') === 'subnets');
            const hit = [...zonesOf(stack, listAt(subnets, 'resource_arns'))];
            return hit.length === 1 && hit[0] === at(body, 'tags.Zone') && String(hit[0]).endsWith(zone);
          }),
          each(ofZone, 'does not fence completely', ({ body }) => {
            const scope = listAt(actionOf(body, 'fence-subnets'), 'parameter').find((each) => at(each, 'key') === 'scope');
            return at(scope, 'value') === 'all';
          }),
          each(ofZone, 'stops tasks too early', ({ body }) => {
            const waits = actionOf(body, 'wait-for-fence');
            return at(waits, 'action_id') === 'aws:fis:wait' && startsAfter(body, 'stop-tasks', 'wait-for-fence');
          }),
        ];
      }),
    ),
  },
  {
    row: 27,
    id: 'experiment-logs',
    says: 'what an experiment did is logged',
    in: livingPlatforms,
    check: has('aws_fis_experiment_template', {
      'log_configuration.log_schema_version': 2,
      'log_configuration.cloudwatch_logs_configuration.log_group_arn': /^\$\{aws_cloudwatch_log_group\..*\.arn\}:\*$/,
    }),
  },
  {
    row: 27,
    id: 'experiment-role',
    says: 'experiments may fence subnets, stop tasks and cut the cache off; there are no instances here to stop',
    in: livingPlatforms,
    check: all(
      mayDo(
        'resilience/experimenter',
        ...['ec2:CreateNetworkAcl', 'ec2:CreateNetworkAclEntry', 'ec2:CreateTags', 'ec2:DeleteNetworkAcl'],
        ...['ec2:ReplaceNetworkAclAssociation', 'ec2:DescribeNetworkAcls', 'ec2:DescribeSubnets', 'ec2:DescribeVpcs'],
        ...['ecs:StopTask', 'rds:FailoverDBCluster', 'elasticache:InterruptClusterAzPower', 'arc-zonal-shift:StartZonalShift'],
        ...['cloudwatch:DescribeAlarms', 'tag:GetResources', 'logs:CreateLogDelivery'],
      ),
      mayNotDo('resilience/experimenter', 'ec2:StopInstances', 'ec2:TerminateInstances', 'elasticache:DeleteReplicationGroup'),
      each('aws_iam_role@resilience/experimenter/role', 'can be taken by any experiment', ({ body }) =>
        statementsIn(body.assume_role_policy).every(({ condition }) => condition.ArnLike?.['aws:SourceArn'] !== undefined),
      ),
    ),
  },
];

function actionOf(template: unknown, name: string): unknown {
  return listAt(template, 'action').find((action) => at(action, 'name') === name);
}

function startsAfter(template: unknown, name: string, earlier: string): boolean {
  return listAt(actionOf(template, name), 'start_after').includes(earlier);
}

/** Directly, or by way of others. */
function everythingAfter(template: unknown, first: string): boolean {
  const isAfter = (name: string): boolean =>
    name === first || listAt(actionOf(template, name), 'start_after').some((earlier) => isAfter(String(earlier)));
  return listAt(template, 'action').every((action) => isAfter(textAt(action, 'name')));
}

function zonesOf(stack: Stack, subnetArns: readonly unknown[]): ReadonlySet<unknown> {
  const subnets = ofType(stack, 'aws_subnet').filter(({ id }) => subnetArns.some((arn) => String(arn).includes(`.${id}.arn`)));
  return new Set(subnets.map(({ body }) => body.availability_zone));
}
