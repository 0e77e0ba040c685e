// Rules that every drill keeps, so that playing one is safe and says something.
import { readdirSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { DrillAction, FisActionId, RecoveryCheck, RollbackStrategy } from '../../src/define/drill.ts';
import { drills } from '../../src/drills/index.ts';
import { computeTimeline, plannedSeconds } from '../../src/drills/timeline.ts';
import { catalogue } from '../../src/kpis/index.ts';

/** What puts right what an action breaks, and what shows that it is right again. */
interface Remedy {
  /** Nothing: it ends with the experiment, and leaves nothing behind that could be put right. */
  readonly rollback?: RollbackStrategy;
  readonly recovery: readonly RecoveryCheck[];
}

const remedies: Readonly<Record<FisActionId, Remedy | 'breaks nothing'>> = {
  'aws:arc:start-zonal-autoshift': { rollback: 'cancel-zonal-shift', recovery: ['no-zonal-shift'] },
  'aws:cloudwatch:assert-alarm-state': 'breaks nothing',
  'aws:ecs:stop-task': {
    rollback: 'restore-service',
    recovery: ['tasks-balanced', 'service-on-good-task-definition'],
  },
  'aws:elasticache:replicationgroup-interrupt-az-power': { recovery: ['cache-available'] },
  'aws:fis:inject-api-throttle-error': { recovery: [] },
  'aws:fis:wait': 'breaks nothing',
  'aws:network:disrupt-connectivity': { rollback: 'restore-subnets', recovery: ['no-fis-network-acls'] },
  'aws:rds:failover-db-cluster': { rollback: 'fail-back-database', recovery: ['database-available'] },
};

/** Of what kind FIS wants the target of each action. */
const targetKinds: Readonly<Partial<Record<FisActionId, string>>> = {
  'aws:arc:start-zonal-autoshift': 'load-balancer',
  'aws:ecs:stop-task': 'tasks',
  'aws:elasticache:replicationgroup-interrupt-az-power': 'cache-group',
  'aws:fis:inject-api-throttle-error': 'service-role',
  'aws:network:disrupt-connectivity': 'subnets',
  'aws:rds:failover-db-cluster': 'database-cluster',
};

/** FIS lets nothing last shorter or longer. */
const [shortestSeconds, longestSeconds] = [60, 12 * 3600];
const lasting: readonly FisActionId[] = [
  'aws:arc:start-zonal-autoshift',
  'aws:elasticache:replicationgroup-interrupt-az-power',
  'aws:fis:inject-api-throttle-error',
  'aws:fis:wait',
  'aws:network:disrupt-connectivity',
];

test('each is a file that is called like it', () => {
  const besides = ['document.ts', 'index.ts', 'timeline.ts'];
  const files = readdirSync('src/drills').filter((file) => !besides.includes(file));
  expect(drills.map(({ id }) => `${id}.ts`)).toEqual(files.sort());
});

test('the loss of a zone is played every week, which is what the schedule plays', () => {
  expect(drills.flatMap(({ id, cadence }) => (cadence === 'every week' ? id : []))).toEqual(['az-failure']);
});

describe.each(drills.map((drill) => [drill.id, drill] as const))('%s', (_id, drill) => {
  const { actions, targets, hypothesis, rollback, recovery } = drill;
  const remedyOf = ({ actionId }: DrillAction) => {
    const remedy = remedies[actionId];
    return remedy === 'breaks nothing' ? [] : [remedy];
  };

  describe('its hypothesis', () => {
    test('says something, and each thing once', () => {
      const ids = hypothesis.map(({ kpi }) => kpi);
      expect(ids.length).toBeGreaterThan(0);
      expect(new Set(ids).size).toBe(ids.length);
    });

    test.each(hypothesis)('$kpi is one of the catalogue, and no stricter than its target', ({ kpi: id, tolerated }) => {
      const kpi = catalogue.kpis.find((each) => each.id === id);
      expect(kpi).toBeDefined();
      expect(['low', 'high']).toContain(kpi?.good);
      expect(kpi?.target).toEqual(expect.any(Number));
      const distance = kpi?.good === 'high' ? Number(kpi.target) - tolerated : tolerated - Number(kpi?.target);
      expect(distance).toBeGreaterThanOrEqual(0);
      if (kpi?.unit === 'Percent') expect(tolerated).toBeLessThanOrEqual(100);
    });

    test.each(hypothesis)('$kpi is taken over whole datapoints, and fits into the drill', ({ kpi: id, windowSeconds }) => {
      const kpi = catalogue.kpis.find((each) => each.id === id);
      expect(windowSeconds % Number(kpi?.periodSeconds)).toBe(0);
      expect(windowSeconds).toBeLessThanOrEqual(plannedSeconds(actions));
    });

    test('is about what users get', () => {
      const stopping = catalogue.kpis.filter(({ layer, aborts }) => layer === 'platform' && aborts.includes('game-day'));
      expect(hypothesis.some(({ kpi }) => stopping.some(({ id }) => id === kpi))).toBe(true);
    });
  });

  describe('its actions', () => {
    test('have names of their own', () => {
      expect(new Set(actions.map(({ name }) => name)).size).toBe(actions.length);
    });

    test('begin when the alarms have been found quiet', () => {
      const [first, ...others] = actions;
      expect(first).toMatchObject({ actionId: 'aws:cloudwatch:assert-alarm-state' });
      expect(first?.after).toBeUndefined();
      const isAfterFirst = ({ name, after = [] }: DrillAction): boolean =>
        name === first?.name || after.some((earlier) => actions.some((each) => each.name === earlier && isAfterFirst(each)));
      expect(others.filter((action) => !isAfterFirst(action))).toEqual([]);
    });

    test('hit what the drill names, and all of it', () => {
      const kinds = actions.map(({ target }) => (target === undefined ? undefined : targets[target]?.kind));
      expect(kinds).toEqual(actions.map(({ actionId }) => targetKinds[actionId]));
      const used = actions.flatMap(({ target }) => target ?? []);
      expect([...new Set(used)].sort()).toEqual(Object.keys(targets).sort());
    });

    test('last for as long as FIS lets them', () => {
      expect(actions.flatMap(({ actionId, durationSeconds }) => (durationSeconds === undefined ? [] : actionId)).sort()).toEqual(
        actions.flatMap(({ actionId }) => (lasting.includes(actionId) ? actionId : [])).sort(),
      );
      const seconds = actions.flatMap(({ durationSeconds }) => durationSeconds ?? []);
      expect(seconds.filter((each) => each < shortestSeconds || each > longestSeconds)).toEqual([]);
      expect(plannedSeconds(actions)).toBeLessThanOrEqual(longestSeconds);
    });

    /** https://docs.aws.amazon.com/fis/latest/userguide/fis-quotas.html */
    test('stay within the quotas of FIS', () => {
      expect(actions.length).toBeLessThanOrEqual(20);
      const planned = computeTimeline(actions);
      const atOnce = planned.map(
        ({ startSeconds }) =>
          planned.filter((each) => each.startSeconds <= startSeconds && startSeconds <= each.endSeconds).length,
      );
      expect(Math.max(...atOnce)).toBeLessThanOrEqual(10);
    });

    test('leave time to see what follows', () => {
      const faults = computeTimeline(actions).filter(({ name }) =>
        actions.some((action) => action.name === name && remedyOf(action).length > 0),
      );
      expect(faults.length).toBeGreaterThan(0);
      const last = Math.max(...faults.map(({ startSeconds }) => startSeconds));
      expect(plannedSeconds(actions) - last).toBeGreaterThanOrEqual(300);
    });

    test('fence subnets a minute before tasks of the zone are stopped', () => {
      const planned = computeTimeline(actions);
      const startOf = (actionId: FisActionId) =>
        planned.find(({ name }) => actions.some((action) => action.name === name && action.actionId === actionId))?.startSeconds;
      const [fence, stop] = [startOf('aws:network:disrupt-connectivity'), startOf('aws:ecs:stop-task')];
      if (drill.isZonal && stop !== undefined) expect(stop - Number(fence)).toBeGreaterThanOrEqual(60);
    });
  });

  test('hits a zone exactly when one of its targets is only to be had so', () => {
    const kinds = Object.values(targets).map(({ kind }) => kind);
    expect(drill.isZonal).toBe(kinds.includes('subnets') || kinds.includes('cache-group') || kinds.includes('load-balancer'));
  });

  test('hits a share of the tasks that is one', () => {
    const shares = Object.values(targets).flatMap((target) => (target.kind === 'tasks' ? target.percent : []));
    expect(shares.filter((percent) => percent < 1 || percent > 100)).toEqual([]);
  });

  test('puts right what it breaks, and nothing else', () => {
    const needed = actions.flatMap(remedyOf).flatMap((remedy) => remedy.rollback ?? []);
    expect(rollback.toSorted()).toEqual([...new Set(needed)].sort());
  });

  test('lets traffic come back last', () => {
    const shift = rollback.indexOf('cancel-zonal-shift');
    expect([-1, rollback.length - 1]).toContain(shift);
  });

  test('looks whether all is right again', () => {
    const needed = actions.flatMap(remedyOf).flatMap((remedy) => remedy.recovery);
    expect(recovery.toSorted()).toEqual([...new Set<RecoveryCheck>(['alarms-ok', 'experiment-ended', ...needed])].sort());
  });

  test('gives alarms the time that they look back', () => {
    const alarmSeconds = catalogue.kpis.flatMap(({ alarm, aborts, periodSeconds }) =>
      alarm && aborts.length > 0 ? alarm.periods * periodSeconds : [],
    );
    expect(drill.recoverySeconds).toBeGreaterThanOrEqual(Math.max(...alarmSeconds));
    expect(drill.recoverySeconds).toBeLessThanOrEqual(1800);
  });

  test('is told in sentences', () => {
    expect(drill.title).toMatch(/^[A-Z][^.]+$/);
    expect(drill.about).toMatch(/^[A-Z].*\. All goes well when .*\.$/);
    expect(actions.filter(({ about }) => !/^[A-Z][^.]+$/.test(about))).toEqual([]);
  });
});
