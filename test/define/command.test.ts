// The vocabulary of commands.
import { expect, test } from '@jest/globals';
import { environmentPattern } from '../../src/actions/chatops/language/values.ts';
import { command, repositoryRoles } from '../../src/define/command.ts';
import { environmentPattern as environmentOfStacks } from '../../src/stacks/names.ts';

test('roles are in the order of what they may do', () => {
  expect(repositoryRoles).toEqual(['none', 'read', 'triage', 'write', 'maintain', 'admin']);
});

test('a definition keeps its literal types', () => {
  const definition = command({
    name: 'status',
    about: 'Tell what is going on',
    arguments: {},
    permission: 'triage',
    mutates: false,
    needsTerraformJson: false,
    job: 'environment',
  });
  const name: 'status' = definition.name;
  expect(name).toBe('status');
});

test('an environment is called in a command as the stacks call it', () => {
  expect(environmentPattern.source).toBe(environmentOfStacks.source);
});
