import { describe, expect, test } from '@jest/globals';
import { planCapacity } from '../../src/stacks/capacity.ts';
import { isProfileName, profileNames, profiles } from '../../src/stacks/profiles.ts';

const all = profileNames.map((name) => [name, profiles[name]] as const);

describe('profiles', () => {
  test.each(all)('%s knows its own name, and says what it is for', (name, profile) => {
    expect(profile.name).toBe(name);
    expect(profile.about).not.toBe('');
    expect(isProfileName(name)).toBe(true);
  });

  test.each(['Production', 'toString', ''])('%j is none', (text) => {
    expect(isProfileName(text)).toBe(false);
  });

  test.each(all)('%s can be planned', (_name, { concurrentStudents, zones }) => {
    expect(planCapacity(concurrentStudents, zones).tasks.min).toBeGreaterThanOrEqual(zones);
  });

  /** https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-cpu-memory-error.html */
  const fargateGib: Readonly<Record<number, readonly number[]>> = {
    256: [0.5, 1, 2],
    512: [1, 2, 3, 4],
    1024: [2, 3, 4, 5, 6, 7, 8],
    2048: [4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16],
  };

  test.each(all)('the tasks of %s have a size that Fargate offers', (_name, { task }) => {
    expect(fargateGib[task.cpuUnits]).toContain(task.memoryMib / 1024);
  });

  test.each(all)('the backups of %s are kept for as long as Aurora can, at most', (_name, { database }) => {
    expect(database.backupDays).toBeGreaterThanOrEqual(1);
    expect(database.backupDays).toBeLessThanOrEqual(35);
  });
});

test.each(all)('%s lets GitHub start its game days, unless somebody asks for more', (_name, { gameDaySchedule }) => {
  expect(gameDaySchedule).toBe('off');
});

test('production was ordered for 100,000 students, and survives the loss of a zone', () => {
  const { concurrentStudents, zones, natGateways, database, cacheNodes, isProtected } = profiles.production;
  expect({ concurrentStudents, zones, natGateways, cacheNodes, isProtected }).toEqual({
    concurrentStudents: 100_000,
    zones: 3,
    natGateways: 'one-per-zone',
    cacheNodes: 2,
    isProtected: true,
  });
  expect(database.instances).toBeGreaterThanOrEqual(2);
});

test('staging differs from production in size alone', () => {
  const { name, about, concurrentStudents, database, ...shape } = profiles.staging;
  expect(profiles.production).toMatchObject(shape);
  expect(database).toEqual({ ...profiles.production.database, backupDays: 7 });
});

test('a preview leaves nothing behind, and costs what is needed', () => {
  expect(profiles.preview).toMatchObject({
    natGateways: 'one',
    interfaceEndpoints: false,
    auditTrail: false,
    gameDays: false,
    isProtected: false,
    stream: 'on-demand',
    database: { kind: 'serverless', instances: 1 },
  });
});
