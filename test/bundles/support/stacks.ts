// What the synth job of a pull request hands on, the Terraform JSON: of this repository's stacks, or of stacks without resources.
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { stacksOfPullRequest } from '../../../src/actions/gate/output.ts';
import { defaultPolicy } from '../../../src/actions/gate/policy.ts';

/** As the workflow does it; that takes seconds. */
export async function synthesize(folder: string, pullRequest: number): Promise<void> {
  const args = ['bin/opsdeck.js', 'synth', '--pull-request', String(pullRequest), '--profile', 'staging', '--out', folder];
  await promisify(execFile)(process.execPath, args, { env: { PATH: process.env.PATH } });
  // Files of cdktf's own are not handed on.
  for (const group of ['host', 'shared', 'isolated']) rmSync(join(folder, group, 'manifest.json'));
}

/** Where only Terraform's answers matter: the gate lets these through, too, and in no time. */
export function writeEmptyStacks(folder: string, pullRequest: number): void {
  for (const { folder: path, subject } of stacksOfPullRequest({ environment: 'staging', region: 'eu-west-2' }, pullRequest)) {
    const { backend, requiredProviders, requiredVersion, providers } = defaultPolicy(subject);
    const terraform = { backend, required_providers: requiredProviders, required_version: requiredVersion };
    mkdirSync(join(folder, path), { recursive: true });
    writeFileSync(join(folder, path, 'cdk.tf.json'), JSON.stringify({ terraform, provider: providers }));
  }
}

/** What a pull request's code may do to its own stacks. @returns what takes it back */
export function addToStack(folder: string, stack: string, blocks: object): () => void {
  const file = join(folder, stack, 'cdk.tf.json');
  const before = readFileSync(file, 'utf8');
  writeFileSync(file, JSON.stringify({ ...JSON.parse(before), ...blocks }));
  return () => writeFileSync(file, before);
}
