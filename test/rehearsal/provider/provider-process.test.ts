// A provider process comes up, serves, and never outlives whoever started it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, jest, test } from '@jest/globals';
import { type ProviderProcess, startProvider } from '../../../src/rehearsal/provider/provider-process.ts';
import { temporaryFolders } from '../../adapters/terraform/support.ts';
import { isRunning, type StandIn, writeProvider } from './support.ts';

const temporaryFolder = temporaryFolders();
jest.setTimeout(30_000);

function start(standIn: StandIn, timeoutSeconds = 20): ProviderProcess {
  const folder = temporaryFolder();
  return startProvider({
    executable: writeProvider(folder, standIn),
    env: { ONLY: 'this' },
    temporaryFolder: folder,
    timeoutSeconds,
  });
}

async function up(provider: ProviderProcess): Promise<{ pid: number; environment: NodeJS.ProcessEnv }> {
  const readiness = await provider.ready;
  if (readiness.kind === 'down') throw new Error(readiness.reason);
  const { Pid, Addr } = readiness.reattachment as { Pid: number; Addr: { String: string } };
  return { pid: Pid, environment: JSON.parse(Addr.String) };
}

async function until(isSo: () => boolean): Promise<void> {
  for (let tries = 0; !isSo() && tries < 400; tries += 1) await sleep(25);
}

describe('a provider', () => {
  test('comes up with its own environment, runs, and is gone when it is stopped', async () => {
    const provider = start('serves');
    const { pid, environment } = await up(provider);
    expect(environment).toMatchObject({ ONLY: 'this', TMPDIR: expect.stringContaining('opsdeck-test-') });
    expect(environment).not.toHaveProperty('PATH', process.env.PATH);
    expect([provider.isRunning(), isRunning(pid)]).toEqual([true, true]);
    await provider.stop();
    expect([provider.isRunning(), isRunning(pid)]).toEqual([false, false]);
    // Asking again harms nobody.
    await provider.stop();
  });

  test('is not stopped by a full pipe', async () => {
    const provider = start('writes much');
    const { pid } = await up(provider);
    await sleep(200);
    expect([provider.isRunning(), isRunning(pid)]).toEqual([true, true]);
    await provider.stop();
  });

  test('that does not listen is killed', async () => {
    const provider = start('is deaf');
    const { pid } = await up(provider);
    await provider.stop();
    // The system may take a moment to clear it away.
    await until(() => !isRunning(pid));
    expect(isRunning(pid)).toBe(false);
  });

  test('that has ended by itself is known not to run', async () => {
    const provider = start('ends');
    await up(provider);
    await until(() => !provider.isRunning());
    expect(provider.isRunning()).toBe(false);
    await provider.stop();
  });

  test.each<[StandIn, number, string]>([
    ['fails at once', 20, 'plugin: no room for a socket'],
    ['says nothing', 0.2, 'it was not ready after 0.2 s'],
  ])('that %s does not come up, and says why', async (standIn, timeoutSeconds, reason) => {
    const provider = start(standIn, timeoutSeconds);
    expect(await provider.ready).toEqual({ kind: 'down', reason });
    await provider.stop();
    expect(provider.isRunning()).toBe(false);
  });

  test('that is no executable does not come up', async () => {
    const provider = startProvider({ executable: '/nonexistent', env: {}, temporaryFolder: temporaryFolder() });
    expect(await provider.ready).toMatchObject({ kind: 'down', reason: expect.stringContaining('/nonexistent') });
    await provider.stop();
  });
});

test('a provider ends with whoever started it, also when that one had no time to end it', async () => {
  const folder = temporaryFolder();
  const source = new URL('../../../src/rehearsal/provider/provider-process.ts', import.meta.url).href;
  const program = join(folder, 'program.mts');
  const options = JSON.stringify({ executable: writeProvider(folder, 'serves'), env: {}, temporaryFolder: folder });
  writeFileSync(
    program,
    `import { startProvider } from '${source}';
const { reattachment } = await startProvider(${options}).ready;
console.log(reattachment.Pid);`,
  );
  const parent = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(createInterface(parent.stdout), 'line')) as [string];
  const pid = Number(line);
  expect(isRunning(pid)).toBe(true);
  parent.kill('SIGKILL');
  await until(() => !isRunning(pid));
  expect(isRunning(pid)).toBe(false);
});
