// Cancelling real Terraform in the middle of an apply, and a Terraform that does not want to stop.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, jest, test } from '@jest/globals';
import { openTerraform } from '../../../src/adapters/terraform/terraform.ts';
import { describeWith } from '../../support/needs.ts';
import { failureOf, fakeSetup, livingInGroup, openStack, temporaryFolders, waitForFile } from './support.ts';

const temporaryFolder = temporaryFolders();
jest.setTimeout(30_000);

describeWith(['terraform'], 'cancelling real Terraform', () => {
  const provisioner = [{ 'local-exec': { command: 'ps -o pgid= -p $$ > group.new; mv group.new group; sleep 30' } }];
  const slow = {
    resource: {
      terraform_data: {
        quick: {},
        slow: { provisioner, input: '${terraform_data.quick.id}' },
        last: { input: '${terraform_data.slow.id}' },
      },
    },
  };

  test('in the middle of an apply saves the state and leaves no process', async () => {
    const folder = temporaryFolder();
    const { terraform } = await openStack(folder, slow);
    const controller = new AbortController();
    const applied = failureOf(terraform.apply({ signal: controller.signal }));
    await waitForFile(join(folder, 'group'));
    const abortedAt = Date.now();
    controller.abort();
    expect(await applied).toMatchObject({
      code: 'terraform/cancelled',
      message: 'terraform apply was cancelled: it stopped in good order, and the state was saved.',
    });
    expect(Date.now() - abortedAt).toBeLessThan(10_000);
    expect(livingInGroup(Number(readFileSync(join(folder, 'group'), 'utf8')))).toEqual([]);
    expect(await terraform.stateList()).toEqual(['terraform_data.quick', 'terraform_data.slow']);
  });

  test('before it starts changes nothing', async () => {
    const { terraform } = await openStack(temporaryFolder(), slow);
    const failure = await failureOf(terraform.apply({ signal: AbortSignal.abort() }));
    expect(failure).toMatchObject({ code: 'terraform/cancelled', message: expect.stringContaining('nothing had been changed') });
    expect(await terraform.stateList()).toEqual([]);
  });
});

describe('cancelling a Terraform that does not want to stop', () => {
  const started = JSON.stringify({ type: 'apply_start', hook: { resource: { addr: 'a.b' }, action: 'create' } });

  test('kills it, and says that the state may be incomplete', async () => {
    const controller = new AbortController();
    const setup = fakeSetup(temporaryFolder(), `trap '' INT; echo '${started}'; /bin/sleep 60`);
    const terraform = openTerraform({ ...setup, stop: { askAgainAfterSeconds: 0.1, killAfterSeconds: 0.1 } });
    const failure = await failureOf(terraform.apply({ signal: controller.signal, onEvent: () => controller.abort() }));
    expect(failure).toMatchObject({
      code: 'terraform/cancelled',
      message: 'terraform apply was cancelled: it did not stop in time, so the state may lack what was in flight.',
    });
  });

  test('takes a good end for a good end', async () => {
    const controller = new AbortController();
    const summary = JSON.stringify({ type: 'change_summary', changes: { add: 1, operation: 'apply' } });
    const script = `trap "echo '${summary.replaceAll('"', '\\"')}'; exit 0" INT; echo '${started}'; while :; do /bin/sleep 0.05; done`;
    const terraform = openTerraform(fakeSetup(temporaryFolder(), script));
    const applied = terraform.apply({ signal: controller.signal, onEvent: () => controller.abort() });
    await expect(applied).resolves.toMatchObject({ counts: { add: 1, remove: 0 } });
  });
});
