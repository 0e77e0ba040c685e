// `opsdeck init` and `opsdeck doctor` as a person runs them: an empty account and repository, crashes on the way, and twice.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DeleteObjectCommand, GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { stampWorkflow } from '../../../src/define/workflow-stamp.ts';
import { makePrerequisites, rehearsalDomain } from '../../../src/rehearsal/prerequisites.ts';
import { sdkConfig } from '../../../src/rehearsal/sdk-config.ts';
import { describeWith } from '../../support/needs.ts';
import { keys } from '../../support/terminal.ts';
import { type Accounts, ending, openAccounts } from './world.ts';

jest.setTimeout(300_000);

const workflow = 'jobs:\n  a:\n    steps:\n      - uses: ./actions/gate\n';
const options = ['--domain', rehearsalDomain, '--image', 'registry.example.org/app', '--reviewers', 'ada'];
const initialize = ['init', '--yes', '--json', ...options];
const bucket = 'opsdeck-state-123456789012-eu-west-2';
const stateKey = 'bootstrap/terraform.tfstate';

let accounts: Accounts;

beforeAll(async () => {
  accounts = await openAccounts({ 'README.md': 'x', '.github/workflows/pull-request.yml': stampWorkflow(workflow, '0.0.0') });
}, 120_000);
afterAll(() => accounts?.close());

/** Resources in the state that lies in the bucket; nothing while there is none. */
async function resourcesInBucket(): Promise<number | undefined> {
  const s3 = new S3Client({ ...sdkConfig(accounts.emulator), forcePathStyle: true });
  try {
    const { Contents = [] } = await s3.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: stateKey }));
    if (Contents.length === 0) return undefined;
    const { Body } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: stateKey }));
    const state = JSON.parse((await Body?.transformToString()) ?? '{}') as { resources: { mode: string }[] };
    return state.resources.filter(({ mode }) => mode === 'managed').length;
  } catch (error) {
    if ((error as Error).name === 'NoSuchBucket') return undefined;
    throw error;
  }
}

/** Kills the command, which cannot do anything about it, as soon as it says this. @returns what it had said */
async function killAt(said: RegExp): Promise<string> {
  const child = accounts.start(...initialize);
  const ended = ending(child);
  for await (const line of createInterface({ input: child.stderr as NodeJS.ReadableStream })) {
    if (said.test(line)) {
      child.kill('SIGKILL');
      break;
    }
  }
  return (await ended).errors;
}

const localState = (): string =>
  join(accounts.clone, '.opsdeck/bootstrap/123456789012-eu-west-2/stacks/bootstrap/terraform.tfstate');

const endOf = (output: string): unknown => JSON.parse(output.trim().split('\n').at(-1) ?? '');

describeWith(['terraform', 'moto_server', 'a mirror of the AWS provider'], 'an empty account', () => {
  test('is shown what would be made, and left alone', async () => {
    const { exitCode, output, errors } = await accounts.run('init', '--dry-run', ...options);
    expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: expect.stringContaining('Planning') });
    expect(output).toMatch(/Plan: \d+ to add, 0 to change, 0 to replace, 0 to destroy/);
    expect(output).toContain('make environment ops-approval: for main alone, approved by ada');
    expect(output).toContain('left as it was');
    expect(await resourcesInBucket()).toBeUndefined();
    expect(accounts.github.state.environments.size).toBe(0);
  });

  test('is not touched where nobody says yes, nor where it is another one', async () => {
    const unsure = await accounts.run('init', ...options);
    expect(unsure.exitCode).toBe(1);
    expect(unsure.errors).toContain('init/not-confirmed');
    const other = await accounts.run('init', '--yes', '--account', '999999999999');
    expect(other.exitCode).toBe(1);
    expect(other.errors).toContain('init/other-account');
    expect(await resourcesInBucket()).toBeUndefined();
  });

  test('is left alone by somebody who is asked everything, sees the plan, and says no', async () => {
    const { exitCode, screen, unheard } = await accounts.sit(
      ['init', '--image', 'registry.example.org/app'],
      [
        ['Which AWS region?', `eu-west-2${keys.enter}`],
        ['Which repository on GitHub?', keys.enter],
        ['Something has to be given', `acme/platform${keys.enter}`],
        ['Below which domain', `${rehearsalDomain}${keys.enter}`],
        ['Apply this to the account?', keys.enter],
      ],
      ['AWS_REGION', 'AWS_DEFAULT_REGION', 'GITHUB_REPOSITORY'],
    );
    expect({ exitCode, unheard }).toEqual({ exitCode: 0, unheard: null });
    expect(screen).toMatch(/Plan: \d+ to add, 0 to change, 0 to replace, 0 to destroy/);
    expect(screen).toContain('left as it was');
    expect(await resourcesInBucket()).toBeUndefined();
    expect(accounts.github.state.environments.size).toBe(0);
  });

  test('is left alone by somebody who leaves the questions', async () => {
    const { exitCode, screen, unheard } = await accounts.sit(['init'], [['Below which domain', keys.cancel]]);
    expect({ exitCode, unheard }).toEqual({ exitCode: 130, unheard: null });
    expect(screen).toContain('you left the questions');
  });

  test('is told by the doctor to lack everything', async () => {
    const { exitCode, output } = await accounts.run('doctor', '--json', '--domain', rehearsalDomain);
    const { findings } = JSON.parse(output) as { findings: { state: string; subject: string }[] };
    const wrong = findings.filter(({ state }) => state === 'wrong').map(({ subject }) => subject);
    expect(exitCode).toBe(1);
    expect(wrong).toEqual(expect.arrayContaining(['OIDC provider', 'role opsdeck-plan', 'state bucket', 'environment plan']));
    // The repository has previews alone.
    expect(wrong).not.toContain('environment game-day');
  });
});

