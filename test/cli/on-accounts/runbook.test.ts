// `opsdeck runbook` as whoever is on call runs it: at a terminal, in a folder of a repository whose names begin otherwise.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, expect, jest, test } from '@jest/globals';
import { openServices } from '../../../src/adapters/aws/services.ts';
import { startSimulation } from '../../../src/rehearsal/emulator/simulation.ts';
import { credentials, withEmulator } from '../../adapters/aws/support.ts';
import { buildService } from '../../support/emulated-service.ts';
import { describeWith } from '../../support/needs.ts';
import { atTerminal, keys, type Turn } from '../../support/terminal.ts';

jest.setTimeout(120_000);

/** A minute takes six seconds: long enough to break something off. */
const rate = 10;
const bucket = 'states';
const app = { cluster: 'shop-staging', service: 'shop-staging-app' };

const repository = mkdtempSync(join(tmpdir(), 'opsdeck-terminal-'));
const folder = join(repository, 'stacks/deep');
for (const path of ['.git', '.github', 'stacks/deep']) mkdirSync(join(repository, path), { recursive: true });
writeFileSync(join(repository, '.github/opsdeck.json'), '{"stacks":{"layout":"platform","prefix":"shop"}}');
afterAll(() => rmSync(repository, { recursive: true }));

describeWith(['moto_server', 'python3'], 'at a terminal', () => {
  let time = '';
  const config = withEmulator(async (client) => {
    const s3 = new S3Client({ ...client, forcePathStyle: true });
    await s3.send(new CreateBucketCommand({ Bucket: bucket, CreateBucketConfiguration: { LocationConstraint: 'eu-west-2' } }));
    await buildService(client, app.cluster);
    const originMs = Date.now();
    await startSimulation(client.endpoint ?? '', { rate, originMs });
    time = `${rate}@${originMs}`;
  });
  const sit = (args: readonly string[], dialogue: readonly Turn[] = []) => {
    const env = {
      ...{ PATH: process.env.PATH, HOME: repository, TERM: 'xterm-256color', OPSDECK_TIME: time, AWS_REGION: 'eu-west-2' },
      ...{ AWS_ENDPOINT_URL: config().endpoint, AWS_ACCESS_KEY_ID: credentials.accessKeyId },
      ...{ AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey, OPSDECK_STATE_BUCKET: bucket },
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    };
    return atTerminal({ args: ['runbook', ...args], dialogue, cwd: folder, env });
  };
  const desired = async () => (await openServices(config()).describe(app))?.desired;

  test('what was not given is asked for, and a wrong answer is asked for again', async () => {
    const { exitCode, screen, unheard } = await sit(
      ['plan', 'ecs-scale'],
      [
        ['Which environment?', `staging${keys.enter}`],
        ['Tasks that it is to have', `many${keys.enter}`],
        ['expected a whole number', `\x7f\x7f\x7f\x7f9${keys.enter}`],
      ],
    );
    expect({ exitCode, unheard }).toEqual({ exitCode: 0, unheard: null });
    expect(screen).toContain('desired tasks of shop-staging-app  3 → 9');
    expect(screen).toContain('Nothing has been changed. To run it: opsdeck runbook run ecs-scale environment=staging desired=9');
    expect(await desired()).toBe(3);
  });

  test('nothing is run without a yes', async () => {
    const { exitCode, unheard } = await sit(
      ['run', 'ecs-scale', 'environment=staging', 'desired=9'],
      [['Run ecs-scale on staging?', keys.enter]],
    );
    expect({ unheard, failed: exitCode !== 0 }).toEqual({ unheard: null, failed: true });
    expect(await desired()).toBe(3);
  });

  test('what is broken off with Ctrl-C is undone', async () => {
    const { exitCode, screen, unheard } = await sit(
      ['run', 'ecs-scale', 'environment=staging', 'desired=9'],
      [
        ['Run ecs-scale on staging?', 'y'],
        ['it scales from 2 to 9', ''],
        ['Scale the service', keys.cancel],
      ],
    );
    expect({ exitCode, unheard, screen }).toEqual({ exitCode: 3, unheard: null, screen: expect.stringMatching(/UNDONE/i) });
    expect(await desired()).toBe(3);
  });

  test('and with a yes it is done', async () => {
    const { exitCode, screen } = await sit(['run', 'ecs-scale', 'environment=staging', 'desired=4', '--yes']);
    expect({ exitCode, screen }).toEqual({ exitCode: 0, screen: expect.stringContaining('4 of 4 tasks run, 4 are healthy') });
    expect(await desired()).toBe(4);
  });
});
