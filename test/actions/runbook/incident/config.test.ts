// What may be configured about alarms: every problem is told at once, and nothing risky gets through.
import { describe, expect, test } from '@jest/globals';
import { configForAlarms, defaultRunbooksConfig, parseRunbooksConfig } from '../../../../src/actions/runbook/config.ts';
import type { Failure } from '../../../../src/define/failure.ts';
import { defaultRunbooks } from './support/scene.ts';

const rule = { runbook: 'ecs-scale', environments: ['staging'], inputs: { desired: '6' }, mostPerDay: 2 };
const parse = (section: unknown) => parseRunbooksConfig(JSON.stringify({ runbooks: section }), defaultRunbooks);

function problemsOf(content: string): readonly string[] {
  try {
    parseRunbooksConfig(content, defaultRunbooks);
  } catch (error) {
    return (error as Failure).details;
  }
  throw new Error('it was taken');
}

test.each([
  ['no file', undefined],
  ['no section', '{"gameDays": {}}'],
])('%s: nothing starts by itself', (_, content) => {
  expect(parseRunbooksConfig(content, defaultRunbooks)).toEqual(defaultRunbooksConfig);
});

test('a rule gets a cooldown where it has none', () => {
  expect(parse({ quietSeconds: 120, automatic: [rule] })).toEqual({
    quietSeconds: 120,
    automatic: [{ ...rule, cooldownMinutes: 30 }],
  });
});

describe('bad ones', () => {
  test.each([
    ['no JSON', '{', ["Expected property name or '}' in JSON at position 1"]],
    ['a list', '[]', ['the file: expected an object']],
    ['a section that is none', '{"runbooks": 7}', ['runbooks: expected an object']],
  ])('%s', (_, content, problems) => {
    expect(problemsOf(content).map((problem) => problem.slice(0, problems[0]?.length))).toEqual(problems);
  });

  test('every problem at once', () => {
    const automatic = [
      { runbook: 'ecs-scael', environments: ['Staging!'], mostPerDay: 0, color: 'red' },
      { runbook: 'aurora-failover', environments: ['staging'], mostPerDay: 1 },
      { runbook: 'ecs-scale', environments: ['staging'], inputs: { desired: 'many', more: '1' }, mostPerDay: 1 },
      { runbook: 'ecs-scale', environments: ['staging'], inputs: { desired: 6 }, mostPerDay: 1, cooldownMinutes: -1 },
      7,
    ];
    expect(problemsOf(JSON.stringify({ runbooks: { quietSeconds: 1, automatic, quiet: 1 } }))).toMatchInlineSnapshot(`
[
  "runbooks.quietSeconds: expected a whole number of seconds from 60 to 86400",
  "runbooks.automatic[0].environments: expected a list, each the name of an environment",
  "runbooks.automatic[0].mostPerDay: expected a whole number from 1 to 24",
  "runbooks.automatic[0].runbook: there is no "ecs-scael"; did you mean ecs-scale",
  "runbooks.automatic[0]."color": expected runbook, environments, inputs, mostPerDay, cooldownMinutes",
  "runbooks.automatic[1].runbook: aurora-failover is of high risk, which only a person may start",
  "runbooks.automatic[2].inputs: "more": is no input of it; there are desired",
  "runbooks.automatic[2].inputs: desired: expected a whole number from 1 to 500; got "many"",
  "runbooks.automatic[3].inputs: expected an object of texts, such as {"desired": "6"}",
  "runbooks.automatic[3].cooldownMinutes: expected a whole number from 0",
  "runbooks.automatic[4]: expected an object",
  "runbooks."quiet": expected quietSeconds, automatic",
]
`);
  });

  test('two rules for the same runbook and environment', () => {
    expect(
      problemsOf(JSON.stringify({ runbooks: { automatic: [rule, { ...rule, environments: ['staging', 'production'] }] } })),
    ).toEqual(['runbooks.automatic: more than one rule for ecs-scale in staging']);
  });

  test('keep nobody from being told of an alarm, but everything from starting by itself', () => {
    expect(configForAlarms('{', defaultRunbooks)).toMatchObject({
      config: defaultRunbooksConfig,
      problem: { code: 'runbook/config' },
    });
    expect(configForAlarms(undefined, defaultRunbooks)).toEqual({ config: defaultRunbooksConfig });
  });
});
