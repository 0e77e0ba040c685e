// Which drift a person should hear of.
import { describe, expect, test } from '@jest/globals';
import { readPlan } from '../../../src/actions/plan/read/read-plan.ts';

const change = (address: string, before: object | null, after: object | null) => ({
  address,
  type: address.split('.')[0],
  mode: 'managed',
  change: {
    actions: after === null ? ['delete'] : ['update'],
    before,
    after,
    after_unknown: {},
    before_sensitive: {},
    after_sensitive: {},
  },
});

function driftOf(plan: object): readonly string[] {
  const json = { format_version: '1.2', ...plan };
  const { drift } = readPlan(Buffer.from(JSON.stringify(json)));
  return drift.map(({ address, attributes }) => `${address}: ${attributes().map(({ key }) => key)}`);
}

const byHand = change('aws_sqs_queue.jobs', { delay: 5, policy: null }, { delay: 9, policy: '' });

describe('drift', () => {
  test('is told where it took part in the plan', () => {
    const relevant_attributes = [{ resource: 'aws_sqs_queue.jobs', attribute: ['delay', 0] }];
    expect(driftOf({ resource_drift: [byHand], relevant_attributes })).toEqual(['aws_sqs_queue.jobs: delay']);
  });

  test('is told where the plan puts it right', () => {
    const resource_changes = [change('aws_sqs_queue.jobs', { delay: 9 }, { delay: 5 })];
    expect(driftOf({ resource_drift: [byHand], resource_changes, relevant_attributes: [] })).toEqual([
      'aws_sqs_queue.jobs: delay',
    ]);
  });

  test('is told where something was deleted, whatever the plan is about', () => {
    const resource_drift = [change('aws_sqs_queue.jobs', { delay: 5 }, null)];
    expect(driftOf({ resource_drift, relevant_attributes: [] })).toHaveLength(1);
  });

  test('is all there is to tell of a refresh-only plan, which names nothing as relevant', () => {
    expect(driftOf({ resource_drift: [byHand] })).toEqual(['aws_sqs_queue.jobs: delay']);
  });

  test('is not told where a provider merely reads again, or where it has no part in the plan', () => {
    const filledIn = change('aws_x.y', { a: null, c: '', d: null }, { a: '', c: null, d: { e: [], f: 0 } });
    expect(driftOf({ resource_drift: [filledIn] })).toEqual([]);
    expect(driftOf({ resource_drift: [byHand], relevant_attributes: [] })).toEqual([]);
    expect(driftOf({ resource_drift: [byHand], resource_changes: [] })).toEqual([]);
  });
});
