// The schema of `.github/opsdeck.json`: an editor says of a configuration what the actions would say of it.
import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { commands } from '../../src/actions/chatops/commands/index.ts';
import { parseConfig } from '../../src/actions/chatops/config.ts';
import { parseGameDayConfig } from '../../src/actions/game-day/config.ts';
import { parseRunbooksConfig } from '../../src/actions/runbook/config.ts';
import { parseStacksConfig } from '../../src/define/stacks-config.ts';
import { configSchema, type OpsdeckConfig } from '../../src/projen/index.ts';
import { runbooks } from '../../src/runbooks/index.ts';

const isValid = new Ajv2020({ allErrors: true }).compile(configSchema);

/** By all the actions together. */
function isTaken(config: unknown): boolean {
  const content = JSON.stringify(config);
  const names = commands.map(({ name }) => name);
  try {
    parseConfig(content, names);
    parseGameDayConfig(content);
    parseRunbooksConfig(content, runbooks);
    parseStacksConfig(content);
    return true;
  } catch {
    return false;
  }
}

const complete: OpsdeckConfig = {
  commands: { apply: { permission: 'maintain', users: ['kim'], teams: ['sre'], roles: ['operator'] } },
  gameDays: {
    environments: ['staging'],
    exams: [{ from: '2026-05-11', to: '2026-05-20', about: 'finals' }],
    window: { days: ['tuesday'], from: '09:30', to: '16:00', timeZone: 'Europe/London' },
    latestStartMinutes: 30,
    leastBudgetPercent: 50,
    quietHours: 2,
  },
  runbooks: {
    quietSeconds: 300,
    automatic: [{ runbook: 'collect-diagnostics', environments: ['staging'], mostPerDay: 3, cooldownMinutes: 60 }],
  },
  stacks: {
    layout: 'platform',
    prefix: 'shop',
    tags: { Owner: 'shop' },
    allow: {
      resourceTypes: ['aws_ses_domain_identity'],
      roleTakers: ['lambda.amazonaws.com'],
      resourceUsers: ['ses.amazonaws.com'],
      managedPolicies: ['arn:aws:iam::aws:policy/ReadOnlyAccess'],
      actionServices: ['ses'],
    },
  },
};

describe('is valid, and taken', () => {
  test.each<[string, unknown]>([
    ['nothing', {}],
    ['everything', complete],
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
