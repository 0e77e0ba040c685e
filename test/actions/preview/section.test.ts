// What people read about the preview in the comment.
import { describe, expect, test } from '@jest/globals';
import { type PreviewView, renderPreviewSection } from '../../../src/actions/preview/section.ts';
import { shaOf } from './support/cloud.ts';

const now = new Date('2026-11-22T10:00:00.000Z');
const runUrl = 'https://github.com/acme/app/actions/runs/4711';
const headSha = shaOf('a');
const shared = { shape: 'shared', reason: 'it leaves the platform of staging as it is', host: 'staging', slot: 3 } as const;
const isolated = { shape: 'isolated', reason: 'it changes 2 resources of the platform of staging', host: 'staging' } as const;
const cost = 'about $1.36 a day (2 Fargate tasks; not priced: data transfer)';
const live = {
  kind: 'live',
  url: 'https://pr-7.example.org',
  headSha,
  shape: shared,
  expiresAt: '2026-11-25T10:00:00.000Z',
  now,
  cost,
} as const;

describe('a preview that is', () => {
  test('live', () => {
    expect(renderPreviewSection(live)).toMatchInlineSnapshot(`
"### Preview: live

https://pr-7.example.org runs \`6100000\`.

- Shared: a service of its own on the platform of staging (slot 3), because it leaves the platform of staging as it is.
- Goes on 2026-11-25 10:00 UTC (in 3 days), later with every push. \`/preview extend 24h\` gives it longer, \`/preview destroy\` removes it now.
- Costs about \\$1.36 a day \\(2 Fargate tasks; not priced: data transfer\\)."
`);
  });

  test('live, of one stack alone that has no address', () => {
    const shape = { ...live.shape, shape: 'isolated', reason: 'there is one stack', layout: 'platform' } as const;
    expect(
      renderPreviewSection({ ...live, url: '', shape })
        .split('\n')
        .slice(2, 5),
    ).toEqual(['It runs `6100000`.', '', '- A stack of its own, because there is one stack.']);
  });

  test('live, and behind', () => {
    expect(renderPreviewSection({ ...live, supersededBy: shaOf('b') }).split('\n')[2]).toMatchInlineSnapshot(
      `"https://pr-7.example.org runs \`6100000\`. \`6200000\` was pushed meanwhile, and is deployed next."`,
    );
  });

  test('coming up, isolated', () => {
    const position = { number: 10, of: 19 };
    expect(
      renderPreviewSection({ kind: 'deploying', headSha, position, step: 'apply-platform', shape: isolated, runUrl }),
    ).toMatchInlineSnapshot(`
"### Preview: deploying

Deploying \`6100000\`: step 10 of 19 (apply-platform), [log](https://github.com/acme/app/actions/runs/4711).

- Isolated: a small platform of its own, because it changes 2 resources of the platform of staging.
- service: planned after the platform is up."
`);
  });

  test('queued', () => {
    expect(
      renderPreviewSection({ kind: 'queued', shape: 'shared', live: 2, maximum: 2, holders: [5, 6] }),
    ).toMatchInlineSnapshot(`
"### Preview: queued

It waits for a place: 2 of at most 2 shared previews are up: #5, #6.

A place becomes free when one of these pull requests is closed, when its preview expires, or when somebody comments \`/preview destroy\` on it. Push again, or comment \`/preview deploy\`, to try again."
`);
  });

  test('held, while an earlier commit is up', () => {
    const hold = {
      by: 'octocat',
      reason: 'we measure @here',
      since: now.toISOString(),
      expiresAt: '2026-11-22T18:00:00.000Z',
      pullRequest: 9,
      commentUrl: 'https://github.com/acme/app/pull/9#issuecomment-1',
    };
    const up = { url: 'https://pr-7.example.org', headSha: shaOf('b') };
    expect(
      renderPreviewSection({ kind: 'held', headSha, environment: 'staging', by: { kind: 'hold', hold }, up }),
    ).toMatchInlineSnapshot(`
"### Preview: held

\`6100000\` is not deployed. 🔒 staging is locked by \`@\`octocat until 2026-11-22 18:00 UTC: we measure \`@\`here ([comment](https://github.com/acme/app/pull/9#issuecomment-1))

- https://pr-7.example.org still runs \`6200000\`.
- It is deployed when that has come to an end (its holder comments \`/unlock staging\`, or it expires) and you push, or comment \`/preview deploy\`."
`);
  });

  test('held by what nobody can read', () => {
    const by = { kind: 'unreadable', problems: ['by: missing'] } as const;
    expect(renderPreviewSection({ kind: 'held', headSha, environment: 'staging', by })).toMatchInlineSnapshot(`
"### Preview: held

\`6100000\` is not deployed. 🔒 The hold of staging cannot be read, so nobody can tell whose it is, and nothing is deployed there.

- It is deployed when that has come to an end (a maintainer who has made sure that nobody holds it comments \`/unlock staging --force\`) and you push, or comment \`/preview deploy\`."
`);
  });

  test('failed', () => {
    const failure = { code: 'preview/plan-changed', what: 'The plan is not the one that was commented.', next: 'Plan again.' };
    expect(
      renderPreviewSection({ kind: 'failed', doing: 'deploy', step: 'plan-service', failure, runUrl }),
    ).toMatchInlineSnapshot(`
"### Preview: deploy failed

The deploy failed at the step plan-service ([log](https://github.com/acme/app/actions/runs/4711)): The plan is not the one that was commented.

- Next: Plan again.
- \`preview/plan-changed\`"
`);
  });

  test('destroyed, but for something', () => {
    const leftovers = ['arn:aws:dynamodb:eu-west-2:1:table/x'];
    expect(renderPreviewSection({ kind: 'destroyed', why: 'it has expired', leftovers, now })).toMatchInlineSnapshot(`
"### Preview: destroyed

Destroyed at 2026-11-22 10:00 UTC, because it has expired.

These carry its tags, but belong to no state, and are of kinds that are not removed by themselves. Look at them in the AWS console (Resource Groups, Tag Editor), and remove what is still there:

- \`arn:aws:dynamodb:eu-west-2:1:table/x\`"
`);
  });
});

