// Archives that other programs open, with the same bytes each time.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { storedZip } from '../../../src/stacks/parts/stored-zip.ts';

const files = [
  { name: 'handler.mjs', bytes: new TextEncoder().encode('export const handler = () => "ünïcode";\n') },
  { name: 'empty.txt', bytes: new Uint8Array() },
];

/** What Python makes of it; it also compares the sums. */
const reader = `
import json, sys, zipfile
archive = zipfile.ZipFile(sys.argv[1])
assert archive.testzip() is None
print(json.dumps([[i.filename, archive.read(i).decode(), oct(i.external_attr >> 16), i.date_time[:3]] for i in archive.infolist()]))
`;

test('others read what is in it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'opsdeck-zip-'));
  const file = join(folder, 'x.zip');
  writeFileSync(file, storedZip(files));
  const read = JSON.parse(execFileSync('python3', ['-c', reader, file], { encoding: 'utf8' }));
  rmSync(folder, { recursive: true });
  expect(read).toEqual([
    ['handler.mjs', 'export const handler = () => "ünïcode";\n', '0o100644', [1980, 1, 1]],
    ['empty.txt', '', '0o100644', [1980, 1, 1]],
  ]);
});

test('the same files give the same bytes, and other ones give others', () => {
  expect(storedZip(files).equals(storedZip(files))).toBe(true);
  expect(storedZip(files).equals(storedZip(files.toReversed()))).toBe(false);
});
