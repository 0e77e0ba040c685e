// Running one command: its output, its end, and that nothing of it is left.
import { describe, expect, jest, test } from '@jest/globals';
import { type ProcessRun, runProcess } from '../../../src/adapters/terraform/process.ts';
import type { StopPolicy } from '../../../src/adapters/terraform/stop-in-stages.ts';
import { failureOf, livingInGroup, temporaryFolders } from './support.ts';

const temporaryFolder = temporaryFolders();
jest.setTimeout(30_000);
/** Whichever stage a test is not about takes longer than the test. */
const never = 20;

function shell(script: string, run: Partial<ProcessRun> = {}) {
  return runProcess({
    command: '/bin/sh',
    args: ['-c', script],
    folder: temporaryFolder(),
    env: { PATH: '/usr/bin:/bin' },
    ...run,
  });
}

/** Runs a script that prints its process group first, and aborts it as soon as it has. */
async function abortOnceStarted(script: string, stop: StopPolicy) {
  const controller = new AbortController();
  let group = 0;
  const onLine = (line: string) => {
    group = Number(line);
    controller.abort();
  };
  const result = await shell(script, { signal: controller.signal, stop, onLine });
  return { result, left: livingInGroup(group) };
}

describe('a command', () => {
  test('gives its output, its errors and its exit code', async () => {
    const { stdout, ...result } = await shell('echo out; echo err >&2; exit 3');
    expect(stdout.toString()).toBe('out\n');
    expect(result).toEqual({
      exitCode: 3,
      killedBy: undefined,
      cancelled: false,
      stopStage: 'none',
      started: true,
      stderr: 'err\n',
    });
  });

  test('gives its output line by line when asked to', async () => {
    const lines: string[] = [];
    const { stdout } = await shell('printf "one\\ntw"; sleep 0.05; printf "o\\nthree"', { onLine: (line) => lines.push(line) });
    expect(lines).toEqual(['one', 'two', 'three']);
    expect(stdout).toHaveLength(0);
  });

  test('sees only the environment that it is given', async () => {
    const { stdout } = await shell('env', { env: { ONLY: 'this' } });
    expect(
      stdout
        .toString()
        .split('\n')
        .filter((line) => !/^(PWD|_|SHLVL|OLDPWD)=/.test(line)),
    ).toEqual(['ONLY=this', '']);
  });

  test('keeps the end of very long errors', async () => {
    const { stderr } = await shell('head -c 2000000 /dev/zero | tr "\\0" x >&2; echo END >&2');
    expect(stderr.length).toBeLessThan(400_000);
    expect(stderr.endsWith('xEND\n')).toBe(true);
  });

  test('runs to its end although the listener has a bug, which is thrown then', async () => {
    const seen: string[] = [];
    const onLine = (line: string) => {
      seen.push(line);
      throw new Error(`bug at ${line}`);
    };
    await expect(shell('echo 1; echo 2', { onLine })).rejects.toThrow('bug at 1');
    expect(seen).toEqual(['1', '2']);
  });

  test('leaves no process behind, even if it started one and forgot it', async () => {
    const { stdout } = await shell('sleep 60 & echo $$');
    expect(livingInGroup(Number(stdout.toString()))).toEqual([]);
  });

  test.each([
    ['the command', { command: '/nonexistent' }],
    ['the folder', { folder: '/nonexistent' }],
  ])('cannot be started without %s', async (_what, run) => {
    expect(await failureOf(shell('true', run))).toMatchObject({
      code: 'terraform/not-runnable',
      cause: expect.objectContaining({ code: 'ENOENT' }),
    });
  });
});

describe('a cancelled command', () => {
  test('is not started when it is cancelled before', async () => {
    const result = await shell('echo never', { signal: AbortSignal.abort() });
    expect(result).toMatchObject({ started: false, cancelled: true, exitCode: undefined });
    expect(result.stdout).toHaveLength(0);
  });

  const wait = 'while :; do sleep 0.05; done';
  const patient = { askAgainAfterSeconds: never, killAfterSeconds: never };
  const insistent = { askAgainAfterSeconds: 0.5, killAfterSeconds: never };
  const merciless = { askAgainAfterSeconds: 0.1, killAfterSeconds: 0.1 };

  test.each<[string, string, StopPolicy, object]>([
    ['ends after one SIGINT', `trap 'exit 1' INT; echo $$; ${wait}`, patient, { exitCode: 1, stopStage: 'asked' }],
    [
      'ends after two',
      `n=0; trap 'n=$((n+1)); [ $n = 2 ] && exit 1' INT; echo $$; ${wait}`,
      insistent,
      { exitCode: 1, stopStage: 'insisted' },
    ],
    [
      'is killed when it does not listen',
      `trap '' INT; echo $$; sleep 60`,
      merciless,
      { killedBy: 'SIGKILL', stopStage: 'killed' },
    ],
    ['may have come to a good end', `trap 'exit 0' INT; echo $$; ${wait}`, patient, { exitCode: 0, stopStage: 'asked' }],
  ])('%s', async (_what, script, stop, expected) => {
    const { result, left } = await abortOnceStarted(script, stop);
    expect(result).toMatchObject({ ...expected, cancelled: true });
    expect(left).toEqual([]);
  });
});
