// What a verdict says, and that nothing hostile hides from it by being put deeper.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type GateVerdict, gateStack } from '../../../src/actions/gate/gate.ts';
import { defaultPolicy, extendPolicy, isSame } from '../../../src/actions/gate/policy.ts';
import { gateRules } from '../../../src/actions/gate/rules/index.ts';
import { outputRule } from '../../../src/actions/gate/rules/output.ts';
import { type Change, changed, fileOf, gateJson, rulesOf, subjects } from './support.ts';

const guest = 'staging/service-pr-7';
const judge = (selector: string, change: Change): GateVerdict => gateJson(guest, changed(guest, selector, change));

test('a refusal names the construct, the address, the place, the rule, and what to do', () => {
  expect(judge('aws_iam_role@roles/task/role', { permissions_boundary: undefined })).toMatchInlineSnapshot(`
{
  "kind": "refused",
  "refusals": [
    {
      "address": "aws_iam_role.roles_task_role_F118EA89",
      "constructPath": "service-pr-7/roles/task/role",
      "jsonPath": "resource.aws_iam_role.roles_task_role_F118EA89.permissions_boundary",
      "next": "Set permissions_boundary to the workload boundary of the account.",
      "reason": "Every role has the permissions boundary: it has none.",
      "rule": "iam/boundary",
    },
  ],
  "stack": "service-pr-7",
}
`);
});

test('a construct path that could be mistaken for something else is not repeated', () => {
  const verdict = judge('aws_iam_role@roles/task/role', { permissions_boundary: null, '//.metadata.path': 'x`**<b>' });
  expect(verdict).toMatchObject({
    refusals: [{ constructPath: 'service-pr-7', address: expect.stringMatching(/^aws_iam_role\./) }],
  });
});

test('everything that is wrong is told at once', () => {
  const verdict = judge('', {
    'data.external': { x: { program: ['sh'] } },
    'terraform.backend': { local: {} },
    'output.url.value': '${file("x")}',
    module: { x: { source: './x' } },
  });
  expect(rulesOf(verdict)).toEqual(['block/unknown', 'settings/backend', 'type/data', 'expression/function']);
});

describe('hidden in lists, blocks and dynamic blocks', () => {
  const wraps = fc.array(
    fc.constantFrom<(inner: unknown) => unknown>(
      (inner) => [inner],
      (inner) => [{}, inner],
      (inner) => ({ network_configuration: inner }),
      (inner) => ({ dynamic: { volume: { for_each: [1], content: inner } } }),
      (inner) => ({ lifecycle: inner }),
      (inner) => ({ '//': inner }),
    ),
    { maxLength: 5 },
  );
  const hide = (wrapping: readonly ((inner: unknown) => unknown)[], hostile: unknown) =>
    wrapping.reduce((inner, wrap) => wrap(inner), hostile);

  test.each<[name: string, hostile: unknown, rule: string]>([
    ['a provisioner', { provisioner: { 'local-exec': { command: 'id' } } }, 'block/provisioner'],
    ['a dynamic block', { dynamic: { x: {} } }, 'block/computed'],
    ['a file', { x: '${file("/etc/passwd")}' }, 'expression/function'],
    ['a directive', { x: '%{if true}%{endif}' }, 'expression/unreadable'],
    ['a foreign role', { role_arn: 'arn:aws:iam::aws:role/x' }, 'iam/foreign-role'],
    ['tags of production', { tags: { Environment: 'production' } }, 'resource/tag'],
  ])('%s', (_name, hostile, rule) => {
    fc.assert(
      fc.property(wraps, (wrapping) => {
        expect(rulesOf(judge('aws_ecs_service', { hidden: hide(wrapping, hostile) }))).toContain(rule);
      }),
      { numRuns: 12 },
    );
  });

  test('a resource, in lists', () => {
    const lists = fc.array(fc.constantFrom('resource', 'type', 'name'), { maxLength: 4 });
    const listed = (value: unknown, times: number): unknown => (times === 0 ? value : [listed(value, times - 1)]);
    fc.assert(
      fc.property(lists, (levels) => {
        const times = (level: string) => levels.filter((each) => each === level).length;
        const body = listed({ provisioner: {} }, times('name'));
        const json = { resource: listed({ null_resource: listed({ x: body }, times('type')) }, times('resource')) };
        expect(rulesOf(gateJson(guest, json))).toEqual(expect.arrayContaining(['type/resource', 'block/provisioner']));
      }),
      { numRuns: 12 },
    );
  });
});

test('whatever JSON it is, there is a verdict', () => {
  fc.assert(
    fc.property(
      fc.json({ maxDepth: 6 }),
      fc.constantFrom('resource', 'terraform', 'provider', 'variable', 'output', 'toString'),
      (text, section) => {
        expect(gateStack([fileOf(`{"${section}":${text}}`)], defaultPolicy(subjects[guest])).kind).toBe('refused');
      },
    ),
    { numRuns: 50 },
  );
});

describe('a policy', () => {
  const policy = defaultPolicy(subjects[guest]);
  const bucket = changed(guest, '', {
    'resource.aws_sns_topic': { x: { name: 'assess-staging-pr-7' } },
    locals: { x: '${upper("x")}' },
  });

  test('can be extended by the base branch', () => {
    const files = [fileOf(JSON.stringify(bucket))];
    expect(rulesOf(gateStack(files, policy))).toEqual(['block/unknown', 'type/resource']);
    expect(gateStack(files, extendPolicy(policy, { blocks: ['locals'], resourceTypes: ['aws_sns_topic'] }))).toMatchObject({
      kind: 'accepted',
    });
  });

  test('takes more data sources, and keeps its own', () => {
    const extended = extendPolicy(policy, { dataTypes: { aws_region: [] } });
    expect(extended.dataTypes).toEqual({ ...policy.dataTypes, aws_region: [] });
  });

  test.each([
    [{ a: 1, b: [2, 3] }, { b: [2, 3], a: 1 }, true],
    [[{ a: 1 }], { a: 1 }, true],
    [{ a: [[{ b: 1 }]] }, { a: { b: 1 } }, true],
    [{ a: 1 }, { a: 1, b: 2 }, false],
    [{ a: [1, 2] }, { a: [2, 1] }, false],
    [{ a: '1' }, { a: 1 }, false],
    [undefined, {}, false],
  ])('%j is the same as %j: %p', (left, right, expected) => {
    expect(isSame(left, right)).toBe(expected);
  });
});

describe('the rules', () => {
  test('have ids of their own', () => {
    const ids = gateRules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test.each([...gateRules, outputRule].map((rule) => [rule.id, rule] as const))(
    '%s says what, why and what to do, in sentences',
    (_id, { title, why, next }) => {
      expect(title).toMatch(/^[A-Za-z].*[^.]$/);
      expect(why).toMatch(/^\S.*\.$/);
      expect(next).toMatch(/^[A-Z].*\.$/);
    },
  );
});
