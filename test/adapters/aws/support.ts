// An emulator for the tests of a file, and the way to it.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from '@jest/globals';
import type { AwsClientConfig } from '../../../src/adapters/aws/client-config.ts';
import { type Emulator, startEmulator } from '../../../src/rehearsal/emulator/emulator.ts';
import { findMoto } from '../../../src/rehearsal/emulator/find-moto.ts';

export const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };

/** Call it in a suite. @returns how to reach the emulator, once the tests run */
export function withEmulator(prepare: (config: AwsClientConfig) => Promise<void>): () => AwsClientConfig {
  let folder: string;
  let emulator: Emulator;
  const config = (): AwsClientConfig => ({ region: 'eu-west-2', endpoint: emulator.url, credentials });
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'opsdeck-test-'));
    const search = { searchPath: process.env.PATH ?? '', cacheFolder: join(folder, 'venv'), env: process.env };
    const { python } = await findMoto(search);
    emulator = await startEmulator({ python, env: process.env, logFile: join(folder, 'emulator.log') });
    await prepare(config());
  }, 90_000);
  afterAll(async () => {
    await emulator?.stop();
    await rm(folder, { recursive: true, force: true });
  });
  return config;
}
