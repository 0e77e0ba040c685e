// Every alarm that the stacks make is known by its name, with what it means and the runbook for it.
import { expect, test } from '@jest/globals';
import { computePlaces } from '../../../../src/actions/kpi/places.ts';
import { knownAlarms } from '../../../../src/actions/runbook/incident/known-alarms.ts';
import { catalogue } from '../../../../src/kpis/index.ts';
import { resources } from '../../game-day/support/stage.ts';

const places = computePlaces(resources, { region: 'eu-west-2', apiName: 'assess-staging' });
const known = knownAlarms(catalogue, { environment: 'staging', platform: places, service: places });

test.each([
  ['assess-staging-app-errors', 'Errors', 'errors', 'critical', 'ecs-rollback'],
  ['assess-staging-app-a-zone-errors', undefined, undefined, undefined, undefined],
  ['assess-staging-app-zone-a-errors', 'Errors by zone (a)', 'zone-errors', 'major', 'az-evacuation'],
  ['assess-staging-app-trouble', 'The service fails or is slow for its users', 'trouble', 'critical', 'ecs-rollback'],
  ['assess-staging-student-impact', 'Students notice', 'student-impact', 'critical', 'collect-diagnostics'],
  [
    'assess-staging-app-slo-availability-page',
    'Availability: the error budget burns fast',
    'slo-availability',
    'critical',
    'ecs-rollback',
  ],
  ['assess-staging-app-slo-latency-ticket', 'Latency: the error budget burns slowly', 'slo-latency', 'minor', 'ecs-scale'],
])('%s', (name, title, kpi, severity, runbook) => {
  const found = known.get(name);
  expect([found?.title, found?.kpi, found?.severity, found?.runbook]).toEqual([title, kpi, severity, runbook]);
});

test('windows of a burn rate tell nobody: the composite does, and sums them up', () => {
  const page = known.get('assess-staging-app-slo-availability-page');
  expect(page?.members).toEqual([
    'assess-staging-app-slo-availability-fast-1h',
    'assess-staging-app-slo-availability-fast-5m',
    'assess-staging-app-slo-availability-slow-6h',
    'assess-staging-app-slo-availability-slow-30m',
  ]);
  expect(page?.members.map((name) => known.get(name)?.tells)).toEqual([false, false, false, false]);
});

test('a threshold that depends on the size of the environment is not drawn', () => {
  const watched = [...known.values()].filter(({ watched: one }) => one !== undefined);
  expect(watched.length).toBeGreaterThan(20);
  expect(known.get('assess-staging-app-errors')?.watched?.threshold).toBe(1);
  expect(known.get('assess-staging-database-memory')?.watched).not.toHaveProperty('threshold');
});

test('where nothing was found of an environment, its alarms are known all the same', () => {
  const bare = knownAlarms(catalogue, { environment: 'staging', platform: {}, service: {} });
  expect(bare.get('assess-staging-app-errors')).toMatchObject({ title: 'Errors', runbook: 'ecs-rollback' });
  expect([...bare.values()].filter(({ watched }) => watched && !watched.periodSeconds)).toEqual([]);
});

test('a preview has its own', () => {
  const preview = knownAlarms(catalogue, { environment: 'pr-7', platform: places, service: places });
  expect(preview.has('assess-pr-7-app-errors')).toBe(true);
  expect(preview.has('assess-pr-7-app-slo-availability-page')).toBe(false);
});
