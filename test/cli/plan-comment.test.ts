// `opsdeck plan-comment`, as a person runs it on a file or in a pipe.
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, jest, test } from '@jest/globals';
import { bytesOf, planJson, resourceChange } from '../actions/plan/support/plan-json.ts';
import { planted, planWithSecrets } from '../actions/plan/support/secrets.ts';
import { end, start, temporaryFolder } from '../support/cli.ts';

jest.setTimeout(60_000);
const folder = temporaryFolder();
const small = planJson({ resource_changes: [resourceChange({ address: 'aws_vpc.main', after: { cidr_block: '10.0.0.0/16' } })] });

async function run(
  args: readonly string[],
  input: Uint8Array = new Uint8Array(),
): Promise<{ output: string; errors: string; code: number | null }> {
  const child = start(['plan-comment', ...args]);
  child.stdin?.end(input);
  const ended = once(child, 'close');
  const [output, errors] = await Promise.all([
    text(child.stdout as NodeJS.ReadableStream),
    text(child.stderr as NodeJS.ReadableStream),
  ]);
  const [code] = (await ended) as [number | null];
  return { output, errors, code };
}

function file(bytes: Uint8Array): string {
  const path = join(folder(), 'plan.json');
  writeFileSync(path, bytes);
  return path;
}

test('prints the comment, grouped by construct, without a secret', async () => {
  const stack = join(folder(), 'stack');
  mkdirSync(stack);
  const paths = { resource: { aws_x: { unmarked: { '//': { metadata: { path: 'app/part/of/it' } } } } } };
  writeFileSync(join(stack, 'cdk.tf.json'), JSON.stringify(paths));
  const { output, errors, code } = await run([file(bytesOf(planWithSecrets)), '--stack', stack]);
  expect({ errors, code }).toEqual({ errors: '', code: 0 });
  expect(output).toContain('<summary><code>part/of</code>: 1 to add</summary>');
  expect(planted.filter((secret) => output.includes(secret))).toEqual([]);
});

test('reads UTF-16 from standard input, and says the digest and the counts as JSON', async () => {
  const utf16 = Buffer.from(`\ufeff${JSON.stringify(small)}`, 'utf16le');
  const { output, code } = await run(['-', '--json'], utf16);
  expect(code).toBe(0);
  expect(JSON.parse(output)).toMatchObject({
    add: 1,
    destroy: 0,
    hasChanges: true,
    digest: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
});

describe('what it cannot show', () => {
  test.each<[string, readonly string[], Uint8Array, string]>([
    ['half a plan', [], bytesOf(small).subarray(0, 200), 'plan/truncated'],
    ['a file that is not there', ['nowhere.json'], new Uint8Array(), 'plan/unreadable-file'],
  ])('%s', async (_what, args, input, code) => {
    const { output, errors, code: exitCode } = await run(args, input);
    expect({ output, exitCode }).toEqual({ output: '', exitCode: 1 });
    expect(errors).toContain(`(${code})`);
    expect(errors).toContain('→');
  });
});

test('tells what it takes', async () => {
  const { exitCode, errors } = await end(start(['plan-comment', '--ful']));
  expect(exitCode).toBe(2);
  expect(errors).toContain('unknown option --ful');
});
