// One reply a comment, whatever happens to the connection or the job.
import { describe, expect, test } from '@jest/globals';
import { openPull } from '../../rehearsal/github/support.ts';
import { failureOf, openAdapter } from './support.ts';

async function open() {
  const adapter = await openAdapter();
  const { github } = adapter;
  const number = openPull(github);
  const id = github.comment({ by: 'wil', number, body: '/help' });
  const bodies = () => [...github.state.comments.values()].filter((comment) => comment.id !== id).map(({ body }) => body);
  return { ...adapter, number, id, bodies };
}

describe('a reply', () => {
  test('is a comment of its own, which says what it answers', async () => {
    const { ours, github, number, id, bodies, asked } = await open();
    const { url } = await ours.replies.reply(number, id, 'Like this.');
    expect(bodies()).toEqual([`<!-- opsdeck:reply ${id} -->\nLike this.`]);
    expect(url).toMatch(new RegExp(`^${github.url}/acme/platform/pull/${number}#issuecomment-\\d+$`));
    expect(asked()).toEqual(['GET /issues/{issue_number}/comments', 'POST /issues/{issue_number}/comments']);
  });

  test('takes one request where nobody can have replied yet', async () => {
    const { ours, number, id, asked } = await open();
    await ours.replies.reply(number, id, 'Like this.', { isFirst: true });
    expect(asked()).toEqual(['POST /issues/{issue_number}/comments']);
  });

  test('is found by a later attempt, and brought up to date', async () => {
    const { ours, openAnother, number, id, bodies, asked } = await open();
    const first = await ours.replies.reply(number, id, 'It failed.');
    expect(await openAnother().replies.reply(number, id, 'Like this.')).toEqual(first);
    asked();
    expect(await openAnother().replies.reply(number, id, 'Like this.')).toEqual(first);
    expect(asked()).toEqual(['GET /issues/{issue_number}/comments']);
    expect(bodies()).toEqual([`<!-- opsdeck:reply ${id} -->\nLike this.`]);
  });

  test.each([true, false])('is there once although the answer was lost (the first: %s)', async (isFirst) => {
    const { ours, github, number, id, bodies } = await open();
    github.faults.inject({ method: 'POST', effect: { kind: 'drop', afterwards: true } });
    await ours.replies.reply(number, id, 'Like this.', { isFirst });
    expect(bodies()).toHaveLength(1);
  });

  test('to another comment is another one, also when its number begins alike', async () => {
    const { ours, number, id, bodies } = await open();
    await ours.replies.reply(number, id * 10, 'one');
    await ours.replies.reply(number, id, 'two');
    expect(bodies()).toHaveLength(2);
  });

  test('is not one that somebody else has written with our marker', async () => {
    const { ours, github, number, id, bodies } = await open();
    const forged = `<!-- opsdeck:reply ${id} -->\nAll is well.`;
    github.comment({ by: 'wil', number, body: forged });
    github.comment({ by: 'helper[bot]', number, body: forged });
    await ours.replies.reply(number, id, 'Refused.');
    expect(bodies()).toEqual([forged, forged, `<!-- opsdeck:reply ${id} -->\nRefused.`]);
  });
});

test('a locked conversation takes none, and says so', async () => {
  const { ours, github, number, id } = await open();
  github.lock({ by: 'max', number });
  expect((await failureOf(ours.replies.reply(number, id, 'x'))).code).toBe('github/conversation-locked');
});

test('more than GitHub takes is refused before anything is sent', async () => {
  const { ours, number, id, asked } = await open();
  const failure = await failureOf(ours.replies.reply(number, id, 'x'.repeat(65_536)));
  expect({ code: failure.code, asked: asked() }).toEqual({ code: 'github/body-too-long', asked: [] });
});
