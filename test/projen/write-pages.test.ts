import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { writePages } from '../../src/projen/write-pages.ts';

test('writes the pages that there are, removes those that there are no more, and leaves the rest', () => {
  const folder = mkdtempSync(join(tmpdir(), 'opsdeck-pages-'));
  try {
    writeFileSync(join(folder, 'old.md'), 'of a runbook that is gone');
    writeFileSync(join(folder, 'measured.json'), '{}');
    writePages(folder, { 'new.md': 'new', 'README.md': 'index' });
    writePages(folder, { 'new.md': 'newer', 'README.md': 'index' });
    expect(readdirSync(folder).sort()).toEqual(['README.md', 'measured.json', 'new.md']);
    expect(readFileSync(join(folder, 'new.md'), 'utf8')).toBe('newer');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
