// What a rehearsal leaves when it is ended in the middle: nothing. Slow, so apart from the other tests: npm run test:kill
import { expect, jest, test } from '@jest/globals';
import { commandOf, descendants, end, isApplying, isRunning, start, temporaryFolder, until } from '../support/cli.ts';
import { describeWith } from '../support/needs.ts';

jest.setTimeout(120_000);
temporaryFolder();

const mentioned = (text: string): unknown => expect.stringContaining(text);

describeWith(['terraform', 'moto_server'], 'a rehearsal', () => {
  test('stops in good order at Ctrl-C in the middle of an apply, and leaves no process and no folder', async () => {
    const child = start(['rehearse', 'platform', '--json']);
    await until(child, isApplying);
    const started = descendants(child.pid ?? 0);
    const commands = started.map(commandOf);
    child.kill('SIGINT');
    const { exitCode, errors, left } = await end(child);
    expect({ exitCode, left, running: started.filter(isRunning) }).toEqual({ exitCode: 130, left: [], running: [] });
    expect(errors).toContain('(terraform/cancelled)');
    expect(commands).toEqual(expect.arrayContaining(['server.py', 'terraform apply', 'terraform-provider-aws'].map(mentioned)));
  });

  test('tells that the emulator died half-way, and leaves no process and no folder', async () => {
    const child = start(['rehearse', 'platform', '--json']);
    await until(child, isApplying);
    const started = descendants(child.pid ?? 0);
    const emulator = started.find((pid) => commandOf(pid).includes('server.py'));
    process.kill(emulator ?? 0, 'SIGKILL');
    const { exitCode, errors, left } = await end(child);
    expect({ exitCode, left, running: started.filter(isRunning) }).toEqual({ exitCode: 1, left: [], running: [] });
    expect(errors).toContain('(emulator/died)');
  });
});
