import { describe, expect, test } from '@jest/globals';
import type { Template } from '../../../../src/rehearsal/workflows/language/template.ts';
import {
  computePermissions,
  type PermissionFacts,
  refuseEscalation,
  restrictedPermissions,
} from '../../../../src/rehearsal/workflows/rules/permissions.ts';

const nothingSaid: PermissionFacts = {
  ofJob: undefined,
  ofWorkflow: undefined,
  otherwise: restrictedPermissions,
  fromFork: false,
};
const said = (entries: Readonly<Record<string, string>>): Template => new Map(Object.entries(entries));

describe('the token of a job', () => {
  test.each<[string, Partial<PermissionFacts>, Readonly<Record<string, string>>]>([
    ['may do what the repository’s setting says', {}, { contents: 'read', packages: 'read' }],
    ['nothing at all', { ofJob: said({}) }, {}],
    ['only what is said', { ofWorkflow: said({ issues: 'write', contents: 'none' }) }, { issues: 'write' }],
    [
      'what its job says, not its workflow',
      { ofJob: said({ checks: 'write' }), ofWorkflow: said({ contents: 'write' }) },
      { checks: 'write' },
    ],
    [
      'less in a pull request from a fork',
      { ofJob: said({ contents: 'write', 'id-token': 'write', issues: 'read' }), fromFork: true },
      { contents: 'read', issues: 'read' },
    ],
  ])('%s', (_what, facts, expected) => {
    expect(computePermissions({ ...nothingSaid, ...facts })).toEqual(expected);
  });

  test('can be everything, but an ID token is only ever written', () => {
    const read = computePermissions({ ...nothingSaid, ofWorkflow: 'read-all' });
    const write = computePermissions({ ...nothingSaid, ofWorkflow: 'write-all' });
    expect(read).toMatchObject({ contents: 'read', 'pull-requests': 'read' });
    expect(read).not.toHaveProperty('id-token');
    expect(write).toMatchObject({ contents: 'write', 'id-token': 'write', models: 'read' });
  });
});

test('a called workflow cannot have more than its caller', () => {
  expect(() =>
    refuseEscalation('called.yml', { contents: 'read', issues: 'write' }, { contents: 'write', issues: 'write' }),
  ).not.toThrow();
  expect(() => refuseEscalation('called.yml', { contents: 'write', checks: 'read' }, { contents: 'read' })).toThrow(
    'The workflow called.yml is requesting contents: write, but is only allowed contents: read; checks: read, but is only allowed checks: none.',
  );
});
