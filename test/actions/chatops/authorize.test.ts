// Who may give a command: by role, by flag, by the lists of the configuration.
import { describe, expect, test } from '@jest/globals';
import { allPolicyNames, decideAuthorization, type Person, teamsToAsk } from '../../../src/actions/chatops/authorize.ts';
import { commands } from '../../../src/actions/chatops/commands/index.ts';
import type { ChatOpsConfig, CommandPolicy } from '../../../src/actions/chatops/config.ts';
import type { Command, CommandDefinition, RepositoryRole } from '../../../src/define/command.ts';
import { runbookCommand, runbookList } from './support/runbooks.ts';

const ada: Person = { login: 'Ada', role: 'write', teams: [] };
const none: ChatOpsConfig = new Map();

function refusal(command: Command, person: Person, config: ChatOpsConfig = none): string | undefined {
  return decideAuthorization(command, definitionOf(command), person, config);
}

function definitionOf({ name }: Command): CommandDefinition {
  return commands.find((definition) => definition.name === name) as CommandDefinition;
}

const plan: Command = { name: 'plan', arguments: {} };
const apply: Command = { name: 'apply', arguments: { plan: '3f9c0a71b2de' } };

describe('by role', () => {
  test.each([
    ['enough', plan, ada, undefined],
    ['more than enough', plan, { ...ada, role: 'admin' }, undefined],
    ['too little', apply, ada, '`/apply` needs the role maintain; `Ada` has write.'],
    ['nobody', plan, { ...ada, role: 'none' }, '`/plan` needs the role write; `Ada` has none.'],
    [
      'a flag that asks for more',
      { name: 'unlock', arguments: { force: true } },
      ada,
      '`/unlock --force` needs the role maintain; `Ada` has write.',
    ],
    ['the same without it', { name: 'unlock', arguments: {} }, ada, undefined],
  ] as const)('%s', (_name, command, person, expected) => {
    expect(refusal(command, person)).toBe(expected);
  });
});

describe('by configuration', () => {
  const listed = '`/apply` is for those whom `.github/opsdeck.json` lists; `Ada` is not among them.';
  test.each([
    ['a lower role', { permission: 'write' }, ada, undefined],
    [
      'a higher role',
      { permission: 'admin' },
      { ...ada, role: 'maintain' },
      '`/apply` needs the role admin; `Ada` has maintain.',
    ],
    ['a person, in any case', { permission: 'write', users: ['aDA'] }, ada, undefined],
    ['another person', { permission: 'write', users: ['bob'] }, ada, listed],
    ['an empty list', { permission: 'write', users: [] }, ada, listed],
    ['a team', { permission: 'write', teams: ['sre'] }, { ...ada, teams: ['sre'] }, undefined],
    ['another team', { permission: 'write', teams: ['sre'] }, ada, listed],
    ['a role of the organization', { permission: 'write', roles: ['on call'] }, { ...ada, customRole: 'on call' }, undefined],
    ['one of several lists', { permission: 'write', teams: ['sre'], users: ['ada'] }, ada, undefined],
    ['a list does not make up for the role', { users: ['ada'] }, ada, '`/apply` needs the role maintain; `Ada` has write.'],
  ] as const)('%s', (_name, policy, person, expected) => {
    expect(refusal(apply, person, new Map([['apply', policy]]))).toBe(expected);
  });

  test('a flag still asks for its own role, whatever the command asks for', () => {
    const config: ChatOpsConfig = new Map([['unlock', { permission: 'read' }]]);
    expect(refusal({ name: 'unlock', arguments: { force: true } }, ada, config)).toBe(
      '`/unlock --force` needs the role maintain; `Ada` has write.',
    );
  });

  test('only the teams of the commands at hand are asked for', () => {
    const config: ChatOpsConfig = new Map([
      ['apply', { teams: ['sre', 'leads'] }],
      ['plan', { teams: ['sre'] }],
      ['lock', { teams: ['on-call'] }],
    ]);
    const asked = [apply, plan].map((command) => ({ command, definition: definitionOf(command) }));
    expect(teamsToAsk(asked, config)).toEqual(['sre', 'leads']);
  });
});

describe('by what an argument says', () => {
  const definition = runbookCommand(runbookList);
  const mild: Command = { name: 'runbook run', arguments: { runbook: 'ecs-scale' } };
  const risky: Command = { name: 'runbook run', arguments: { runbook: 'aurora-failover' } };
  const decide = (command: Command, role: RepositoryRole, config: ChatOpsConfig = none) =>
    decideAuthorization(command, definition, { ...ada, role }, config);
  const needs = (role: string, has: string) => `\`/runbook run aurora-failover\` needs the role ${role}; \`Ada\` has ${has}.`;

  test.each<[string, Command, RepositoryRole, Readonly<Record<string, CommandPolicy>>, string | undefined]>([
    ['that asks for no more than the command', mild, 'write', {}, undefined],
    ['that asks for more', risky, 'write', {}, needs('maintain', 'write')],
    ['that asks for more, and gets it', risky, 'maintain', {}, undefined],
    ['that is configured to ask for less', risky, 'write', { 'runbook run aurora-failover': { permission: 'write' } }, undefined],
    [
      'that is configured to ask for still more',
      risky,
      'maintain',
      { 'runbook run aurora-failover': { permission: 'admin' } },
      needs('admin', 'maintain'),
    ],
    [
      'never for less than its command',
      mild,
      'triage',
      { 'runbook run ecs-scale': { permission: 'read' } },
      '`/runbook run` needs the role write; `Ada` has triage.',
    ],
    [
      'for those whom the configuration lists',
      risky,
      'maintain',
      { 'runbook run aurora-failover': { users: ['bob'] } },
      '`/runbook run aurora-failover` is for those whom `.github/opsdeck.json` lists; `Ada` is not among them.',
    ],
    [
      'for those whom both lists have',
      risky,
      'maintain',
      { 'runbook run': { users: ['bob'] }, 'runbook run aurora-failover': { users: ['ada'] } },
      '`/runbook run` is for those whom `.github/opsdeck.json` lists; `Ada` is not among them.',
    ],
    ['without a list of its own', mild, 'write', { 'runbook run aurora-failover': { users: ['bob'] } }, undefined],
  ])('%s', (_name, command, role, config, expected) => {
    expect(decide(command, role, new Map(Object.entries(config)))).toBe(expected);
  });

  test('the configuration may speak of each of them, and of nothing else', () => {
    expect(allPolicyNames([definition])).toEqual(['runbook run', 'runbook run ecs-scale', 'runbook run aurora-failover']);
  });

  test('their teams are asked for, too', () => {
    const config: ChatOpsConfig = new Map([
      ['runbook run', { teams: ['on-call'] }],
      ['runbook run aurora-failover', { teams: ['dba'] }],
      ['runbook run ecs-scale', { teams: ['sre'] }],
    ]);
    expect(teamsToAsk([{ command: risky, definition }], config)).toEqual(['on-call', 'dba']);
  });
});
