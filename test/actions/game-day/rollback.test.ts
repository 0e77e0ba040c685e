// Putting right what a drill broke: from any state of the world, in any order, and again without harm.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { GameDay } from '../../../src/actions/game-day/game-day.ts';
import { decideShiftsToCancel } from '../../../src/actions/game-day/rollback/cancel-zonal-shift.ts';
import { decideFailBack } from '../../../src/actions/game-day/rollback/fail-back-database.ts';
import { decideService } from '../../../src/actions/game-day/rollback/restore-service.ts';
import { decideSubnetRepairs } from '../../../src/actions/game-day/rollback/restore-subnets.ts';
import { rollBack } from '../../../src/actions/game-day/rollback/roll-back.ts';
import { computeScene } from '../../../src/actions/game-day/scene.ts';
import { rollbackStrategies } from '../../../src/define/drill.ts';
import type { ServiceState } from '../../../src/ports/services.ts';
import { throttled } from '../../support/troubles.ts';
import { goodTaskDefinition, loadBalancerArn, mainService, openStage, resources, type Stage, zones } from './support/stage.ts';

const before = {
  taskDefinition: goodTaskDefinition,
  deploymentId: 'ecs-svc/1',
  vpcId: 'vpc-1',
  subnets: [
    { subnetId: 'subnet-app-a', zone: zones[0], aclId: 'acl-app', associationId: 'aclassoc-1' },
    { subnetId: 'subnet-data-a', zone: zones[0], aclId: 'acl-data', associationId: 'aclassoc-2' },
  ],
  writer: 'assess-staging-0',
  writerZone: zones[0],
  tasksByZone: {},
};

describe('subnets', () => {
  const cutOff = (subnetId: string) => ({ subnetId, zone: zones[0], aclId: 'acl-fis', associationId: `now-${subnetId}` });
  const acl = { aclId: 'acl-fis', vpcId: 'vpc-1', subnets: [cutOff('subnet-app-a'), cutOff('subnet-new')] };

  test('get back what they had, else what every subnet has', () => {
    expect(decideSubnetRepairs([acl], before.subnets, 'acl-default')).toEqual({
      replace: [
        { subnetId: 'subnet-app-a', associationId: 'now-subnet-app-a', aclId: 'acl-app' },
        { subnetId: 'subnet-new', associationId: 'now-subnet-new', aclId: 'acl-default' },
      ],
      remove: ['acl-fis'],
    });
  });

  test('never get an ACL of FIS, even if a journal says that they had one', () => {
    const poisoned = [{ ...cutOff('subnet-app-a'), aclId: 'acl-fis' }];
    const { replace } = decideSubnetRepairs([acl], poisoned, 'acl-default');
    expect(replace.map(({ aclId }) => aclId)).toEqual(['acl-default', 'acl-default']);
  });
});

describe('the service', () => {
  const family = goodTaskDefinition.replace(/:\d+$/, '');
  const state = (revision: number, rollout: 'COMPLETED' | 'IN_PROGRESS' | 'FAILED' = 'COMPLETED'): ServiceState => ({
    taskDefinition: `${family}:${revision}`,
    desired: 6,
    running: 6,
    pending: 0,
    deployments: [
      {
        id: 'ecs-svc/9',
        status: 'PRIMARY',
        rollout,
        reason: '',
        taskDefinition: `${family}:${revision}`,
        desired: 6,
        running: 6,
        failed: 0,
        createdAt: '2026-01-31T12:00:00.000Z',
      },
    ],
  });

  test.each([
    ['as before', state(7), { kind: 'nothing', words: 'It runs revision 7, as before' }],
    ['newer', state(8), { kind: 'nothing', words: 'A newer deploy is left alone: revision 8' }],
    ['newer, and rolling out', state(8, 'IN_PROGRESS'), { kind: 'nothing', words: 'A newer deploy is left alone: revision 8' }],
    ['older', state(6), { kind: 'deploy', words: 'It ran revision 6' }],
    ['failed', state(7, 'FAILED'), { kind: 'deploy', words: 'Its deployment had failed' }],
    ['on its way back', state(7, 'IN_PROGRESS'), { kind: 'wait', deploymentId: 'ecs-svc/9' }],
    ['gone', undefined, { kind: 'refuse', words: 'The service is not there any more' }],
  ])('%s', (_what, now, decision) => {
    expect(decideService(now, before)).toEqual(decision);
  });

  test('never becomes another program because a journal says so', () => {
    const decision = decideService(state(7), { ...before, taskDefinition: 'arn:aws:ecs:eu-west-2:1:task-definition/evil:9' });
    expect(decision.kind).toBe('refuse');
  });
});

