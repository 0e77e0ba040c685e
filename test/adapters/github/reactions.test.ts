// The first answer that a command gets.
import { expect, test } from '@jest/globals';
import { openPull } from '../../rehearsal/github/support.ts';
import { failureOf, openAdapter } from './support.ts';

async function open() {
  const adapter = await openAdapter();
  const number = openPull(adapter.github);
  const id = adapter.github.comment({ by: 'wil', number, body: '/plan' });
  return { ...adapter, number, id };
}

test('a reaction is new once', async () => {
  const { ours, openAnother, github, id, asked } = await open();
  expect(await ours.reactions.add(id, 'eyes')).toBe(true);
  expect(await openAnother().reactions.add(id, 'eyes')).toBe(false);
  expect(await ours.reactions.add(id, 'confused')).toBe(true);
  expect([...github.state.reactions.values()].map(({ content }) => content)).toEqual(['eyes', 'confused']);
  expect(asked()).toHaveLength(3);
});

test('one of somebody else is not ours', async () => {
  const { ours, github, ask, id } = await open();
  const token = github.issueToken({ kind: 'person', login: 'rea' });
  await ask('POST', `/repos/acme/platform/issues/comments/${id}/reactions`, { token, body: { content: 'eyes' } });
  expect(await ours.reactions.add(id, 'eyes')).toBe(true);
});

test('one is there once although the answer was lost', async () => {
  const { ours, github, id } = await open();
  github.faults.inject({ method: 'POST', effect: { kind: 'drop', afterwards: true } });
  expect(await ours.reactions.add(id, 'rocket')).toBe(false);
  expect(github.state.reactions.size).toBe(1);
});

test('what no longer takes one says why', async () => {
  const { ours, github, number, id } = await open();
  github.lock({ by: 'max', number });
  expect(await failureOf(ours.reactions.add(id, 'eyes'))).toMatchObject({
    code: 'github/conversation-locked',
    next: 'Unlock the conversation, then run the job again.',
  });
  github.deleteComment({ by: 'wil', id });
  expect((await failureOf(ours.reactions.add(id, 'eyes'))).code).toBe('github/not-found');
});
