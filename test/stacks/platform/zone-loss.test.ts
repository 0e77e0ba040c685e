import { describe, expect, test } from '@jest/globals';
import { planCapacity } from '../../../src/stacks/capacity.ts';
import type { PlatformContext } from '../../../src/stacks/platform/context.ts';
import { zoneLossActions, zoneLossTargets } from '../../../src/stacks/platform/zone-loss.ts';
import { profiles } from '../../../src/stacks/profiles.ts';

const zone = 'eu-west-2a';
const actions = zoneLossActions({ zone, alarmArns: ['arn:1', 'arn:2'] });

const context: Omit<PlatformContext, 'isProtected'> = {
  prefix: 'assess-staging',
  environment: 'staging',
  region: 'eu-west-2',
  zones: [zone, 'eu-west-2b', 'eu-west-2c'],
  accountId: '111122223333',
  profile: profiles.staging,
  capacity: planCapacity(5_000, 3),
};
const targets = zoneLossTargets({
  context: context as PlatformContext,
  zone,
  clusterName: 'assess-staging',
  subnetArns: ['arn:app', 'arn:data'],
});

const startAfter = (name: string) => actions.find((action) => action.name === name)?.startAfter ?? [];

/** When an action starts, in minutes: waits last, everything else begins at once. */
function startMinute(name: string): number {
  const before = startAfter(name).map((earlier) => startMinute(earlier) + waitMinutes(earlier));
  return Math.max(0, ...before);
}

function waitMinutes(name: string): number {
  const action = actions.find((each) => each.name === name);
  if (action?.actionId !== 'aws:fis:wait') return 0;
  const [{ value = '' } = {}] = action.parameter as readonly { value?: string }[];
  return Number.parseInt(value.slice(2), 10);
}

test('the sequence', () => {
  const lines = actions.map(({ name, actionId, target }) =>
    `+${startMinute(name)} min ${name}: ${actionId} ${target?.value ?? ''}`.trim(),
  );
  expect(lines.join('\n')).toMatchInlineSnapshot(`
    "+0 min assert-healthy: aws:cloudwatch:assert-alarm-state
    +0 min fence-subnets: aws:network:disrupt-connectivity subnets
    +0 min cut-cache-power: aws:elasticache:replicationgroup-interrupt-az-power cache
    +0 min fail-over-database: aws:rds:failover-db-cluster database
    +0 min wait-for-fence: aws:fis:wait
    +1 min stop-tasks: aws:ecs:stop-task tasks
    +0 min wait-for-shift: aws:fis:wait
    +5 min shift-traffic: aws:arc:start-zonal-autoshift load-balancer"
  `);
});

test('the targets', () => {
  const lines = targets.map(({ name, resourceType, selectionMode, parameters, filter }) =>
    [name, resourceType, selectionMode, parameters && JSON.stringify(parameters), filter && JSON.stringify(filter)]
      .filter(Boolean)
      .join(' '),
  );
  expect(lines.join('\n')).toMatchInlineSnapshot(`
    "subnets aws:ec2:subnet ALL
    tasks aws:ecs:task ALL {"cluster":"assess-staging","service":"assess-staging-app"} [{"path":"AvailabilityZone","values":["eu-west-2a"]}]
    database aws:rds:cluster ALL {"writerAvailabilityZoneIdentifiers":"eu-west-2a"}
    cache aws:elasticache:replicationgroup ALL {"availabilityZoneIdentifier":"eu-west-2a"}
    load-balancer aws:arc:zonal-shift-managed-resource ALL"
  `);
});

describe('every action', () => {
  test.each(actions)('$name comes after the alarms were found quiet', ({ name }) => {
    const first = 'assert-healthy';
    const reaches = (from: string): boolean => from === first || startAfter(from).some(reaches);
    expect(reaches(name)).toBe(true);
  });

  test('has a name of its own, and a target that exists', () => {
    expect(new Set(actions.map(({ name }) => name)).size).toBe(actions.length);
    const named = actions.flatMap(({ target }) => (target ? [target.value] : []));
    expect(named.toSorted()).toEqual(targets.map(({ name }) => name).toSorted());
  });
});

/** https://docs.aws.amazon.com/fis/latest/userguide/fis-quotas.html */
test('stays within the quotas of FIS', () => {
  expect(actions.length).toBeLessThanOrEqual(20);
  expect(actions.filter(({ startAfter: after }) => after?.join() === 'assert-healthy').length).toBeLessThanOrEqual(10);
  expect(targets.every(({ resourceArns = [] }) => resourceArns.length <= 5)).toBe(true);
});
