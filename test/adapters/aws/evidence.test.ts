import { describe, expect, test } from '@jest/globals';
import { openEvidence } from '../../../src/adapters/aws/evidence.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { type Answer, queryRefusal, refusal, withScriptedAws } from './scripted-aws.ts';

const aws = withScriptedAws();
const since = new Date('2026-01-31T11:00:00.000Z');
const open = (clock = manualClock()) => openEvidence(aws.config(), { clock });
const query = { pattern: 'error', since, most: 10 };
const group = '/aws/ecs/assess-staging-app';

const groups: Answer = { body: { logGroups: [{ logGroupName: group }, { logGroupName: `${group}-other` }] } };
const started: Answer = { body: { queryId: 'q-1' } };
const result = (status: string, ...messages: readonly string[]): Answer => {
  const rows = messages.map((value, index) => [
    { field: '@timestamp', value: `2026-01-31 11:5${index}:00.000` },
    { field: '@log', value: `123456789012:${group}` },
    { field: '@message', value },
  ]);
  return { body: { status, results: rows } };
};
const operations = () => aws.asked().map(({ operation }) => operation);

describe('logs', () => {
  test('are searched where there are any, waited for, and told newest first', async () => {
    aws.answer(groups, started, result('Scheduled'), result('Running', 'half'), result('Complete', 'older error', 'newer error'));
    const clock = manualClock();
    expect(await open(clock).logs([group], query)).toEqual([
      { at: '2026-01-31T11:51:00.000Z', group, message: 'newer error' },
      { at: '2026-01-31T11:50:00.000Z', group, message: 'older error' },
    ]);
    expect(JSON.parse(aws.asked()[1]?.body ?? '')).toEqual({
      logGroupNames: [group],
      queryString: 'fields @timestamp, @log, @message | filter @message like /error/ | sort @timestamp desc | limit 10',
      startTime: since.getTime() / 1000,
      endTime: Date.parse('2026-01-31T12:00:00.000Z') / 1000,
    });
    expect(clock.sleptSeconds).toEqual([1, 1]);
  });

  test('are none where there is no such group: Insights would refuse the whole question', async () => {
    aws.answer({ body: { logGroups: [] } });
    expect(await open().logs(['/aws/ecs/nobody'], query)).toEqual([]);
    expect(operations()).toEqual(['DescribeLogGroups']);
  });

  test('a slash does not end the pattern', async () => {
    aws.answer(groups, started, result('Complete'));
    await open().logs([group], { ...query, pattern: 'a/b|c\\/d' });
    expect(JSON.parse(aws.asked()[1]?.body ?? '').queryString).toContain('like /a\\/b|c\\/d/ |');
  });

  test.each(['Failed', 'Timeout', 'Cancelled'])('a query that ends as %s is a failure, and is stopped', async (status) => {
    aws.answer(groups, started, result(status), { body: { success: true } });
    await expect(open().logs([group], query)).rejects.toMatchObject({ code: 'logs/query-failed' });
    expect(operations().at(-1)).toBe('StopQuery');
  });

  test('a query that does not end is given up after two minutes, and stopped', async () => {
    aws.answer(groups, started, ...Array.from({ length: 130 }, () => result('Running')));
    const clock = manualClock();
    await expect(open(clock).logs([group], query)).rejects.toMatchObject({
      message: expect.stringContaining('still running after two minutes'),
    });
    expect(clock.now().toISOString()).toBe('2026-01-31T12:02:00.000Z');
    expect(operations().at(-1)).toBe('StopQuery');
  });

  test('a refusal says which permission is missing', async () => {
    aws.answer(groups, refusal(400, 'AccessDeniedException'));
    await expect(open().logs([group], query)).rejects.toMatchObject({
      code: 'aws/access-denied',
      next: expect.stringContaining('logs:StartQuery'),
    });
  });
});

describe('changes', () => {
  const event = (name: string) => ({
    EventTime: 1_769_860_000,
    EventSource: 'ecs.amazonaws.com',
    EventName: name,
    Username: 'mallory',
    Resources: [{ ResourceName: 'assess-staging-app' }, {}],
  });

  test('are read page by page, as many as are wanted', async () => {
    aws.answer(
      { body: { Events: [event('A'), event('B')], NextToken: 'more' } },
      { body: { Events: [event('C')], NextToken: 'more' } },
    );
    expect((await open().changes(since, 3)).map(({ call }) => call)).toEqual(['ecs:A', 'ecs:B', 'ecs:C']);
    expect(JSON.parse(aws.asked()[0]?.body ?? '')).toMatchObject({
      LookupAttributes: [{ AttributeKey: 'ReadOnly', AttributeValue: 'false' }],
      StartTime: since.getTime() / 1000,
    });
    expect(aws.asked()).toHaveLength(2);
  });

  test('tell who, what and of what', async () => {
    aws.answer({ body: { Events: [event('UpdateService')] } });
    expect(await open().changes(since, 3)).toEqual([
      { at: '2026-01-31T11:46:40.000Z', call: 'ecs:UpdateService', by: 'mallory', resources: ['assess-staging-app'] },
    ]);
  });
});

describe('stopped tasks', () => {
  test('tell why, and which of their containers ended badly', async () => {
    const containers = [
      { name: 'app', exitCode: 137, reason: 'OutOfMemoryError: container killed' },
      { name: 'proxy', exitCode: 0 },
      { name: 'init', reason: 'CannotPullContainerError' },
    ];
    const task = {
      taskArn: 'arn:task/1',
      stoppedAt: 1_769_860_000,
      stoppedReason: 'Essential container in task exited',
      containers,
    };
    aws.answer({ body: { taskArns: ['arn:task/1'] } }, { body: { tasks: [task] } });
    expect(await open().stoppedTasks('assess-staging', 'assess-staging-app')).toMatchObject([
      {
        stoppedAt: '2026-01-31T11:46:40.000Z',
        reason: 'Essential container in task exited',
        containers: ['app: exit code 137, OutOfMemoryError: container killed', 'init: CannotPullContainerError'],
      },
    ]);
  });

  test('are none of a cluster that is not there', async () => {
    aws.answer(refusal(400, 'ClusterNotFoundException'));
    expect(await open().stoppedTasks('nobody', 'app')).toEqual([]);
  });
});

test('of target groups only those that begin so are asked, and one that went meanwhile has no targets', async () => {
  const member = (name: string) =>
    `<member><TargetGroupName>${name}</TargetGroupName><TargetGroupArn>arn:${name}</TargetGroupArn></member>`;
  const listed = `<TargetGroups>${member('assess-staging-app')}${member('payments')}</TargetGroups>`;
  aws.answer(
    {
      body: `<DescribeTargetGroupsResponse><DescribeTargetGroupsResult>${listed}</DescribeTargetGroupsResult></DescribeTargetGroupsResponse>`,
    },
    queryRefusal(400, 'TargetGroupNotFound'),
  );
  expect(await open().targetHealth('assess-staging')).toEqual([]);
  expect(aws.asked().map(({ body }) => new URLSearchParams(body).get('TargetGroupArn'))).toEqual([
    null,
    'arn:assess-staging-app',
  ]);
});
