// Asks the real provider whether it understands every stack: all of them at once, as modules of one configuration.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, jest, test } from '@jest/globals';
import { writeCliConfig } from '../../src/adapters/terraform/cli-config.ts';
import type { ProviderMirror } from '../../src/adapters/terraform/provider-mirror.ts';
import { openTerraform } from '../../src/adapters/terraform/terraform.ts';
import { describeWith } from '../support/needs.ts';
import { binary, findMirror } from '../support/provider.ts';
import type { Stack } from './support/stack.ts';
import { type Label, stackNamed } from './support/synthesized.ts';

jest.setTimeout(120_000);

const { PATH = '' } = process.env;

/** Staging consists of the same resources as production; a test of synth holds it to that. */
const labels: readonly Label[] = [
  'bootstrap',
  'production/platform',
  'production/service',
  'staging/service-pr-7',
  'preview/platform',
  'punctual/platform',
  'preview/service',
];

const needed = {
  domain: 'example.org',
  cache_slot: 1,
  github_dispatch_connection_arn: 'arn:aws:events:eu-west-2:111122223333:connection/assess-staging-github/1',
  github_repository: 'acme/assessments',
  image: `example/app@sha256:${'0'.repeat(64)}`,
};

/** A resource that never existed, and a word that was taken away. */
const ofFirstStack = { aws_rds_cluster_subnet_group: { none: {} }, aws_eip: { old: { vpc: 'maybe' } } };

/** A module has no state of its own, and shares its provider with the others: starting one takes seconds. */
function writeModule(folder: string, { label, json }: Stack): readonly [name: string, module: object] {
  const name = label.replaceAll('/', '-');
  const { provider: _provider, ...rest } = json;
  const { backend: _backend, ...terraform } = json.terraform as { backend: unknown };
  mkdirSync(join(folder, name));
  writeFileSync(join(folder, name, 'cdk.tf.json'), JSON.stringify({ ...rest, terraform }));
  const variables = Object.entries(needed).filter(([variable]) => variable in ((json.variable ?? {}) as object));
  return [name, { source: `./${name}`, ...Object.fromEntries(variables) }];
}

describeWith(['terraform', 'a mirror of the AWS provider'], 'the real provider', () => {
  test('understands every stack, and nothing of what the first one was made of', async () => {
    expect(await withFolder(problemsIn)).toEqual([
      expect.stringMatching(/^Incorrect attribute value type: .*"vpc"/),
      expect.stringMatching(/^Invalid resource type: .*"aws_rds_cluster_subnet_group"/),
    ]);
  });
});

async function problemsIn(folder: string): Promise<readonly string[]> {
  const module = Object.fromEntries(labels.map((label) => writeModule(folder, stackNamed(label))));
  const { provider } = stackNamed('bootstrap').json;
  writeFileSync(join(folder, 'main.tf.json'), JSON.stringify({ module, provider, resource: ofFirstStack }));
  const cliConfigFile = await writeCliConfig({ mirror: (await findMirror()) as ProviderMirror, folder });
  const terraform = openTerraform({ binary: await binary(), folder, env: { PATH, HOME: folder }, cliConfigFile });
  await terraform.init();
  return (await terraform.validate()).map(({ summary, detail }) => `${summary}: ${detail}`).toSorted();
}

async function withFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'opsdeck-validate-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