describeWith(['terraform', 'moto_server', 'a mirror of the AWS provider'], 'a run that is killed', () => {
  test('while it applies, leaves a state here; the next one goes on', async () => {
    expect(await killAt(/aws_iam_role\..*create/)).not.toContain('Applied');
    expect(await resourcesInBucket()).toBeUndefined();
    // Killed again, this time between the end of the apply and the end of the move.
    expect(await killAt(/^Moving the state/)).toMatch(/An earlier run was ended before its end[\s\S]*Moving the state/);
    expect(existsSync(localState()) || (await resourcesInBucket()) !== undefined).toBe(true);
  });

  test('comes to its end when it is run again', async () => {
    const { exitCode, output, errors } = await accounts.run(...initialize);
    expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: expect.stringContaining('The account is as it should be') });
    expect(endOf(output)).toEqual({
      account: '123456789012',
      stateBucket: bucket,
      bootstrap: 'nothing-to-do',
      gitHub: 'set',
    });
    expect(await resourcesInBucket()).toBeGreaterThan(30);
    expect(existsSync(localState())).toBe(false);
  });

  test('and once more: then there is nothing to do', async () => {
    const asked = accounts.github.journal.length;
    const { exitCode, output } = await accounts.run(...initialize);
    expect({ exitCode, end: endOf(output) }).toMatchObject({
      exitCode: 0,
      end: { bootstrap: 'nothing-to-do', gitHub: 'nothing-to-do' },
    });
    expect(accounts.github.journal.slice(asked).filter(({ method }) => method !== 'GET')).toEqual([]);
  });

  test('shows no secret anywhere', async () => {
    const { output, errors } = await accounts.run('init', '--dry-run', '--full', ...options);
    expect(`${output}${errors}`).not.toMatch(/ghp_|aws_secret|AWS_SECRET/);
  });
});

describeWith(['terraform', 'moto_server', 'a mirror of the AWS provider'], 'an account that is set up', () => {
  test('is found well by the doctor, once there is a domain and a protected branch', async () => {
    await makePrerequisites(accounts.emulator);
    accounts.github.protectBranch('main');
    const { output, exitCode } = await accounts.run('doctor', '--json');
    const { findings } = JSON.parse(output) as { findings: { state: string; subject: string; says: string }[] };
    const unwell = findings.filter(({ state }) => state !== 'ok' && state !== 'advice');
    expect({ unwell, exitCode }).toEqual({ unwell: [], exitCode: 0 });
  });

  test('is not found in another region', async () => {
    const { output, exitCode } = await accounts.run('doctor', '--json', '--region', 'eu-west-1');
    expect(exitCode).toBe(1);
    expect(output).toContain('opsdeck-state-123456789012-eu-west-1 does not exist');
  });

  test('is not made once more by somebody who has not got its state', async () => {
    const s3 = new S3Client({ ...sdkConfig(accounts.emulator), forcePathStyle: true });
    await s3.send(new DeleteObjectCommand({ Bucket: bucket, Key: stateKey }));
    const { exitCode, errors } = await accounts.run(...initialize);
    expect(exitCode).toBe(1);
    expect(errors).toContain('init/state-lost');
  });
});

describe('what is missing', () => {
  test('is told before anything is asked', async () => {
    const { exitCode, errors } = await accounts.run('init', '--repository', 'nowhere');
    expect(exitCode).toBe(2);
    expect(errors).toContain('"nowhere" is no OWNER/NAME');
  });
});
