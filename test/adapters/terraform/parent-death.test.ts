// A child does not outlive the program that started it, however that one ends. Needs real programs: hence the extra process.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, jest, test } from '@jest/globals';
import { livingInGroup, temporaryFolders } from './support.ts';

const temporaryFolder = temporaryFolders();
jest.setTimeout(30_000);
const sources = new URL('../../../src/adapters/terraform/', import.meta.url);
const tsx = import.meta.resolve('tsx');

/** Starts a program whose child runs `script`, which prints its group when it is ready for signals. */
async function startProgram(script: string, onLine: string) {
  const file = join(temporaryFolder(), 'program.mts');
  writeFileSync(
    file,
    `import { runProcess } from '${new URL('process.ts', sources).href}';
const stop = { askAgainAfterSeconds: 60, killAfterSeconds: 60 };
const onLine = (line: string) => { console.log(line); ${onLine} };
const { stopStage } = await runProcess({ command: '/bin/sh', args: ['-c', ${JSON.stringify(script)}], folder: '/', env: process.env, stop, onLine });
console.log(stopStage);`,
  );
  const program = spawn(process.execPath, ['--import', tsx, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(program, 'exit');
  const lines = createInterface(program.stdout)[Symbol.asyncIterator]();
  const group = Number((await lines.next()).value);
  return { program, group, ended, nextLine: async () => (await lines.next()).value };
}

test('a program that exits takes its child with it', async () => {
  const { group, ended } = await startProgram('echo $$; sleep 60', 'process.exit(0);');
  await ended;
  expect(livingInGroup(group)).toEqual([]);
});

test('a program that is interrupted asks its child to stop, and waits for it', async () => {
  const { program, group, ended, nextLine } = await startProgram(
    `trap 'sleep 0.1; exit 1' INT; echo $$; while :; do sleep 0.05; done`,
    '',
  );
  program.kill('SIGINT');
  expect(await nextLine()).toBe('asked');
  expect(await ended).toEqual([0, null]);
  expect(livingInGroup(group)).toEqual([]);
});

test('a program that is interrupted again and again does not wait', async () => {
  const { program, group, nextLine } = await startProgram(`trap '' INT; echo $$; sleep 60`, '');
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGINT'] as const) {
    program.kill(signal);
    await sleep(400);
  }
  expect(await nextLine()).toBe('killed');
  expect(livingInGroup(group)).toEqual([]);
});
