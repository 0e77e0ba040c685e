// From drills to what FIS is told.
import { describe, expect, test } from '@jest/globals';
import type { DrillDefinition } from '../../../src/define/drill.ts';
import { drills } from '../../../src/drills/index.ts';
import { experimentActions, experimentTargets } from '../../../src/stacks/platform/experiment-template.ts';

const zone = 'eu-west-2a';

const facts = {
  context: { prefix: 'assess-staging', environment: 'staging' },
  subnetArns: { app: ['arn:app'], data: ['arn:data'] },
  clusterName: 'assess-staging',
  databaseArn: 'arn:database',
  cacheArn: 'arn:cache',
  loadBalancerArn: 'arn:load-balancer',
  serviceRoleArn: 'arn:role',
  alarmArns: ['arn:1', 'arn:2'],
} as const;

function drill(id: string): DrillDefinition {
  const found = drills.find((each) => each.id === id);
  if (!found) throw new Error(`no drill is called ${id}`);
  return found;
}

const factsOf = (definition: DrillDefinition) => (definition.isZonal ? { ...facts, zone } : facts);

function targetsOf(id: string): string {
  const definition = drill(id);
  const lines = experimentTargets(definition, factsOf(definition)).map(({ name, resourceType, selectionMode, ...how }) =>
    [`${name}: ${selectionMode} ${resourceType}`, JSON.stringify(how)].join(' '),
  );
  return lines.join('\n');
}

function actionsOf(id: string): string {
  const definition = drill(id);
  const lines = experimentActions(definition, factsOf(definition)).map(({ name, actionId, target, parameter, startAfter }) => {
    const pairs = (parameter as readonly { key: string; value: string }[]).map(({ key, value }) => `${key}=${value}`);
    const on = target ? [`on ${target.key} ${target.value}`] : [];
    const after = startAfter && startAfter.length > 0 ? [`after ${startAfter.join(', ')}`] : [];
    return [`${name}: ${actionId}`, ...on, ...pairs, ...after].join(' | ');
  });
  return lines.join('\n');
}

describe('the loss of a zone', () => {
  test('hits only what is in that zone', () => {
    expect(targetsOf('az-failure')).toMatchInlineSnapshot(`
      "subnets: ALL aws:ec2:subnet {"resourceArns":["arn:app","arn:data"]}
      tasks: ALL aws:ecs:task {"parameters":{"cluster":"assess-staging","service":"assess-staging-app"},"filter":[{"path":"AvailabilityZone","values":["eu-west-2a"]}]}
      database: ALL aws:rds:cluster {"resourceTag":[{"key":"Environment","value":"staging"}],"parameters":{"writerAvailabilityZoneIdentifiers":"eu-west-2a"}}
      cache: ALL aws:elasticache:replicationgroup {"resourceTag":[{"key":"Environment","value":"staging"}],"parameters":{"availabilityZoneIdentifier":"eu-west-2a"}}
      load-balancer: ALL aws:arc:zonal-shift-managed-resource {"resourceArns":["arn:load-balancer"]}"
    `);
  });

  test('goes like this', () => {
    expect(actionsOf('az-failure')).toMatchInlineSnapshot(`
      "assert-healthy: aws:cloudwatch:assert-alarm-state | alarmArns=arn:1,arn:2 | alarmStates=OK
      fence-subnets: aws:network:disrupt-connectivity | on Subnets subnets | scope=all | duration=PT10M | after assert-healthy
      cut-cache-power: aws:elasticache:replicationgroup-interrupt-az-power | on ReplicationGroups cache | duration=PT10M | after assert-healthy
      fail-over-database: aws:rds:failover-db-cluster | on Clusters database | after assert-healthy
      wait-for-fence: aws:fis:wait | duration=PT1M | after assert-healthy
      stop-tasks: aws:ecs:stop-task | on Tasks tasks | after wait-for-fence
      wait-for-shift: aws:fis:wait | duration=PT5M | after assert-healthy
      shift-traffic: aws:arc:start-zonal-autoshift | on ManagedResources load-balancer | managedResourceTypes=ALB | zonalAutoshiftStatus=ANY | duration=PT5M | availabilityZoneIdentifier=eu-west-2a | after wait-for-shift"
    `);
  });
});

