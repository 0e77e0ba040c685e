// The check that the other tests rest on: what would do something on a page is found, what only looks like it is not.
import { expect, test } from '@jest/globals';
import { harms } from './support/harmless.ts';

test.each([
  ['<script>alert(1)</script>', 'markup'],
  ['a <img src=x onerror=alert(1)> b', 'markup'],
  ['<details onclick="x">', 'markup'],
  ['<!-- opsdeck:pull-request -->', 'markup'],
  ['![x](https://evil.example/x.png)', 'picture'],
  ['[x](https://evil.example)', 'link'],
  ['https://evil.example/x', 'link'],
  ['ask @platform-team', 'mention'],
])('%s: a %s', (text, kind) => {
  expect(harms(text)[0]).toMatch(new RegExp(`^${kind}: `));
});

test.each([
  '`<script>`',
  '```\n@everyone <img>\n```',
  '\\<script\\>',
  '<details><summary><code>&lt;b&gt;</code></summary>',
  'a<br>b',
  'kim@example',
])('%j does nothing', (text) => expect(harms(text)).toEqual([]));
