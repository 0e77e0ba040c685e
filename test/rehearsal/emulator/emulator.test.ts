import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startEmulator } from '../../../src/rehearsal/emulator/emulator.ts';
import { findMoto } from '../../../src/rehearsal/emulator/find-moto.ts';
import { isFree } from '../../../src/rehearsal/emulator/local-http.ts';
import { describeWith } from '../../support/needs.ts';

const parentScript = fileURLToPath(new URL('./parent.ts', import.meta.url));

describeWith(['moto_server'], 'the emulator', () => {
  let folder: string;
  let python: string;
  let logFile: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'opsdeck-emulator-'));
    logFile = join(folder, 'logs', 'emulator.log');
    const search = { searchPath: process.env.PATH ?? '', cacheFolder: join(folder, 'venv'), env: process.env };
    python = (await findMoto(search)).python;
  }, 60_000);

  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('starts on a free port, is empty, and stops', async () => {
    const emulator = await startEmulator({ python, logFile });
    expect(emulator.environment).toMatchObject({ AWS_ENDPOINT_URL: emulator.url, AWS_REGION: 'eu-west-2' });
    expect(await emulator.inventory()).toEqual([]);
    await emulator.stop();
    expect(await emulator.exited).toMatchObject({ exitCode: 0, asked: true });
    expect(await isFree(emulator.port)).toBe(true);
    // Asking again harms nobody.
    await emulator.stop();
  }, 60_000);

  test('tells when it dies half-way', async () => {
    const emulator = await startEmulator({ python, logFile });
    process.kill(emulator.pid, 'SIGKILL');
    expect(await emulator.exited).toMatchObject({ killedBy: 'SIGKILL', asked: false });
    expect((await emulator.exited).logTail.join('\n')).toContain('GET /moto-api/inventory');
  }, 60_000);

  test('ends with a parent that had no time to end it', async () => {
    const parent = spawn(process.execPath, ['--import', 'tsx', parentScript, python, join(folder, 'orphan.log')]);
    const [line] = (await once(createInterface({ input: parent.stdout }), 'line')) as [string];
    const pid = Number(line);
    expect(isRunning(pid)).toBe(true);
    parent.kill('SIGKILL');
    await expect(endOf(pid)).resolves.toBe('ended');
  }, 60_000);

  test('ends when it is cancelled while it starts', async () => {
    const cancelled = AbortSignal.timeout(200);
    await expect(startEmulator({ python, logFile, signal: cancelled })).rejects.toMatchObject({ name: 'TimeoutError' });
  }, 60_000);

  test('refuses a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { readonly port: number };
    await expect(startEmulator({ python, logFile, port })).rejects.toMatchObject({
      code: 'emulator/port-taken',
      message: `The AWS emulator cannot listen on 127.0.0.1:${port}: another process does.`,
      next: expect.stringContaining('another port'),
    });
    other.close();
  });

  test('tells why it died at the start', async () => {
    const broken = join(folder, 'broken-python');
    await writeFile(broken, '#!/bin/sh\necho "ModuleNotFoundError: No module named flask"\nexit 3\n');
    await chmod(broken, 0o755);
    await expect(startEmulator({ python: broken, logFile })).rejects.toMatchObject({
      code: 'emulator/died',
      message: 'The AWS emulator ended while it was starting (exit code 3).',
      details: ['ModuleNotFoundError: No module named flask'],
    });
  });

  test('tells that there is no such Python', async () => {
    const missing = join(folder, 'no-python');
    await expect(startEmulator({ python: missing, logFile })).rejects.toMatchObject({ code: 'emulator/not-runnable' });
  });
});

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function endOf(pid: number): Promise<'ended' | 'still running'> {
  for (let waited = 0; waited < 10_000; waited += 100) {
    if (!isRunning(pid)) return 'ended';
    await sleep(100);
  }
  return 'still running';
}
