// Plans that are nearly plans: read or refused in words, and what is shown of them fits and does nothing on the page.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readPlan } from '../../../src/actions/plan/read/read-plan.ts';
import {
  commentBudget,
  joinParts,
  renderPlanComment,
  renderSummary,
  summaryBudgetBytes,
} from '../../../src/actions/plan/render/comment.ts';
import { isFailure } from '../../../src/define/failure.ts';
import { failedCheck, outputChange, planJson, resourceChange, stackPlan } from '../../actions/plan/support/plan-json.ts';
import { harms } from './support/harmless.ts';
import { expedition, hostileTexts, mutatedText, mutatedValue } from './support/mutate.ts';

const rich = planJson({
  resource_changes: [
    resourceChange({
      address: 'aws_s3_bucket.exports',
      before: { id: 'exports', tags: { a: 'b' } },
      around: { action_reason: 'x' },
    }),
    resourceChange({
      address: 'aws_db_instance.main',
      actions: ['delete', 'create'],
      before: { password: 'old', list: [1, 2, 3] },
      after: { password: 'new', list: [1, 3], text: 'a\nb' },
      unknown: { arn: true },
      beforeSensitive: { password: true },
      afterSensitive: { password: true },
      replacePaths: [['list', 0]],
    }),
    resourceChange({
      address: 'aws_iam_policy.p',
      before: { policy: '{"Statement":[]}' },
      after: { policy: '{"Statement":[{}]}' },
    }),
  ],
  resource_drift: [resourceChange({ address: 'aws_vpc.main', before: { a: 1 }, after: { a: 2 } })],
  relevant_attributes: [{ resource: 'aws_vpc.main', attribute: ['a'] }],
  output_changes: { url: outputChange('a', 'b') },
  checks: [failedCheck('endpoint', 'answers 503')],
});
const text = JSON.stringify(rich);

function expectGoodPlan(content: string): void {
  const plan = readOrRefuse(content);
  if (plan === undefined) return;
  const comment = joinParts(renderPlanComment([stackPlan(plan)]));
  expect(comment.length).toBeLessThanOrEqual(commentBudget);
  expect(harms(comment)).toEqual([]);
  expect(Buffer.byteLength(renderSummary([stackPlan(plan)]))).toBeLessThanOrEqual(summaryBudgetBytes);
}

function readOrRefuse(content: string) {
  try {
    return readPlan(Buffer.from(content));
  } catch (error) {
    if (!isFailure(error)) throw error;
    expect(`${error.message} ${error.next} ${error.details.join(' ')}`.length).toBeLessThan(5_000);
    return undefined;
  }
}

test('texts that are nearly a plan', () => {
  fc.assert(fc.property(mutatedText([text]), expectGoodPlan), expedition);
});

test('documents that are nearly a plan', () => {
  const documents = mutatedValue([rich]).map((value) => JSON.stringify(value) ?? '');
  fc.assert(fc.property(documents, expectGoodPlan), expedition);
});

describe('whatever a provider, or who wrote the stack, puts into a plan', () => {
  const texts = hostileTexts.map((hostile) => [hostile.slice(0, 30), hostile] as const);
  test.each(texts)('%j', (_beginning, hostile) => {
    const change = resourceChange({
      address: `aws_x.${hostile}`,
      type: hostile,
      before: { [hostile]: hostile, list: [hostile] },
      after: { [hostile]: `${hostile}!`, list: [hostile, hostile] },
    });
    const members = { resource_changes: [change], resource_drift: [change], checks: [failedCheck(hostile, hostile)] };
    expectGoodPlan(JSON.stringify(planJson({ ...members, output_changes: { [hostile]: outputChange(hostile, 'b') } })));
  });

  test.each([1_000, 20_000])('a value that nests %i levels deep', (levels) => {
    const nested = `${'[{"a":'.repeat(levels)}1${'}]'.repeat(levels)}`;
    const json = JSON.stringify(
      planJson({ resource_changes: [resourceChange({ before: { deep: 'HERE' }, after: { deep: 1 } })] }),
    );
    expectGoodPlan(json.replace('"HERE"', nested));
  });

  test('many resources with names that are long', () => {
    const changes = Array.from({ length: 500 }, (_, index) =>
      resourceChange({ address: `aws_x.${'y'.repeat(2_000)}${index}`, before: { a: 'b'.repeat(2_000) }, after: { a: 'c' } }),
    );
    expectGoodPlan(JSON.stringify(planJson({ resource_changes: changes })));
  });
});
