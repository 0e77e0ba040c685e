// The gap layer: every operation that it claims to add or mend is called by AWS's own Python SDK, and is in the README.
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Emulator, startEmulator } from '../../../src/rehearsal/emulator/emulator.ts';
import { pointAtEmulator } from '../../../src/rehearsal/emulator/environment.ts';
import { findMoto } from '../../../src/rehearsal/emulator/find-moto.ts';
import { runTool } from '../../../src/rehearsal/emulator/run-tool.ts';
import { describeWith } from '../../support/needs.ts';

const gapsFolder = fileURLToPath(new URL('../../../src/rehearsal/emulator/gaps', import.meta.url));
const testRunner = fileURLToPath(new URL('./gaps/run.py', import.meta.url));

interface Gap {
  readonly service: string;
  readonly operation: string;
  readonly kind: string;
  readonly why: string;
  readonly applied: boolean;
}

describeWith(['moto_server'], 'the gap layer', () => {
  let folder: string;
  let python: string;
  let emulator: Emulator;
  let listed: readonly Gap[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'opsdeck-gaps-'));
    const search = { searchPath: process.env.PATH ?? '', cacheFolder: join(folder, 'venv'), env: process.env };
    python = (await findMoto(search)).python;
    const listing = runTool(python, [join(gapsFolder, 'server.py'), '--list'], { env: process.env, timeoutSeconds: 60 });
    emulator = await startEmulator({ python, logFile: join(folder, 'emulator.log') });
    const list = await listing;
    listed = JSON.parse(list.lines.join('')) as readonly Gap[];
  }, 60_000);

  afterAll(async () => {
    await emulator?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  test('has the table of its README from --list', () => {
    const readme = readFileSync(join(gapsFolder, 'README.md'), 'utf8');
    const table = listed.map(({ service, operation, kind, why }) => `| ${service} | ${operation} | ${kind} | ${why} |`);
    expect(readme.split('\n').filter((line) => /\| (?:adds|mends) \|/.test(line))).toEqual(table);
  });

  test('fits the moto that it was written for', () => {
    expect(listed.filter(({ applied }) => !applied)).toEqual([]);
  });

  test('answers every operation as AWS does', async () => {
    const env = { ...pointAtEmulator(process.env, emulator.environment), PYTHONDONTWRITEBYTECODE: '1' };
    const run = await runTool(python, [testRunner], { env, timeoutSeconds: 240 });
    if (!run.ok) throw new Error(run.lines.join('\n'));
    const called = JSON.parse(run.lines.find((line) => line.startsWith('[')) ?? '[]') as readonly string[];
    expect(called).toEqual(expect.arrayContaining(listed.map(({ service, operation }) => `${service} ${operation}`)));
  }, 240_000);
});
