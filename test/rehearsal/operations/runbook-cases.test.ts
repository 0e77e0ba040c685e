// The cases that the rehearsal plays: every runbook has one, and every one that changes something also fails in its middle.
import { expect, test } from '@jest/globals';
import { wordsOfFailure } from '../../../src/rehearsal/operations/runbook-case.ts';
import { findUnplayed, lanes } from '../../../src/rehearsal/operations/runbook-cases.ts';
import { runbooks } from '../../../src/runbooks/index.ts';

const cases = lanes.flat();

test('every runbook of the index has a case, and no other has one', () => {
  expect(findUnplayed(runbooks)).toEqual([]);
});

test('a runbook without a case is told by its name, and so is a case without its runbook', () => {
  expect(findUnplayed([...runbooks, { id: 'reboot-everything' }])).toEqual(['reboot-everything']);
  expect(findUnplayed(runbooks.filter(({ id }) => id !== 'ecs-scale'))).toEqual(['ecs-scale']);
});

test('a runbook has one case', () => {
  expect(cases.length).toBe(new Set(cases.map(({ runbook }) => runbook)).size);
});

test('whatever changes something has a failure planted', () => {
  const unplanted = cases.filter(({ failure }) => !failure).map(({ runbook }) => runbook);
  const readOnly = runbooks.filter(({ calls }) => Object.keys(calls.writes).length === 0).map(({ id }) => id);
  expect(unplanted).toEqual(readOnly);
});

test.each([
  [{ kind: 'alarm', alarm: 'database-cpu' } as const, 'database-cpu rings'],
  [{ kind: 'denied', trap: { call: 'ecs:UpdateService' } } as const, 'ecs:UpdateService denied'],
  [{ kind: 'denied', trap: { call: 's3:GET /bucket/previews/lease.json' } } as const, 's3:GET …/lease.json denied'],
  [{ kind: 'cancelled', step: 'redeploy' } as const, 'cancelled in redeploy'],
])('%j is told as "%s"', (failure, words) => {
  expect(wordsOfFailure(failure)).toBe(words);
});
