// A pull request in a few lines.
import { expect, test } from '@jest/globals';
import { composeComment } from '../../../src/actions/comment/slots.ts';
import { threadOf } from '../../../src/rehearsal/pull-requests/thread.ts';
import type { PullRequestStory } from '../../../src/rehearsal/report/data.ts';

const story: PullRequestStory = {
  number: 7,
  title: 'Find sick tasks sooner',
  author: 'kim',
  isFork: false,
  headRef: 'health-check',
  finalState: 'closed',
  entries: [],
};

test('tells what the comment says at last', () => {
  const versions = [
    'first',
    composeComment('', { verdict: '**Plan: 1 to change** · [run](https://x.y)', preview: '### Preview: live\n\nmore' }),
  ];
  const comment = {
    kind: 'comment',
    atMs: 0,
    author: 'github-actions[bot]',
    isBot: true,
    url: '',
    versions: versions.map((markdown) => ({ atMs: 0, markdown })),
  } as const;
  expect(threadOf({ ...story, entries: [comment] })).toMatchInlineSnapshot(`
    {
      "author": "kim",
      "lines": [
        "0 workflow runs",
        "1 comment, edited once; at last:",
        "  Plan: 1 to change · run",
        "  Preview: live",
      ],
      "number": 7,
      "state": "closed",
      "title": "Find sick tasks sooner",
    }
  `);
});

test('tells what people asked for, how they were answered, and in which words', () => {
  const said = { kind: 'comment', url: '', author: 'robin', isBot: false } as const;
  const asked = {
    ...said,
    atMs: 1,
    reactions: ['eyes', 'rocket', '+1'],
    versions: [{ atMs: 1, markdown: '/preview status\n/lock reason="x"' }],
  } as const;
  const parts = [
    '✅ `/preview status` done. [run](https://x.y)\n\nmore',
    '✅ `/lock reason="x"` done. 🔒 staging is locked \\(really\\) [run](https://x.y)',
  ].map((text, at) => `<!-- opsdeck:part ${at + 1} -->\n${text}\n<!-- opsdeck:end -->`);
  const markdown = `<!-- opsdeck:command-12 -->\n${parts.join('\n\n')}`;
  const answer = { ...said, atMs: 2, author: 'github-actions[bot]', isBot: true, versions: [{ atMs: 2, markdown }] } as const;
  expect(threadOf({ ...story, entries: [answer, asked] }).lines).toMatchInlineSnapshot(`
[
  "0 workflow runs",
  "robin: /preview status ⏎ /lock reason="x"  👀 🚀 👍",
  "  → ✅ /preview status done. run",
  "  → ✅ /lock reason="x" done. 🔒 staging is locked (really) run",
]
`);
});

test('tells that nothing was said to a stranger', () => {
  expect(threadOf({ ...story, author: 'mallory', isFork: true })).toMatchObject({
    author: 'mallory, from a fork',
    lines: ['0 workflow runs', 'no comment'],
  });
});