describe('the database', () => {
  const cluster = (writer: string, status = 'available', member = 'available') => ({
    id: 'assess-staging',
    status,
    members: ['assess-staging-0', 'assess-staging-1'].map((id) => ({
      id,
      zone: zones[0],
      isWriter: id === writer,
      status: member,
    })),
  });

  test.each([
    ['there', cluster('assess-staging-0'), 'there'],
    ['elsewhere', cluster('assess-staging-1'), 'fail-over'],
    ['in the middle of a fail-over', cluster('assess-staging-0', 'failing-over'), 'wait'],
    ['not available', cluster('assess-staging-1', 'available', 'rebooting'), 'wait'],
    ['gone', undefined, 'gone'],
  ])('%s', (_what, now, kind) => {
    expect(decideFailBack(now, before.writer)).toMatchObject({ kind });
  });

  test('without the member that wrote', () => {
    expect(decideFailBack(cluster('assess-staging-1'), 'assess-staging-7')).toMatchObject({ kind: 'gone' });
  });
});

test('only zonal shifts of this load balancer that began with the drill are ended', () => {
  const shift = (id: string, resource: string, startedAt: string) => ({
    ...{ id, resource, startedAt },
    ...{ awayFrom: 'euw2-az2', comment: '', expiresAt: '2026-01-31T18:00:00.000Z' },
  });
  const shifts = [
    shift('ours', loadBalancerArn, '2026-01-31T12:05:00.000Z'),
    shift('earlier', loadBalancerArn, '2026-01-31T11:00:00.000Z'),
    shift('of another', 'arn:other', '2026-01-31T12:05:00.000Z'),
  ];
  expect(decideShiftsToCancel(shifts, loadBalancerArn, '2026-01-31T12:00:00.000Z').map(({ id }) => id)).toEqual(['ours']);
});

const gameDay = { startedAt: '2026-01-31T12:00:00.000Z', before } as unknown as GameDay;

async function perform(stage: Stage, strategies: readonly (typeof rollbackStrategies)[number][]) {
  const scene = computeScene(resources, 'staging', 'eu-west-2');
  if (!scene) throw new Error('the stage has a platform');
  return rollBack({ world: stage.world(), scene, gameDay }, { rollback: strategies }, async () => undefined);
}

describe('all of it', () => {
  test('leaves no fault, whatever was broken, in whatever order, and twice is once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          fenced: fc.uniqueArray(fc.constantFrom(...zones)),
          hasShift: fc.boolean(),
          isFailedOver: fc.boolean(),
          revision: fc.constantFrom(6, 7, 8),
          order: fc.shuffledSubarray([...rollbackStrategies], { minLength: rollbackStrategies.length }),
          throttledCalls: fc.nat({ max: 2 }),
        }),
        async ({ fenced, hasShift, isFailedOver, revision, order, throttledCalls }) => {
          const stage = openStage();
          for (const zone of fenced) stage.networks.fence(zone);
          if (hasShift) stage.shifts.put({ id: 'shift-1', resource: loadBalancerArn, awayFrom: 'euw2-az2' });
          if (isFailedOver) stage.databases.loseWriter('assess-staging');
          if (revision !== 7) await stage.services.deploy(mainService, goodTaskDefinition.replace(/7$/, String(revision)));
          stage.networks.failNext('fisAcls', throttled(), throttledCalls);
          stage.shifts.failNext('active', throttled(), throttledCalls);
          const first = await perform(stage, order);
          expect(first.filter(({ status }) => status === 'failed')).toEqual([]);
          expect(await stage.networks.fisAcls('vpc-1')).toEqual([]);
          expect(await stage.shifts.active()).toEqual([]);
          expect((await stage.databases.describe('assess-staging'))?.members[0]).toMatchObject({ isWriter: true });
          expect((await stage.services.describe(mainService))?.taskDefinition).toMatch(revision === 8 ? /:8$/ : /:7$/);
          const second = await perform(stage, order);
          expect(second.map(({ status }) => status)).toEqual(order.map(() => 'nothing-to-do'));
        },
      ),
      { numRuns: 60, seed: 6 },
    );
  });
});
