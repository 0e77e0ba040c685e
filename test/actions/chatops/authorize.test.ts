// Who may give a command: by role, by flag, by the lists of the configuration.
import { describe, expect, test } from '@jest/globals';
import { decideAuthorization, type Person, teamsToAsk } from '../../../src/actions/chatops/authorize.ts';
import { commands } from '../../../src/actions/chatops/commands/index.ts';
import type { ChatOpsConfig } from '../../../src/actions/chatops/config.ts';
import type { Command, CommandDefinition } from '../../../src/define/command.ts';

const ada: Person = { login: 'Ada', role: 'write', teams: [] };
const none: ChatOpsConfig = new Map();

function refusal(command: Command, person: Person, config: ChatOpsConfig = none): string | undefined {
  const definition = commands.find(({ name }) => name === command.name) as CommandDefinition;
  return decideAuthorization(command, definition, person, config);
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
    expect(teamsToAsk([apply, plan], config)).toEqual(['sre', 'leads']);
  });
});
