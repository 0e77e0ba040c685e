// Streams, address sets, API limits and queues: what rare answers of AWS mean, which its emulator does not give.
import { describe, expect, test } from '@jest/globals';
import { openAddressSets } from '../../../src/adapters/aws/address-sets.ts';
import { openApiLimits } from '../../../src/adapters/aws/api-limits.ts';
import type { AwsClientConfig } from '../../../src/adapters/aws/client-config.ts';
import { openQueues } from '../../../src/adapters/aws/queues.ts';
import { openStreams } from '../../../src/adapters/aws/streams.ts';
import { failureOf } from '../terraform/support.ts';
import { refusal, withScriptedAws } from './scripted-aws.ts';

const queue = { arn: 'arn:aws:sqs:eu-west-2:123456789012:dead', name: 'dead', messages: 1, inFlight: 0 };
const set = {
  id: 'id',
  arn: 'arn:set',
  name: 'blocked',
  description: 'Ours',
  addresses: [],
  lock: 'lock',
  expiries: {},
  roomForExpiries: 1,
};
const stage = { apiId: 'api', stage: 'v1' };

describe('AWS', () => {
  const aws = withScriptedAws();

  test.each<[string, (config: AwsClientConfig) => Promise<unknown>]>([
    ['kinesis:DescribeStreamSummary', (config) => openStreams(config).describe('events')],
    ['kinesis:DescribeLimits', (config) => openStreams(config).limits()],
    ['kinesis:UpdateShardCount', (config) => openStreams(config).setShards('events', 2)],
    ['wafv2:ListIPSets', (config) => openAddressSets(config).find('blocked')],
    ['wafv2:UpdateIPSet', (config) => openAddressSets(config).replace(set, [])],
    ['wafv2:TagResource', (config) => openAddressSets(config).setExpiry(set, '192.0.2.1/32', '2026-01-31T12:00:00.000Z')],
    ['wafv2:UntagResource', (config) => openAddressSets(config).setExpiry(set, '192.0.2.1/32', undefined)],
    ['apigateway:GET', (config) => openApiLimits(config).stage('api', 'v1')],
    ['apigateway:GET', (config) => openApiLimits(config).usagePlans(stage)],
    ['apigateway:PATCH', (config) => openApiLimits(config).setStage(stage, { rate: 1, burst: 1 })],
    ['apigateway:PATCH', (config) => openApiLimits(config).setUsagePlan('plan', undefined)],
    ['sqs:GetQueueUrl', (config) => openQueues(config).describe('dead')],
    ['sqs:ListMessageMoveTasks', (config) => openQueues(config).moves(queue)],
    ['sqs:StartMessageMoveTask', (config) => openQueues(config).startMove(queue, { perSecond: 1 })],
    ['sqs:CancelMessageMoveTask', (config) => openQueues(config).cancelMove('handle')],
  ])('denies %s, and is asked for nothing else', async (permission, ask) => {
    aws.answer(refusal(403, 'AccessDeniedException'));
    const made: string[] = [];
    const failure = await failureOf(ask({ ...aws.config(), onCall: (call) => void made.push(call) }));
    expect(failure).toMatchObject({ code: 'aws/access-denied', next: expect.stringContaining(permission) });
    expect(made).toEqual([permission]);
  });

  test('is not asked what nobody may ask', async () => {
    const onCall = (call: string) => {
      throw new Error(`not ${call}`);
    };
    await failureOf(openQueues({ ...aws.config(), onCall }).startMove(queue, { perSecond: 1 }));
    expect(aws.asked()).toEqual([]);
  });

  test('tells of IP sets and their tags in pages', async () => {
    aws.answer(
      { body: { IPSets: [{ Name: 'other', Id: 'other' }], NextMarker: 'more' } },
      { body: { IPSets: [{ Name: 'blocked', Id: 'id' }], NextMarker: 'end' } },
      { body: { IPSets: [], NextMarker: 'end' } },
      { body: { IPSet: { ARN: 'arn:set', Addresses: ['192.0.2.1/32'] }, LockToken: 'lock' } },
      { body: { TagInfoForResource: { TagList: [{ Key: 'Owner', Value: 'us' }] }, NextMarker: 'more' } },
      { body: { TagInfoForResource: { TagList: [{ Key: 'expires:192.0.2.1/32', Value: 'then' }] } } },
    );
    expect(await openAddressSets(aws.config()).find('blocked')).toMatchObject({
      addresses: ['192.0.2.1/32'],
      expiries: { '192.0.2.1/32': 'then' },
      roomForExpiries: 48,
    });
    expect(aws.asked().map(({ operation }) => operation)).toEqual([
      ...Array.from({ length: 3 }, () => 'ListIPSets'),
      'GetIPSet',
      'ListTagsForResource',
      'ListTagsForResource',
    ]);
  });

  test('keeps the description of a set that is written, and says when somebody else was faster', async () => {
    aws.answer({ body: { NextLockToken: 'next' } }, refusal(400, 'WAFOptimisticLockException'));
    const sets = openAddressSets(aws.config());
    expect([await sets.replace(set, ['192.0.2.1/32']), await sets.replace(set, [])]).toEqual([true, false]);
    expect(JSON.parse(aws.asked()[0]?.body ?? '')).toMatchObject({ Description: 'Ours', LockToken: 'lock', Scope: 'REGIONAL' });
  });

  test('may have two APIs of one name: nobody guesses which', async () => {
    aws.answer({
      body: {
        item: [
          { id: 'one', name: 'api' },
          { id: 'two', name: 'api' },
        ],
      },
    });
    expect(await failureOf(openApiLimits(aws.config()).stage('api', 'v1'))).toMatchObject({ code: 'aws/ambiguous-name' });
  });

  test('says of a stage that throttles nothing that it has no limit', async () => {
    const methodSettings = { '*/*': { throttlingRateLimit: -1, throttlingBurstLimit: -1, metricsEnabled: true } };
    aws.answer({ body: { item: [{ id: 'one', name: 'api' }] } }, { body: { stageName: 'v1', methodSettings } });
    expect(await openApiLimits(aws.config()).stage('api', 'v1')).toEqual({ apiId: 'one', stage: 'v1' });
  });

  test.each(['ResourceNotFoundException', 'UnsupportedOperation'])('has nothing to cancel any more: %s', async (name) => {
    aws.answer(refusal(400, name));
    expect(await openQueues(aws.config()).cancelMove('handle')).toBeUndefined();
  });
});
