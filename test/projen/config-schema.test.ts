// The schema of `.github/opsdeck.json`: an editor says of a configuration what the actions would say of it.
import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { allPolicyNames } from '../../src/actions/chatops/authorize.ts';
import { commands } from '../../src/actions/chatops/commands/index.ts';
import { parseConfig } from '../../src/actions/chatops/config.ts';
import { parseGameDayConfig } from '../../src/actions/game-day/config.ts';
import { parseRunbooksConfig } from '../../src/actions/runbook/config.ts';
import { parseStacksConfig } from '../../src/define/stacks-config.ts';
import { exampleConfig } from '../../src/projen/configuration-page.ts';
import { configSchema } from '../../src/projen/index.ts';
import { runbooks } from '../../src/runbooks/index.ts';

const isValid = new Ajv2020({ allErrors: true }).compile(configSchema);

/** By all the actions together. */
function isTaken(config: unknown): boolean {
  const content = JSON.stringify(config);
  try {
    parseConfig(content, allPolicyNames(commands));
    parseGameDayConfig(content);
    parseRunbooksConfig(content, runbooks);
    parseStacksConfig(content);
    return true;
  } catch {
    return false;
  }
}

describe('is valid, and taken', () => {
  test.each<[string, unknown]>([
    ['nothing', {}],
    ['everything', exampleConfig],
  ])('%s', (_name, config) => {
    expect({ valid: isValid(config), taken: isTaken(config) }).toEqual({ valid: true, taken: true });
  });
});

describe('is neither', () => {
  test.each<[string, unknown]>([
    ['a role that there is not', { commands: { apply: { permission: 'boss' } } }],
    ['a word too many', { commands: { apply: { people: ['kim'] } } }],
    ['a day that is none', { gameDays: { exams: [{ from: 'soon', to: 'later', about: 'x' }] } }],
    ['a window without an end', { gameDays: { window: { days: ['monday'], from: '09:00' } } }],
    ['a number out of bounds', { gameDays: { leastBudgetPercent: 101 } }],
    ['too many a day', { runbooks: { automatic: [{ runbook: 'ecs-redeploy', environments: [], mostPerDay: 25 }] } }],
    ['a layout that there is not', { stacks: { layout: 'three' } }],
    ['a prefix with a hyphen', { stacks: { layout: 'platform', prefix: 'my-shop' } }],
    [
      'a type that is not of AWS',
      { stacks: { layout: 'platform', prefix: 'shop', allow: { resourceTypes: ['null_resource'] } } },
    ],
    ['a policy that is not of AWS', { stacks: { layout: 'platform', prefix: 'shop', allow: { managedPolicies: ['mine'] } } }],
  ])('%s', (_name, config) => {
    expect({ valid: isValid(config), taken: isTaken(config) }).toEqual({ valid: false, taken: false });
  });
});

test('a section that nobody knows is told by the schema: each action reads its own alone', () => {
  expect(isValid({ gamedays: {} })).toBe(false);
});
