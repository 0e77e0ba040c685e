// The port, with real Terraform: everything that a stack without a provider can show.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, jest, test } from '@jest/globals';
import { openTerraformFolders } from '../../../src/adapters/terraform/folders.ts';
import { openTerraform } from '../../../src/adapters/terraform/terraform.ts';
import type { TerraformEvent } from '../../../src/ports/terraform.ts';
import { describeWith } from '../../support/needs.ts';
import { failureOf, fakeSetup, openStack, realBinary, temporaryFolders, waitForFile } from './support.ts';

const temporaryFolder = temporaryFolders();
jest.setTimeout(30_000);
const create = (address: string) => ({ address, resourceType: 'terraform_data', action: 'create' });
const counts = { add: 0, change: 0, remove: 0, import: 0 };

describeWith(['terraform'], 'a stack’s life', () => {
  const stack = {
    variable: { size: { type: 'number', default: 1 }, secret: { sensitive: true, default: 'x' } },
    resource: { terraform_data: { a: { input: '${var.size}' }, b: { input: '${terraform_data.a.output}' } } },
    output: { size: { value: '${terraform_data.b.output}' }, secret: { value: '${var.secret}', sensitive: true } },
  };

  test('from init to destroy', async () => {
    const folder = temporaryFolder();
    const { terraform } = await openStack(folder, stack);
    const events: TerraformEvent[] = [];
    const onEvent = (event: TerraformEvent) => events.push(event);

    await terraform.init({ onEvent });
    expect(events).toContainEqual({ kind: 'log', line: 'Terraform has been successfully initialized!' });
    expect(await terraform.validate()).toEqual([]);
    expect(await terraform.stateList()).toEqual([]);
    expect(await terraform.output()).toEqual({});

    const planned = await terraform.plan({ outFile: 'out.tfplan', variables: { size: 7 } });
    expect(planned).toMatchObject({ hasChanges: true, counts: { ...counts, add: 2 }, drift: [], diagnostics: [] });
    expect([...planned.changes].sort((a, b) => a.address.localeCompare(b.address))).toEqual([
      create('terraform_data.a'),
      create('terraform_data.b'),
    ]);
    const shown = await terraform.show('out.tfplan');
    expect(shown).toMatchObject({ applyable: true, variables: { size: { value: 7 } } });
    expect(JSON.parse(Buffer.from(await terraform.showBytes('out.tfplan')).toString('utf8'))).toEqual(shown);
    expect(await terraform.stateResources()).toEqual([]);

    const applied = await terraform.apply({
      planFile: 'out.tfplan',
      variables: { size: 8 },
      parallelism: 2,
      lockTimeoutSeconds: 5,
      onEvent,
    });
    expect(applied).toEqual({ counts: { ...counts, add: 2 }, diagnostics: [] });
    expect(events).toContainEqual({ kind: 'started', address: 'terraform_data.a', action: 'create' });
    expect(events).toContainEqual({ kind: 'done', address: 'terraform_data.b', action: 'create', elapsedSeconds: 0 });
    expect(await terraform.stateList()).toEqual(['terraform_data.a', 'terraform_data.b']);
    expect(await terraform.output()).toEqual({ size: { value: 7, sensitive: false }, secret: { value: 'x', sensitive: true } });
    expect(await terraform.stateResources()).toEqual([
      { address: 'terraform_data.a', resourceType: 'terraform_data', id: expect.stringMatching(/^[0-9a-f-]{36}$/) },
      { address: 'terraform_data.b', resourceType: 'terraform_data', id: expect.stringMatching(/^[0-9a-f-]{36}$/) },
    ]);

    expect(await terraform.plan({ variables: { size: 7 } })).toMatchObject({ hasChanges: false, counts, changes: [] });
    expect(await terraform.plan({ variables: { size: 7, secret: 'y' } })).toMatchObject({
      hasChanges: true,
      counts,
      changes: [],
    });
    expect(await terraform.plan({ destroy: true })).toMatchObject({ hasChanges: true, counts: { ...counts, remove: 2 } });
    expect(await terraform.plan({ refreshOnly: true, variables: { size: 7 } })).toMatchObject({
      hasChanges: false,
      changes: [],
      drift: [],
    });

    expect(await terraform.destroy()).toEqual({ counts: { ...counts, remove: 2 }, diagnostics: [] });
    expect(await terraform.stateList()).toEqual([]);
  });

  test('values of variables arrive unchanged, and their file is gone', async () => {
    const folder = temporaryFolder();
    const values = { text: 'a "b"\n${c} %{d} €', number: -1.5, flag: false };
    const variable = { text: { type: 'string' }, number: { type: 'number' }, flag: { type: 'bool' } };
    const output = Object.fromEntries(Object.keys(values).map((name) => [name, { value: `\${var.${name}}` }]));
    const { terraform } = await openStack(folder, { variable, output });
    await terraform.apply({ variables: values });
    const outputs = await terraform.output();
    expect(Object.fromEntries(Object.entries(outputs).map(([name, { value }]) => [name, value]))).toEqual(values);
    await failureOf(terraform.plan({ variables: { ...values, number: 'many' } }));
    expect(readdirSync(folder).sort()).toEqual(['main.tf.json', 'terraform.tfstate']);
  });
});

