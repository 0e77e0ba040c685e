import { describe, expect, test } from '@jest/globals';
import type { Result } from '../../../../src/rehearsal/workflows/records.ts';
import { combineResults, jobStatusFunctions, resultWithoutRunning } from '../../../../src/rehearsal/workflows/rules/outcomes.ts';

describe('the status functions of a job', () => {
  test.each<[Readonly<Record<string, Result>>, boolean, boolean, boolean]>([
    [{}, false, true, false],
    [{ a: 'success', b: 'success' }, false, true, false],
    [{ a: 'success', b: 'skipped' }, false, false, false],
    [{ a: 'skipped', b: 'success' }, false, false, false],
    [{ a: 'failure', b: 'skipped' }, false, false, true],
    [{ a: 'cancelled' }, true, false, false],
    [{ a: 'success' }, true, false, false],
  ])('after %j, cancelled %j: success %j, failure %j', (results, cancelled, success, failure) => {
    const functions = jobStatusFunctions(new Map(Object.entries(results)), cancelled);
    expect(functions.success?.([])).toBe(success);
    expect(functions.failure?.([])).toBe(failure);
    expect(functions.cancelled?.([])).toBe(cancelled);
    expect(functions.always?.([])).toBe(true);
  });

  test('can ask for some jobs only', () => {
    const functions = jobStatusFunctions(
      new Map<string, Result>([
        ['a', 'success'],
        ['b', 'failure'],
      ]),
      false,
    );
    expect([functions.success?.(['a']), functions.success?.(['a', 'b']), functions.failure?.(['a'])]).toEqual([
      true,
      false,
      false,
    ]);
  });
});

test.each<[readonly Result[], Result]>([
  [[], 'success'],
  [['success', 'skipped'], 'success'],
  [['skipped', 'skipped'], 'skipped'],
  [['cancelled', 'success'], 'cancelled'],
  [['cancelled', 'failure'], 'failure'],
])('%j make a %s', (results, expected) => {
  expect(combineResults(results)).toBe(expected);
});

test('a job that waited when its run was cancelled is cancelled; one that would not have run anyway is skipped', () => {
  expect(resultWithoutRunning(new Map([['a', 'success']]), true)).toBe('cancelled');
  expect(resultWithoutRunning(new Map([['a', 'cancelled']]), true)).toBe('skipped');
  expect(resultWithoutRunning(new Map([['a', 'success']]), false)).toBe('skipped');
});
