// What one command gets of the environment.
import { expect, test } from '@jest/globals';
import { openTerraform } from '../../../src/adapters/terraform/terraform.ts';
import { fakeSetup, temporaryFolders } from './support.ts';

const temporaryFolder = temporaryFolders();

test('a command sees the further variables that it is given, and others do not', async () => {
  const answer = `echo "{\\"seen\\":{\\"value\\":\\"$FOR/$TF_INPUT\\"}}"`;
  const variablesFor = async (command: string) => ({ FOR: command });
  const terraform = openTerraform({ ...fakeSetup(temporaryFolder(), answer), variablesFor });
  expect(await terraform.output()).toMatchObject({ seen: { value: 'output/0' } });
  expect(await terraform.show('a plan')).toEqual({ seen: { value: 'show/0' } });
});