describeWith(['terraform'], 'what no state knows', () => {
  test('is imported, and then known', async () => {
    const folder = temporaryFolder();
    const { terraform } = await openStack(folder, { resource: { terraform_data: { stray: {} } } });
    await terraform.importResource('terraform_data.stray', 'an-id', { lockTimeoutSeconds: 5 });
    expect(await terraform.stateResources()).toEqual([
      { address: 'terraform_data.stray', resourceType: 'terraform_data', id: 'an-id' },
    ]);
    expect(await failureOf(terraform.importResource('terraform_data.other', 'an-id'))).toMatchObject({
      code: 'terraform/import-failed',
    });
  });

  test('can be destroyed by a configuration that has nothing of it, in a folder that is lent', async () => {
    const state = join(temporaryFolder(), 'terraform.tfstate');
    const backend = { terraform: { backend: { local: { path: state } } } };
    const temporary = temporaryFolder();
    const { PATH } = process.env;
    const folders = openTerraformFolders({
      binary: await realBinary(),
      env: { PATH, HOME: temporary },
      temporaryFolder: temporary,
    });
    await folders.withConfiguration({ ...backend, resource: { terraform_data: { a: {}, b: {} } } }, async (terraform) => {
      await terraform.init();
      await terraform.apply();
    });
    const left = await folders.withConfiguration(backend, async (terraform) => {
      await terraform.init();
      expect(await terraform.destroy()).toMatchObject({ counts: { ...counts, remove: 2 } });
      return terraform.stateList();
    });
    expect(left).toEqual([]);
    expect(readdirSync(temporary).filter((name) => name.startsWith('opsdeck-'))).toEqual([]);
  });
});

