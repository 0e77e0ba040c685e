import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { redactContent } from '../../../src/actions/plan/redact/redact-content.ts';
import { openKeptFiles } from '../../../src/adapters/files/kept-files.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'opsdeck-kept-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('writes what is kept without its secrets, for its owner alone', async () => {
  const path = await openKeptFiles({ folder: join(folder, 'bundle'), redact: redactContent }).keep(
    'logs.json',
    '{"password":"hunter2-hunter2"}',
  );
  expect(path).toBe(join(folder, 'bundle', 'logs.json'));
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({ password: '(redacted)' });
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test('leaves identifiers by which things are found', async () => {
  const arn = 'arn:aws:ecs:eu-west-2:123456789012:task/assess-staging/0123456789abcdef0123456789abcdef';
  const path = await openKeptFiles({ folder, redact: redactContent }).keep(
    'tasks.json',
    JSON.stringify([{ arn, token: 'ghp_0123456789012345678901234567890123456789' }]),
  );
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual([{ arn, token: '(redacted)' }]);
});

test.each(['../evil.md', '/etc/passwd.md', 'a/b.md', '.hidden', '', 'name', 'Name.md', `${'a'.repeat(80)}.md`])(
  'refuses the name %s',
  async (name) => {
    await expect(openKeptFiles({ folder, redact: String }).keep(name, 'x')).rejects.toMatchObject({ code: 'files/bad-name' });
    expect(readdirSync(folder)).toEqual([]);
  },
);

test('says what it could not write', async () => {
  writeFileSync(join(folder, 'taken'), '');
  await expect(openKeptFiles({ folder: join(folder, 'taken'), redact: String }).keep('a.md', 'x')).rejects.toMatchObject({
    code: 'files/not-written',
    next: expect.stringContaining('Make room'),
  });
});