test('the cache loses the power of one zone', () => {
  expect(targetsOf('redis-az-power')).toMatchInlineSnapshot(
    `"cache: ALL aws:elasticache:replicationgroup {"resourceTag":[{"key":"Environment","value":"staging"}],"parameters":{"availabilityZoneIdentifier":"eu-west-2a"}}"`,
  );
  expect(actionsOf('redis-az-power')).toMatchInlineSnapshot(`
    "assert-healthy: aws:cloudwatch:assert-alarm-state | alarmArns=arn:1,arn:2 | alarmStates=OK
    cut-cache-power: aws:elasticache:replicationgroup-interrupt-az-power | on ReplicationGroups cache | duration=PT10M | after assert-healthy"
  `);
});

test('the database fails over, wherever its writer is', () => {
  expect(targetsOf('aurora-failover')).toMatchInlineSnapshot(`"database: ALL aws:rds:cluster {"resourceArns":["arn:database"]}"`);
  expect(actionsOf('aurora-failover')).toMatchInlineSnapshot(`
    "assert-healthy: aws:cloudwatch:assert-alarm-state | alarmArns=arn:1,arn:2 | alarmStates=OK
    fail-over-database: aws:rds:failover-db-cluster | on Clusters database | after assert-healthy
    observe: aws:fis:wait | duration=PT10M | after fail-over-database"
  `);
});

test('a third of the tasks ends, in whatever zone', () => {
  expect(targetsOf('task-loss')).toMatchInlineSnapshot(
    `"tasks: PERCENT(34) aws:ecs:task {"parameters":{"cluster":"assess-staging","service":"assess-staging-app"}}"`,
  );
  expect(actionsOf('task-loss')).toMatchInlineSnapshot(`
    "assert-healthy: aws:cloudwatch:assert-alarm-state | alarmArns=arn:1,arn:2 | alarmStates=OK
    stop-tasks: aws:ecs:stop-task | on Tasks tasks | after assert-healthy
    observe: aws:fis:wait | duration=PT10M | after stop-tasks"
  `);
});

test('only what the service itself writes is throttled', () => {
  expect(targetsOf('kinesis-throttle')).toMatchInlineSnapshot(`"writer: ALL aws:iam:role {"resourceArns":["arn:role"]}"`);
  expect(actionsOf('kinesis-throttle')).toMatchInlineSnapshot(`
    "assert-healthy: aws:cloudwatch:assert-alarm-state | alarmArns=arn:1,arn:2 | alarmStates=OK
    throttle-writes: aws:fis:inject-api-throttle-error | on Roles writer | service=kinesis | operations=PutRecord,PutRecords | percentage=25 | duration=PT10M | after assert-healthy"
  `);
});

test('seconds stay seconds where they are no whole minutes', () => {
  const [wait] = experimentActions(
    { ...drill('task-loss'), actions: [{ name: 'wait', about: 'Wait', actionId: 'aws:fis:wait', durationSeconds: 90 }] },
    facts,
  );
  expect(wait?.parameter).toEqual([{ key: 'duration', value: 'PT90S' }]);
});

test('an action that FIS gives no target is a bug', () => {
  const actions = [{ name: 'wait', about: 'Wait', actionId: 'aws:fis:wait', target: 'tasks' }] as const;
  expect(() => experimentActions({ ...drill('task-loss'), actions }, facts)).toThrow('aws:fis:wait has no target');
});

/** https://docs.aws.amazon.com/fis/latest/userguide/fis-quotas.html */
test.each(drills)('$id names at most five resources a target', (definition) => {
  const counts = experimentTargets(definition, factsOf(definition)).map(({ resourceArns = [] }) => resourceArns.length);
  expect(counts.filter((count) => count > 5)).toEqual([]);
});

test.each(drills)('$id says at every action what it does, in as many characters as FIS takes', (definition) => {
  const abouts = experimentActions(definition, factsOf(definition)).map(({ description = '' }) => description);
  expect(abouts.filter((about) => about === '' || about.length > 512)).toEqual([]);
});
