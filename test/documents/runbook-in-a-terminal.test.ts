// `opsdeck runbook` as the documents tell to type it: planned, run, planned again and taken back, against the emulated AWS.
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, expect, jest, test } from '@jest/globals';
import { emulatorVariables, pointAtEmulator } from '../../src/rehearsal/emulator/environment.ts';
import { startSimulation } from '../../src/rehearsal/emulator/simulation.ts';
import { withEmulator } from '../adapters/aws/support.ts';
import { buildService } from '../support/emulated-service.ts';
import { describeWith } from '../support/needs.ts';

jest.setTimeout(120_000);

/** A minute takes three seconds: a busy machine must not make steps run out of their time. */
const rate = 20;
const account = '123456789012';
const scaled = ['ecs-scale', 'environment=pr-1', 'desired=4'];

describeWith(['moto_server'], 'a runbook in a terminal', () => {
  const folder = mkdtempSync(join(tmpdir(), 'opsdeck-test-'));
  let originMs = 0;
  const config = withEmulator(async (client) => {
    await buildService(client, 'assess-pr-1');
    const state = { Bucket: `opsdeck-state-${account}-eu-west-2` };
    const place = { CreateBucketConfiguration: { LocationConstraint: 'eu-west-2' } } as const;
    await new S3Client({ ...client, forcePathStyle: true }).send(new CreateBucketCommand({ ...state, ...place }));
    originMs = Date.now();
    await startSimulation(client.endpoint ?? '', { rate, originMs });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const opsdeck = (...args: readonly string[]) => {
    const base = { PATH: process.env.PATH, NO_COLOR: '1', OPSDECK_TIME: `${rate}@${originMs}` };
    const env = {
      ...pointAtEmulator(base, emulatorVariables(config().endpoint ?? '', 'eu-west-2')),
      AWS_ACCOUNT_ID: account,
    };
    const command = [join(process.cwd(), 'bin/opsdeck.js'), ...args];
    return new Promise<{ readonly exitCode: number; readonly output: string; readonly errors: string }>((resolve) => {
      execFile(process.execPath, command, { cwd: folder, env }, (error, output, errors) => {
        resolve({ exitCode: typeof error?.code === 'number' ? error.code : 0, output, errors });
      });
    });
  };

  test('tells what is missing where nobody can be asked', async () => {
    expect(await opsdeck('runbook', 'run', 'ecs-scale')).toMatchObject({
      exitCode: 2,
      output: '',
      errors: expect.stringMatching(/environment[\s\S]*\(cli\/usage\)/),
    });
  });

  test('is planned, run, has nothing left to do, and is taken back', async () => {
    const planned = await opsdeck('runbook', 'plan', ...scaled);
    expect(planned.output).toContain('Scale the service on pr-1');
    expect(planned.output).toContain('desired tasks of assess-pr-1-app  3 → 4');
    const unsure = await opsdeck('runbook', 'run', ...scaled);
    expect(unsure.output).not.toContain('DONE');
    const run = await opsdeck('runbook', 'run', ...scaled, '--yes');
    expect(run.output).toContain('DONE ecs-scale on pr-1');
    expect((await opsdeck('runbook', 'plan', ...scaled)).output).toContain('nothing to do');
    const undone = await opsdeck('runbook', 'resume', 'service', 'environment=pr-1', '--undo');
    expect(undone.output).toContain('UNDONE ecs-scale on pr-1');
    expect([planned.exitCode, unsure.exitCode === 0, run.exitCode]).toEqual([0, false, 0]);
  });

  test('writes what it collects into a folder', async () => {
    const collect = ['runbook', 'run', 'collect-diagnostics', 'environment=pr-1', '--files', 'diagnostics', '--yes'];
    const { exitCode, output, errors } = await opsdeck(...collect);
    expect({ exitCode, errors }).toEqual({ exitCode: 0, errors: expect.stringContaining('9 files are written') });
    expect(output).toContain('DONE collect-diagnostics on pr-1');
    const files = readdirSync(join(folder, 'diagnostics'), { recursive: true, encoding: 'utf8' });
    expect(files.filter((name) => /\.(md|json)$/.test(name))).toHaveLength(9);
  });
});
