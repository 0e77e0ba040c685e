// What users get out of what is there.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { computeConditions, type Fault, type TrafficFacts } from '../../../src/rehearsal/traffic/conditions.ts';

const zones = ['a', 'b', 'c'];
const facts = (more: Partial<TrafficFacts> = {}): TrafficFacts => ({
  zones,
  tasksByZone: { a: 2, b: 2, c: 2 },
  desiredTasks: 6,
  faults: [],
  badShare: 0,
  ...more,
});
const fault = (kind: Fault['kind'], zone = ''): Fault => ({ kind, zone, resource: '' });

describe('users', () => {
  test('are served while all is there', () => {
    expect(computeConditions(facts())).toMatchObject({
      healthyTasks: 6,
      unhealthyTasks: 0,
      errorShare: 0,
      refusedShare: 0,
      latencyFactor: 1,
      cpuPercent: 42,
    });
  });

  test('notice the loss of a zone by a little more time: the others take it over', () => {
    const lost = computeConditions(facts({ faults: [fault('network', 'a')] }));
    expect(lost).toMatchObject({ healthyTasks: 4, unhealthyTasks: 2, errorShare: 0, refusedShare: 0, cpuPercent: 63 });
    expect(lost.latencyFactor).toBeGreaterThan(1.1);
    expect(lost.zones.map(({ requestShare }) => requestShare)).toEqual([0, 0.5, 0.5]);
  });

  test('get nothing when all tasks were in the zone that is lost', () => {
    const lost = computeConditions(facts({ tasksByZone: { a: 6 }, faults: [fault('network', 'a')] }));
    expect(lost).toMatchObject({ healthyTasks: 0, unhealthyTasks: 6, refusedShare: 1, errorShare: 0 });
  });

  test('get errors where too few are left', () => {
    expect(computeConditions(facts({ tasksByZone: { a: 1 } })).errorShare).toBeGreaterThan(0.5);
  });

  test('get errors of a release that is bad, as many as it has tasks', () => {
    expect(computeConditions(facts({ badShare: 0.5 })).errorShare).toBe(0.25);
    expect(computeConditions(facts({ badShare: 1 })).latencyFactor).toBe(4);
  });

  test('notice little of a writer that moves, and less than an alarm rings for', () => {
    const { errorShare, isDatabaseFailingOver } = computeConditions(facts({ faults: [fault('database', 'a')] }));
    expect(isDatabaseFailingOver).toBe(true);
    expect(errorShare).toBeGreaterThan(0);
    expect(errorShare).toBeLessThan(0.01);
  });

  test('are never served more than there is, whatever happens', () => {
    const count = fc.nat({ max: 50 });
    const kind = fc.constantFrom<Fault['kind']>('network', 'tasks', 'database', 'cache', 'shift', 'stream');
    fc.assert(
      fc.property(
        fc.record({ a: count, b: count, c: count }),
        fc.integer({ min: 1, max: 50 }),
        fc.array(fc.record({ kind, zone: fc.constantFrom('a', 'b', 'c', ''), resource: fc.constant('') }), { maxLength: 6 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (tasksByZone, desiredTasks, faults, badShare) => {
          const all = computeConditions({ zones, tasksByZone, desiredTasks, faults, badShare });
          for (const share of [all.errorShare, all.refusedShare, ...all.zones.map((zone) => zone.requestShare)]) {
            expect(share).toBeGreaterThanOrEqual(0);
            expect(share).toBeLessThanOrEqual(1);
          }
          expect(all.healthyTasks + all.unhealthyTasks).toBe(tasksByZone.a + tasksByZone.b + tasksByZone.c);
          expect(all.latencyFactor).toBeGreaterThanOrEqual(1);
        },
      ),
    );
  });
});
