// What the people of the rehearsal change.
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import {
  applyEdits,
  asReviewed,
  editedPaths,
  forgotten,
  moreCapacity,
  stealer,
  stricterHealthCheck,
} from '../../../src/rehearsal/pull-requests/changes.ts';

const files = new Map(editedPaths.map((path) => [path, readFileSync(path, 'utf8')]));

test.each([
  ['a first push', stricterHealthCheck],
  ['another one', [...stricterHealthCheck, ...asReviewed]],
  ['a fork', moreCapacity],
  ['a thief', stealer],
  ['one that is forgotten', forgotten],
])('%s changes files as they are now', (_name, edits) => {
  const changed = applyEdits(files, edits);
  for (const [path, text] of Object.entries(changed)) expect(text).not.toBe(files.get(path));
});

test('an edit of what is not there, or there twice, is refused by name', () => {
  const edit = { path: 'a.ts', from: 'x', to: 'y' };
  for (const text of ['', 'x x']) {
    expect(() => applyEdits(new Map([['a.ts', text]]), [edit])).toThrow('changes "x" in a.ts, which is not there exactly once');
  }
});