test.each<[string, PreviewView, string]>([
  ['none', { kind: 'none', reason: 'previews are switched off' }, 'There is none, because previews are switched off.'],
  ['none', { kind: 'fork' }, 'There is none: the pull request comes from a fork, whose code gets no credentials.'],
  ['superseded', { kind: 'superseded', headSha, by: shaOf('b') }, '`6100000` is not deployed: `6200000` was pushed meanwhile'],
  [
    'locked',
    { kind: 'locked', doing: 'deploy of 6100000', by: 'run 1, job preview', reason: 'extend' },
    'run 1, job preview works on the preview',
  ],
  [
    'destroyed',
    { kind: 'destroyed', why: 'the pull request was closed', leftovers: [], now },
    'at 2026-11-22 10:00 UTC, because the pull request was closed. Nothing of it is left.',
  ],
])('%s: %j', (title, view, text) => {
  const [heading, ...lines] = renderPreviewSection(view).replaceAll('\\', '').split('\n');
  expect(heading).toBe(`### Preview: ${title}`);
  expect(lines.join('\n')).toContain(text);
});

test('leaves words of others as words', () => {
  const hostile = '@octocat [x](https://evil.example) <img src=x> `code` \u202e';
  const failure = { code: hostile, what: hostile, next: hostile };
  const texts = [
    renderPreviewSection({ kind: 'failed', doing: 'deploy', step: 'apply-service', failure, runUrl }),
    renderPreviewSection({ kind: 'none', reason: hostile }),
    renderPreviewSection({ kind: 'destroyed', why: hostile, leftovers: [hostile], now }),
    renderPreviewSection({ ...live, shape: { ...shared, reason: hostile } }),
  ];
  for (const text of texts) {
    const withoutCode = text.replace(/(`+)[^`][\s\S]*?\1/g, '');
    expect(withoutCode).not.toMatch(/@octocat|[^\\]\[x\]|[^\\]<img|\u202e/);
  }
});

test('a long list of what is left is cut', () => {
  const leftovers = Array.from({ length: 23 }, (_, n) => `arn:${n}`);
  expect(renderPreviewSection({ kind: 'destroyed', why: 'x', leftovers, now }).split('\n').at(-1)).toBe('- and 3 more');
});
