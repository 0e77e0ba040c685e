// One provider for all commands of a stack: started with the first, ended with the stack, and done without where it fails.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, jest, test } from '@jest/globals';
import { writeCliConfig } from '../../../src/adapters/terraform/cli-config.ts';
import { openTerraform } from '../../../src/adapters/terraform/terraform.ts';
import { keptProvider } from '../../../src/rehearsal/provider/kept-provider.ts';
import { temporaryFolders } from '../../adapters/terraform/support.ts';
import { describeWith } from '../../support/needs.ts';
import { findMirror, binary as realBinary } from '../../support/provider.ts';
import { address, isRunning, type StandIn, writeStack } from './support.ts';

const temporaryFolder = temporaryFolders();
jest.setTimeout(60_000);

const binary = { path: 'terraform', tool: 'terraform', version: '1.11.4', platform: 'linux_amd64' } as const;

function keep(standIn: StandIn, env: NodeJS.ProcessEnv = {}, versions = ['5.100.0']) {
  const folder = temporaryFolder();
  writeStack(folder, standIn, { versions });
  const ordinary: string[] = [];
  const onOrdinary = (reason: string) => ordinary.push(reason);
  return { ...keptProvider({ binary, folder, env, temporaryFolder: folder, onOrdinary }), ordinary };
}

function told({ TF_REATTACH_PROVIDERS = '{}' }: Readonly<Record<string, string>>) {
  const { Pid, Addr } = JSON.parse(TF_REATTACH_PROVIDERS)[address];
  return { pid: Pid as number, environment: JSON.parse(Addr.String) as NodeJS.ProcessEnv };
}

describe('the provider of a stack', () => {
  test('serves all its commands', async () => {
    const { variablesFor, release, ordinary } = keep('serves', { AWS_REGION: 'eu-west-2' });
    const variables = await Promise.all([variablesFor('plan'), variablesFor('apply'), variablesFor('state-list')]);
    const [first] = variables.map(told);
    expect(variables.map((each) => told(each).pid)).toEqual(Array(3).fill(first?.pid));
    expect(first?.environment).toMatchObject({ AWS_REGION: 'eu-west-2', TF_LOG_SDK: 'off' });
    await release();
    expect(isRunning(first?.pid ?? 0)).toBe(false);
    expect(ordinary).toEqual([]);
  });

  test('is ended before Terraform installs what may be another', async () => {
    const { variablesFor, release } = keep('serves');
    const { pid } = told(await variablesFor('plan'));
    expect(await variablesFor('init')).toEqual({});
    expect(isRunning(pid)).toBe(false);
    expect(told(await variablesFor('plan')).pid).not.toBe(pid);
    await release();
  });

  test('that has ended is done without, which is told once', async () => {
    const { variablesFor, release, ordinary } = keep('serves');
    const { pid } = told(await variablesFor('plan'));
    process.kill(pid, 'SIGKILL');
    while (isRunning(pid)) await sleep(10);
    expect([await variablesFor('plan'), await variablesFor('apply')]).toEqual([{}, {}]);
    expect(ordinary).toEqual(['its provider has ended by itself']);
    await release();
  });

  test.each<[string, () => ReturnType<typeof keep>, string]>([
    ['does not come up', () => keep('fails at once'), 'its provider did not come up: plugin: no room for a socket'],
    ['is not certain', () => keep('serves', {}, ['5.100.0', '5.99.0']), 'not exactly one AWS provider, configured once'],
    ['is to write a log', () => keep('serves', { TF_LOG: 'trace' }), 'its log is wanted'],
  ])('that %s is done without, which is told once', async (_what, make, reason) => {
    const { variablesFor, release, ordinary } = make();
    expect([await variablesFor('plan'), await variablesFor('apply')]).toEqual([{}, {}]);
    expect(ordinary).toEqual([reason]);
    await release();
  });
});

describeWith(['terraform', 'a mirror of the AWS provider'], 'with real Terraform and the real provider', () => {
  test('each command configures it with what the stack says then', async () => {
    const folder = temporaryFolder();
    const mirror = await findMirror();
    if (!mirror) throw new Error('the suite is left out without a mirror');
    const write = (owner: string) => writeFileSync(join(folder, 'cdk.tf.json'), JSON.stringify(stackOf(owner)));
    const ordinary: string[] = [];
    const env = { PATH: process.env.PATH, HOME: folder, AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' };
    const setup = { binary: await realBinary(), folder, env, temporaryFolder: folder };
    const { variablesFor, release } = keptProvider({ ...setup, onOrdinary: (reason) => ordinary.push(reason) });
    const cliConfigFile = await writeCliConfig({ mirror, folder });
    const terraform = openTerraform({ ...setup, cliConfigFile, variablesFor });
    try {
      write('first');
      await terraform.init();
      await terraform.apply();
      expect(await terraform.output()).toMatchObject({ tags: { value: { Owner: 'first' } } });
      write('second');
      await terraform.apply();
      expect(await terraform.output()).toMatchObject({ tags: { value: { Owner: 'second' } } });
      expect(ordinary).toEqual([]);
    } finally {
      await release();
    }
  });
});

/** It asks the provider for its own configuration, so that no cloud is needed. */
function stackOf(owner: string) {
  const provider = {
    region: 'eu-west-2',
    default_tags: [{ tags: { Owner: owner } }],
    skip_credentials_validation: true,
    skip_metadata_api_check: 'true',
    skip_requesting_account_id: true,
  };
  return {
    terraform: { required_providers: { aws: { source: 'aws' } } },
    provider: { aws: [provider] },
    data: { aws_default_tags: { current: {} } },
    output: { tags: { value: '${data.aws_default_tags.current.tags}' } },
  };
}
