// Alarms of CloudWatch: what is asked, and what its answers mean.
import { describe, expect, test } from '@jest/globals';
import { openAlarms } from '../../../src/adapters/aws/alarms.ts';
import { failureOf } from '../terraform/support.ts';
import { refusal, withScriptedAws } from './scripted-aws.ts';

const noon = Date.UTC(2026, 0, 31, 12) / 1000;

const latency = {
  AlarmName: 'assess-staging-app-latency',
  AlarmArn: 'arn:aws:cloudwatch:eu-west-2:123456789012:alarm:assess-staging-app-latency',
  AlarmActions: ['arn:aws:sns:eu-west-2:123456789012:alerts'],
  ActionsEnabled: true,
  StateValue: 'ALARM',
  StateReason: 'Threshold Crossed',
  StateUpdatedTimestamp: noon + 60,
  StateTransitionedTimestamp: noon + 0.25,
  Period: 60,
  EvaluationPeriods: 3,
};

describe('CloudWatch', () => {
  const aws = withScriptedAws();
  const open = () => openAlarms(aws.config());
  const inputs = () => aws.asked().map(({ operation, body }) => ({ operation, ...JSON.parse(body) }));

  test('tells how an alarm stands', async () => {
    aws.answer({ body: { MetricAlarms: [latency] } });
    expect(await open().read([latency.AlarmName])).toEqual([
      {
        name: latency.AlarmName,
        arn: latency.AlarmArn,
        state: 'ALARM',
        reason: 'Threshold Crossed',
        isActionsEnabled: true,
        transitionedAt: '2026-01-31T12:00:00.250Z',
        updatedAt: '2026-01-31T12:01:00.000Z',
        reactionSeconds: 180,
        actionArns: latency.AlarmActions,
      },
    ]);
    expect(inputs()).toEqual([
      {
        operation: 'DescribeAlarms',
        AlarmNames: [latency.AlarmName],
        AlarmTypes: ['MetricAlarm', 'CompositeAlarm'],
        MaxRecords: 100,
      },
    ]);
  });

  const stat = (Period: number) => ({ Id: `m${Period}`, MetricStat: { Metric: {}, Stat: 'Sum', Period } });
  test.each([
    ['a metric', { Period: 60, EvaluationPeriods: 5 }, 300],
    [
      'metrics that are computed with',
      { EvaluationPeriods: 2, Metrics: [stat(60), stat(300), { Id: 'e', Expression: 'm60/m300' }] },
      600,
    ],
    [
      'an expression with a period of its own',
      { EvaluationPeriods: 3, Metrics: [{ Id: 'e', Expression: '1', Period: 120 }] },
      360,
    ],
  ])('lets an alarm of %s ring after some time', async (_, settings, reactionSeconds) => {
    aws.answer({ body: { MetricAlarms: [{ AlarmName: 'a', ...settings }] } });
    expect(await open().read(['a'])).toMatchObject([{ reactionSeconds }]);
  });

  test('has alarms that sum up others: they ring at once', async () => {
    aws.answer({ body: { CompositeAlarms: [{ AlarmName: 'student-impact', StateValue: 'OK', AlarmRule: 'ALARM("a")' }] } });
    expect(await open().read(['student-impact'])).toMatchObject([{ state: 'OK', reactionSeconds: 0 }]);
  });

  test('says little of an alarm: it is neither OK nor does it tell anybody', async () => {
    aws.answer({ body: { MetricAlarms: [{ AlarmName: 'new', StateUpdatedTimestamp: noon }] } });
    expect(await open().read(['new'])).toMatchObject([
      { state: 'INSUFFICIENT_DATA', isActionsEnabled: false, transitionedAt: '2026-01-31T12:00:00.000Z', actionArns: [] },
    ]);
  });

  test('is asked for a hundred alarms a call; the answer has our order, and nothing of what is not there', async () => {
    const names = Array.from({ length: 101 }, (_, index) => `alarm-${index}`);
    aws.answer(
      {
        to: ({ body }) => JSON.parse(body).AlarmNames.length === 100,
        body: { MetricAlarms: [{ AlarmName: 'alarm-7' }, { AlarmName: 'alarm-3' }] },
      },
      { to: ({ body }) => JSON.parse(body).AlarmNames.length === 1, body: { MetricAlarms: [{ AlarmName: 'alarm-100' }] } },
    );
    expect((await open().read(names)).map(({ name }) => name)).toEqual(['alarm-3', 'alarm-7', 'alarm-100']);
  });

  test('is not asked for nothing: it would tell of every alarm', async () => {
    expect(await open().read([])).toEqual([]);
    expect(aws.asked()).toEqual([]);
  });

  test('lists alarms by how they begin, in pages', async () => {
    aws.answer(
      { body: { MetricAlarms: [{ AlarmName: 'x-1' }], CompositeAlarms: [{ AlarmName: 'x-2' }], NextToken: 'more' } },
      { body: { MetricAlarms: [{ AlarmName: 'x-3' }] } },
    );
    expect((await open().withPrefix('x-')).map(({ name }) => name)).toEqual(['x-1', 'x-2', 'x-3']);
    expect(inputs()).toMatchObject([{ AlarmNamePrefix: 'x-' }, { AlarmNamePrefix: 'x-', NextToken: 'more' }]);
  });

  describe('remembers', () => {
    const change = (minute: number, from: string, to: string) => ({
      Timestamp: noon + minute * 60,
      HistoryItemType: 'StateUpdate',
      HistorySummary: `Alarm updated from ${from} to ${to}`,
      HistoryData: JSON.stringify({
        version: '1.0',
        oldState: { stateValue: from, stateReason: 'Before' },
        newState: { stateValue: to, stateReason: 'After', stateReasonData: {} },
      }),
    });
    const of = (name: string) => (asked: { body: string }) => JSON.parse(asked.body).AlarmName === name;
    const since = new Date(noon * 1000);

    test('what changed, of several alarms in the order of time', async () => {
      aws.answer(
        { to: of('a'), body: { AlarmHistoryItems: [change(1, 'OK', 'ALARM')], NextToken: 'more' } },
        { to: of('b'), body: { AlarmHistoryItems: [change(2, 'INSUFFICIENT_DATA', 'OK')] } },
        { to: of('a'), body: { AlarmHistoryItems: [change(3, 'ALARM', 'OK')] } },
      );
      expect(await open().transitions(['a', 'b', 'a'], since)).toEqual([
        { name: 'a', at: '2026-01-31T12:01:00.000Z', from: 'OK', to: 'ALARM' },
        { name: 'b', at: '2026-01-31T12:02:00.000Z', from: 'INSUFFICIENT_DATA', to: 'OK' },
        { name: 'a', at: '2026-01-31T12:03:00.000Z', from: 'ALARM', to: 'OK' },
      ]);
      expect(inputs()[0]).toEqual({
        operation: 'DescribeAlarmHistory',
        AlarmName: 'a',
        AlarmTypes: ['MetricAlarm', 'CompositeAlarm'],
        HistoryItemType: 'StateUpdate',
        StartDate: noon,
        ScanBy: 'TimestampAscending',
        MaxRecords: 100,
      });
    });

    test.each([
      ['no JSON', 'oh'],
      ['null', 'null'],
      ['no states', '{}'],
      ['another state', '{"oldState":{"stateValue":"OK"},"newState":{"stateValue":"SAD"}}'],
    ])('something that is %s: it is left out', async (_, HistoryData) => {
      aws.answer({ body: { AlarmHistoryItems: [{ Timestamp: noon, HistoryData }, change(1, 'OK', 'ALARM')] } });
      expect(await open().transitions(['a'], since)).toHaveLength(1);
    });
  });

  test('throttles at first', async () => {
    aws.answer(refusal(400, 'ThrottlingException', 'Rate exceeded'), { body: { MetricAlarms: [latency] } });
    expect(await open().read([latency.AlarmName])).toHaveLength(1);
  });

  test.each([
    ['no longer takes the credentials', 'ExpiredTokenException', 'aws/credentials-expired'],
    ['denies it', 'AccessDeniedException', 'aws/access-denied'],
  ])('%s', async (_, name, code) => {
    aws.answer(refusal(400, name));
    expect(await failureOf(open().read(['a']))).toMatchObject({ code });
  });
});
