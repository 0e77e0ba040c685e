import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { assumptions, type Capacity, databaseLimits, planCapacity } from '../../src/stacks/capacity.ts';
import { type Database, profiles } from '../../src/stacks/profiles.ts';

describe('the sizes that were ordered', () => {
  test.each<[students: number, zones: number, wanted: Partial<Capacity>]>([
    [
      100_000,
      3,
      {
        tasks: { min: 10, max: 200 },
        shards: 10,
        databaseConnections: 4000,
        databaseClass: 'db.r6g.2xlarge',
        cacheNode: 'cache.r6g.xlarge',
      },
    ],
    [5_000, 3, { tasks: { min: 3, max: 10 }, shards: 1, databaseClass: 'db.r6g.large', cacheNode: 'cache.t4g.small' }],
    [200, 2, { tasks: { min: 2, max: 2 }, shards: 1, databaseClass: 'db.r6g.large', cacheNode: 'cache.t4g.small' }],
    [1, 3, { tasks: { min: 3, max: 3 }, shards: 1 }],
  ])('%i students in %i zones', (students, zones, wanted) => {
    expect(planCapacity(students, zones)).toMatchObject(wanted);
  });
});

/** As many as the largest cache node holds. */
const mostStudents = 700_000;
const students = fc.integer({ min: 1, max: mostStudents });
const zones = fc.constantFrom(2, 3);

/** Smallest first, as in the tables of AWS. */
const classes = ['db.r6g.large', 'db.r6g.xlarge', 'db.r6g.2xlarge'];
const maxConnections: Readonly<Record<string, number>> = {
  'db.r6g.large': 1802,
  'db.r6g.xlarge': 3604,
  'db.r6g.2xlarge': 5000,
};
const nodeGib: Readonly<Record<string, number>> = {
  'cache.t4g.small': 1.37,
  'cache.t4g.medium': 3.09,
  'cache.r6g.large': 13.07,
  'cache.r6g.xlarge': 26.32,
  'cache.r6g.2xlarge': 52.82,
  'cache.r6g.4xlarge': 105.81,
};

describe('for any number of students', () => {
  const holds = (what: string, property: (plan: Capacity, students: number, zones: number) => boolean) =>
    test(what, () => {
      fc.assert(fc.property(students, zones, (count, inZones) => property(planCapacity(count, inZones), count, inZones)));
    });

  holds('the fleet has a task in each zone, and never a smaller peak than idle', ({ tasks }, _students, inZones) => {
    return tasks.min >= inZones && tasks.min <= tasks.max;
  });

  holds('the peak fleet serves all of them', ({ tasks }, count) => tasks.max * assumptions.studentsPerTask.value >= count);

  holds('the shards take 1,000 records and 1 MB a second each, with headroom', ({ shards }, count) => {
    const recordsPerSecond = ((count * assumptions.eventsPerStudentPerMinute.value) / 60) * assumptions.headroom.value;
    const enough = shards * 1000 >= recordsPerSecond && shards * 1_000_000 >= recordsPerSecond * assumptions.bytesPerEvent.value;
    return Number.isInteger(shards) && enough && (shards === 1 || (shards - 1) * 1000 < recordsPerSecond);
  });

  holds('the class takes all connections, or is the largest there is', ({ databaseClass, databaseConnections }) => {
    return databaseClass === 'db.r6g.2xlarge' || (maxConnections[databaseClass] ?? 0) >= databaseConnections;
  });

  holds('three quarters of the cache node hold all sessions, with headroom', ({ cacheNode }, count) => {
    const usableBytes = (nodeGib[cacheNode] ?? 0) * 1024 ** 3 * 0.75;
    return usableBytes >= count * assumptions.sessionBytes.value * assumptions.headroom.value;
  });

  test('more students never get less', () => {
    fc.assert(
      fc.property(students, students, zones, (one, other, inZones) => {
        const [few, many] = [Math.min(one, other), Math.max(one, other)].map((count) => measures(planCapacity(count, inZones)));
        few?.forEach((measure, index) => {
          expect(many?.[index]).toBeGreaterThanOrEqual(measure);
        });
      }),
    );
  });
});

function measures({ tasks, shards, databaseConnections, databaseClass, cacheNode }: Capacity) {
  const ranks = [classes.indexOf(databaseClass), Object.keys(nodeGib).indexOf(cacheNode)];
  return [tasks.min, tasks.max, shards, databaseConnections, ...ranks];
}

describe('the limits of the database', () => {
  const provisioned = profiles.production.database;
  const serverless = (maxCapacity: number): Database => {
    return { kind: 'serverless', instances: 1, backupDays: 1, minCapacity: 0.5, maxCapacity };
  };

  test.each([
    ['an instance of the peak', provisioned, 100_000, 5000, 64],
    ['an instance of staging', provisioned, 5_000, 1802, 16],
    ['two capacity units', serverless(2), 200, 450, 4],
    ['very many capacity units', serverless(128), 200, 5000, 256],
  ])('of %s', (_what, database, count, connections, gib) => {
    expect(databaseLimits(database, planCapacity(count, 3))).toEqual({
      'database-connections': connections,
      'database-memory-bytes': gib * 1024 ** 3,
    });
  });

  test('are those of the class, whatever the size', () => {
    fc.assert(
      fc.property(students, zones, (count, inZones) => {
        const plan = planCapacity(count, inZones);
        return databaseLimits(provisioned, plan)['database-connections'] === maxConnections[plan.databaseClass];
      }),
    );
  });
});

test('beyond the largest cache node it says so instead of guessing', () => {
  expect(() => planCapacity(mostStudents, 3)).not.toThrow();
  expect(() => planCapacity(1_000_000, 3)).toThrow(
    new RangeError('1000000 students need 150 GiB of cache: more than one node has'),
  );
});

test('every number that nobody measured is called an assumption, with its unit and what it stands for', () => {
  for (const assumption of Object.values(assumptions)) {
    expect(assumption).toEqual({
      value: expect.any(Number),
      unit: expect.stringMatching(/./),
      about: expect.stringMatching(/./),
    });
  }
});
