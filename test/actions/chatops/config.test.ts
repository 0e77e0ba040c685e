// What `.github/opsdeck.json` may say, and what is refused because nobody could rely on it.
import { describe, expect, test } from '@jest/globals';
import { parseConfig } from '../../../src/actions/chatops/config.ts';
import type { Failure } from '../../../src/define/failure.ts';

const names = ['apply', 'preview deploy'];

function problemsOf(content: string): readonly string[] {
  try {
    parseConfig(content, names);
  } catch (error) {
    return (error as Failure).details;
  }
  return [];
}

describe('the configuration', () => {
  test.each([
    ['none', undefined, {}],
    ['empty', '{}', {}],
    [
      'of two commands',
      '{ "commands": { "apply": { "permission": "admin", "teams": ["sre"] }, "preview deploy": { "users": ["ada"], "roles": ["on call"] } } }',
      { apply: { permission: 'admin', teams: ['sre'] }, 'preview deploy': { users: ['ada'], roles: ['on call'] } },
    ],
    ['with words for other tools', '{ "somethingElse": true }', {}],
  ])('%s', (_name, content, expected) => {
    expect(Object.fromEntries(parseConfig(content, names))).toEqual(expected);
  });

  test.each([
    ['no JSON', '{', [expect.stringContaining('JSON')]],
    ['a list', '[]', ['the file: expected an object']],
    ['commands that are a list', '{ "commands": [] }', ['commands: expected an object']],
    ['a command that is not there', '{ "commands": { "aply": {} } }', ['commands."aply": there is no such command']],
    [
      'a role that is not there',
      '{ "commands": { "apply": { "permission": "owner" } } }',
      ['commands."apply".permission: expected one of read, triage, write, maintain, admin'],
    ],
    [
      'nobody at all',
      '{ "commands": { "apply": { "permission": "none" } } }',
      ['commands."apply".permission: expected one of read, triage, write, maintain, admin'],
    ],
    [
      'a slip of the pen',
      '{ "commands": { "apply": { "user": ["ada"] } } }',
      ['commands."apply"."user": expected permission, users, teams, roles'],
    ],
    [
      'a list that is a text',
      '{ "commands": { "apply": { "users": "ada" } } }',
      ['commands."apply".users: expected a list, each a name'],
    ],
    [
      'a name that is none',
      '{ "commands": { "apply": { "users": ["a/b"] } } }',
      ['commands."apply".users: expected a list, each a name'],
    ],
    ['a command that is no object', '{ "commands": { "apply": 1 } }', ['commands."apply".expected an object']],
  ])('is refused: %s', (_name, content, expected) => {
    expect(problemsOf(content)).toEqual(expected);
  });
});
