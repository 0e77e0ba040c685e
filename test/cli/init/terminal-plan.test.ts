// The plan's comment, at a terminal.
import { stripVTControlCharacters } from 'node:util';
import { expect, test } from '@jest/globals';
import { renderForTerminal } from '../../../src/cli/init/terminal-plan.ts';

const comment = [
  '### Plan: 1 to add',
  '',
  '<details open><summary><b>ci</b>: 1 to add</summary>',
  '',
  '<details><summary><code>aws_iam_role.ci&lt;b&gt;</code> &amp; more</summary>',
  '',
  '```diff',
  '+ name: "<details>"',
  '- old: `x`',
  '```',
  '',
  '</details>',
  '</details>',
  '',
  'Also: `2` outputs, \\*one\\* **two**.',
].join('\n');

const plain = (full: boolean) => stripVTControlCharacters(renderForTerminal(comment, full));

test('says what happens, without the markup', () => {
  expect(plain(false)).toMatchInlineSnapshot(`
"Plan: 1 to add

ci: 1 to add

aws_iam_role.ci<b> & more

Also: 2 outputs, *one* two.

Every attribute: --full
"
`);
});

test('says it in full, and leaves values as they are', () => {
  expect(plain(true)).toContain('+ name: "<details>"\n- old: `x`');
});
