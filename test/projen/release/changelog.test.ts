// What people read of a release.
import { expect, test } from '@jest/globals';
import { renderChangelog } from '../../../src/projen/release/changelog.ts';
import { readChange } from '../../../src/projen/release/commits.ts';

const render = (...messages: readonly string[]) =>
  renderChangelog({
    version: '0.4.0',
    date: '2027-01-31',
    changes: messages.map((message, index) => readChange({ sha: `${index}abcdef0123`, message })),
  });

test('a release, by what matters most', () => {
  const messages = [
    'docs: explain',
    'feat(plan): show costs',
    'fix: wait for the lock (#12)',
    'perf: read plans faster',
    'revert: show costs',
    'Say what is missing',
    'fix!: rename\n\nBREAKING CHANGE: the input `stack` is called `stacks`',
  ];
  expect(render(...messages)).toMatchInlineSnapshot(`
"## 0.4.0 (2027-01-31)

### What you have to change

- the input \\\`stack\\\` is called \\\`stacks\\\` (6abcdef)

### New

- **plan:** show costs (1abcdef)

### Mended

- wait for the lock (#12) (2abcdef)
- rename (6abcdef)

### Faster

- read plans faster (3abcdef)

### Taken back

- show costs (4abcdef)

### Other changes

- Say what is missing (5abcdef)
"
`);
});

test('a release in which nothing is to be told', () => {
  expect(render('docs: x')).toBe('## 0.4.0 (2027-01-31)\n\nNothing that you would notice.\n');
});

test('words of commits stay words', () => {
  const hostile = 'feat: <img src=x> [a](javascript:b) `c` @everybody \u202eevil\u0007';
  expect(render(hostile).split('\n').at(-2)).toBe('- \\<img src=x\\> \\[a\\](javascript:b) \\`c\\` `@`everybody  evil (0abcdef)');
});
