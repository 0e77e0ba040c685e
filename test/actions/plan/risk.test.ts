// What reviewers get to see first.
import { describe, expect, test } from '@jest/globals';
import { heldByType } from '../../../src/actions/plan/resource-kinds.ts';
import { isDangerous, riskOf } from '../../../src/actions/plan/risk.ts';
import { type ChangeFacts, planOf } from './support/plan-json.ts';

const change = (type: string, facts: ChangeFacts) => {
  const [only] = planOf({ type, ...facts }).resources;
  if (only === undefined) throw new Error('no change');
  return only;
};
const gone = { before: { id: 'x' } };
const replaced = { actions: ['delete', 'create'] };
const updated = { before: { a: 1 }, after: { a: 2 } };

test('the riskiest comes first', () => {
  const inOrder = [
    change('aws_rds_cluster', gone),
    change('aws_rds_cluster', replaced),
    change('aws_iam_role', gone),
    change('aws_lb_listener', gone),
    change('aws_rds_cluster', updated),
    change('aws_iam_role_policy', updated),
    change('aws_security_group', { after: {} }),
    change('aws_lb_listener', updated),
    change('aws_lb_listener', { after: {} }),
    change('aws_rds_cluster', { actions: ['no-op'], around: { previous_address: 'x' } }),
  ];
  expect(inOrder.map(riskOf)).toEqual([...inOrder.map(riskOf)].sort((one, other) => other - one));
});

describe('what holds something', () => {
  test.each([
    ['aws_dynamodb_table', 'a table'],
    ['aws_kms_key', 'keys: without them, what they encrypted is lost'],
    ['aws_cloudwatch_log_group', 'logs'],
    ['azurerm_storage_account', 'stored objects'],
    ['google_sql_database_instance', 'a database'],
    ['aws_lb_listener', undefined],
  ])('%s: %s', (type, expected) => {
    expect(heldByType(type)).toBe(expected);
  });
});

describe('danger', () => {
  test.each<[string, ChangeFacts, boolean]>([
    ['to be destroyed', gone, true],
    ['to be replaced', replaced, true],
    ['to be replaced while the old one stays', { actions: ['create', 'forget'] }, false],
    ['to be forgotten', { actions: ['forget'] }, false],
    ['an action that is not known', { actions: ['transmogrify'] }, true],
    ['to be changed', updated, false],
  ])('%s', (_what, facts, expected) => {
    expect(isDangerous(change('aws_lb', facts))).toBe(expected);
  });

  test.each([
    ['replaced, as with every new image', replaced, false],
    ['deleted', gone, true],
  ])('a task definition: %s', (_what, facts, expected) => {
    expect(isDangerous(change('aws_ecs_task_definition', facts))).toBe(expected);
  });
});