describeWith(['terraform'], 'a failure of real Terraform', () => {
  test('names the resource', async () => {
    const provisioner = [{ 'local-exec': { command: 'exit 3' } }];
    const { terraform } = await openStack(temporaryFolder(), { resource: { terraform_data: { a: { provisioner } } } });
    const failure = await failureOf(terraform.apply());
    expect(failure).toMatchObject({
      code: 'terraform/apply-failed',
      message: 'terraform apply failed: local-exec provisioner error (terraform_data.a)',
    });
    expect(failure.details.join('\n')).toContain('exit status 3');
  });

  test.each<[string, unknown, string]>([
    ['a backend without init', { terraform: { backend: { s3: {} } } }, 'terraform/not-initialized'],
    ['a variable without value', { variable: { image: {} } }, 'terraform/invalid-variable'],
    ['a version of the future', { terraform: { required_version: '>= 99' } }, 'terraform/unsupported-version'],
    ['a resource type that is none', { resource: { terraform_dta: { a: {} } } }, 'terraform/plan-failed'],
  ])('%s', async (_what, config, code) => {
    const { terraform } = await openStack(temporaryFolder(), config);
    expect(await failureOf(terraform.plan())).toMatchObject({ code });
  });

  test('an invalid stack is an answer of validate, not a failure', async () => {
    const { terraform } = await openStack(temporaryFolder(), { output: { o: { value: '${var.none}' } } });
    expect(await terraform.validate()).toEqual([
      expect.objectContaining({ severity: 'error', summary: 'Reference to undeclared input variable' }),
    ]);
  });

  test('a plan that was overtaken', async () => {
    const { terraform } = await openStack(temporaryFolder(), { resource: { terraform_data: { a: {} } } });
    await terraform.plan({ outFile: 'out.tfplan' });
    await terraform.apply();
    expect(await failureOf(terraform.apply({ planFile: 'out.tfplan' }))).toMatchObject({ code: 'terraform/plan-stale' });
  });

  test('nothing to do is none', async () => {
    const { terraform } = await openStack(temporaryFolder(), {});
    expect(await terraform.plan()).toMatchObject({ hasChanges: false, counts });
    expect(await terraform.apply()).toEqual({ counts, diagnostics: [] });
    expect(await terraform.destroy()).toEqual({ counts, diagnostics: [] });
  });

  test('a plan file that is none', async () => {
    const { terraform } = await openStack(temporaryFolder(), {});
    expect(await failureOf(terraform.show('none.tfplan'))).toMatchObject({
      code: 'terraform/show-failed',
      message: 'terraform show failed: Failed to read the given file as a state or plan file',
    });
  });

  test('a lock to release that is not there', async () => {
    const { terraform } = await openStack(temporaryFolder(), {});
    expect(await failureOf(terraform.forceUnlock('abc'))).toMatchObject({ code: 'terraform/lock-gone' });
  });

  test('a state that another run has locked', async () => {
    const folder = temporaryFolder();
    const provisioner = [{ 'local-exec': { command: 'touch busy; while [ ! -e go ]; do sleep 0.05; done' } }];
    const { terraform } = await openStack(folder, { resource: { terraform_data: { a: { provisioner } } } });
    const first = terraform.apply();
    await waitForFile(join(folder, 'busy'));
    const { ID: id } = JSON.parse(readFileSync(join(folder, '.terraform.tfstate.lock.info'), 'utf8'));
    const failure = await failureOf(terraform.plan());
    writeFileSync(join(folder, 'go'), '');
    expect(failure).toMatchObject({
      code: 'terraform/state-locked',
      message: expect.stringContaining('The state is locked: apply by '),
    });
    expect(failure.next).toContain(`\`terraform force-unlock ${id}\``);
    expect(await first).toMatchObject({ counts: { ...counts, add: 1 } });
  });
});

describe('a binary that behaves oddly', () => {
  test('gives garbage instead of JSON', async () => {
    const terraform = openTerraform(fakeSetup(temporaryFolder(), 'echo Hello'));
    expect(await failureOf(terraform.show('p'))).toMatchObject({ code: 'terraform/unreadable-output', details: ['Hello'] });
    expect(await failureOf(terraform.output())).toMatchObject({ code: 'terraform/unreadable-output' });
    // Above all not "no changes".
    expect(await failureOf(terraform.plan())).toMatchObject({ code: 'terraform/unreadable-output' });
    expect(await failureOf(terraform.apply())).toMatchObject({ code: 'terraform/unreadable-output' });
  });

  test('is killed from outside', async () => {
    const terraform = openTerraform(fakeSetup(temporaryFolder(), 'kill -KILL $$'));
    expect(await failureOf(terraform.apply())).toMatchObject({ code: 'terraform/killed' });
  });

  test('sees what Terraform is to be told by the environment, and nothing of ours', async () => {
    const folder = temporaryFolder();
    const terraform = openTerraform({
      ...fakeSetup(folder, `env > ${folder}/env`),
      env: { AWS_REGION: 'eu-west-2' },
      cliConfigFile: '/c.tfrc',
    });
    await terraform.forceUnlock('x');
    const lines = readFileSync(join(folder, 'env'), 'utf8').split('\n');
    expect(lines.filter((line) => /^(TF_|AWS_|CHECKPOINT|HOME|PATH)/.test(line)).sort()).toEqual([
      'AWS_REGION=eu-west-2',
      'CHECKPOINT_DISABLE=1',
      'TF_CLI_CONFIG_FILE=/c.tfrc',
      'TF_INPUT=0',
      'TF_IN_AUTOMATION=1',
    ]);
    expect(existsSync(join(folder, 'main.tf.json'))).toBe(false);
  });
});
