import { describe, expect, test } from '@jest/globals';
import { type Kpi, kpiGroups, type Level } from '../../src/define/kpi.ts';
import { computeAlarms } from '../../src/kpis/alarms.ts';
import { catalogue } from '../../src/kpis/index.ts';
import { inputsOf, levelAt, metricsOf, placesOf } from '../../src/kpis/measure.ts';
import { limits, platformFacts, platformNames, serviceFacts, serviceNames } from './support/facts.ts';

const { kpis, slos } = catalogue;
const level = (of: Level) => levelAt(of, limits);

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_MetricDatum.html */
const cloudWatchUnits =
  'Seconds Microseconds Milliseconds Bytes Kilobytes Megabytes Gigabytes Terabytes Bits Kilobits Megabits Gigabits Terabits Percent Count Bytes/Second Kilobytes/Second Megabytes/Second Gigabytes/Second Terabytes/Second Bits/Second Kilobits/Second Megabits/Second Gigabits/Second Terabits/Second Count/Second None'.split(
    ' ',
  );

test('ids are unique, of the KPIs and of all alarms of a layer', () => {
  const repeated = (ids: readonly string[]) => ids.filter((id, index) => ids.indexOf(id) !== index);
  expect(repeated(kpis.map(({ id }) => id))).toEqual([]);
  expect(repeated(slos.map(({ id }) => id))).toEqual([]);
  for (const { alarms, composites } of [computeAlarms(platformFacts()), computeAlarms(serviceFacts())])
    expect(repeated([...alarms, ...composites].map(({ id }) => id))).toEqual([]);
});

test('every group has a KPI', () => {
  expect(Object.keys(kpiGroups).filter((group) => !kpis.some((kpi) => kpi.group === group))).toEqual([]);
});

describe.each(kpis.map((kpi) => [kpi.id, kpi] as const))('%s', (_id, kpi) => {
  const { measure, layer, unit, good, target, alarm, periodSeconds } = kpi;

  test('is measured where its layer knows the names, in a unit of CloudWatch', () => {
    const known: readonly string[] = Object.keys(layer === 'platform' ? platformNames : serviceNames);
    expect(placesOf(measure).filter((place) => !known.includes(place))).toEqual([]);
    expect(placesOf(measure).filter((place) => ['cache-node', 'zone'].includes(place)).length).toBeLessThanOrEqual(1);
    expect(cloudWatchUnits).toContain(unit);
  });

  test('says in a line what is wrong, or what it tells', () => {
    expect(kpi.about).toMatch(/^[A-Z][ -~]+[^.]$/);
  });

  test('is in percent exactly when it is computed so, or its metric is', () => {
    const isPercentage = measure.kind === 'percentage' || measure.kind === 'share';
    const isOfPercent = metricsOf(measure).some(({ name }) => /Utilization|Percentage/.test(name));
    expect(unit === 'Percent').toBe(isPercentage || isOfPercent);
  });

  test('rings on the bad side of its target, if at all', () => {
    const threshold =
      alarm && !(typeof alarm.threshold === 'object' && 'standardDeviations' in alarm.threshold) && alarm.threshold;
    if (good === 'neither') expect([target, alarm]).toEqual([undefined, undefined]);
    if (target === undefined || threshold === undefined || threshold === false) return;
    const distance = good === 'high' ? level(target) - level(threshold) : level(threshold) - level(target);
    expect(distance).toBeGreaterThanOrEqual(0);
  });

  test('has an alarm if it has a target, or breaks something off', () => {
    expect(alarm !== undefined).toBe(target !== undefined || kpi.aborts.length > 0 || good !== 'neither');
  });

  test('has data for its period', () => {
    expect(periodSeconds % 60).toBe(0);
  });
});

describe.each([
  ['the platform', computeAlarms(platformFacts())],
  ['a service', computeAlarms(serviceFacts())],
])('CloudWatch takes the alarms of %s', (_whose, { alarms, composites }) => {
  /** https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html */
  test.each(alarms)('$id', ({ periodSeconds, periods, datapoints, measure, description, aborts }) => {
    expect(periodSeconds * periods).toBeLessThanOrEqual(periodSeconds < 3600 ? 86_400 : 604_800);
    expect(datapoints).toBeLessThanOrEqual(periods);
    expect(Object.keys(inputsOf(measure)).length).toBeLessThanOrEqual(10);
    expect(description.length).toBeLessThanOrEqual(1024);
    expect(description).toMatch(/\. Runbook: [a-z-]+$/);
    // A single bad minute never breaks anything off.
    expect(aborts.length === 0 || datapoints >= 2).toBe(true);
  });

  /** https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html */
  test.each(composites)('$id', ({ anyOf, description }) => {
    const ids = alarms.map(({ id }) => id);
    expect(anyOf.flat().filter((id) => !ids.includes(id))).toEqual([]);
    expect(anyOf.flat().length).toBeLessThanOrEqual(100);
    expect(description).toMatch(/\. Runbook: [a-z-]+$/);
  });
});

test('FIS takes five stop conditions at most, and those are alarms of the platform', () => {
  const aborting = kpis.filter((kpi: Kpi) => kpi.layer === 'platform' && kpi.aborts.includes('game-day'));
  expect(aborting.length).toBeGreaterThan(0);
  expect(aborting.length).toBeLessThanOrEqual(5);
});

describe.each(slos.map((slo) => [slo.id, slo] as const))('the objective of %s', (_id, { burnRates, objectivePercent }) => {
  test('leaves a budget', () => {
    expect(objectivePercent).toBeGreaterThan(0);
    expect(objectivePercent).toBeLessThan(100);
  });

  test.each(burnRates)('$id: the short window is a twelfth of the long one', ({ longSeconds, shortSeconds }) => {
    expect(longSeconds / shortSeconds).toBe(12);
  });
});
