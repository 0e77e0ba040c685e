// What the pull request's comment says once its plan was applied.
import { expect, test } from '@jest/globals';
import { tellApplied } from '../../../src/actions/apply/tell-applied.ts';
import { composeComment, readSlots } from '../../../src/actions/comment/slots.ts';

const request = { pullRequest: 7, headSha: 'a'.repeat(40), reviewed: '3f9c0a71b2de', actor: 'ada' };
const applied = { kind: 'applied', digest: `3f9c0a71b2de${'0'.repeat(52)}`, changed: 1, left: 0 } as const;

function openComment(body: string, trouble?: Error) {
  const warnings: string[] = [];
  const comment = { body };
  const comments = {
    revise: async (_issue: number, _marker: string, revise: (current: string) => string) => {
      if (trouble) throw trouble;
      comment.body = revise(comment.body);
      return { url: '', body: comment.body };
    },
    find: async () => undefined,
  };
  const progress = {
    info: () => undefined,
    warning: (text: string) => warnings.push(text),
    group: <T>(_: string, work: () => Promise<T>) => work(),
  };
  return { comment, warnings, world: { comments, progress } };
}

const before = composeComment('', { verdict: '1 to add', commands: '/apply plan=3f9c0a71b2de' });

test('the command makes way for what was done', async () => {
  const { comment, world } = openComment(before);
  await tellApplied(world, request, 'staging', applied);
  expect(readSlots(comment.body)).toEqual({
    verdict: '1 to add',
    commands: 'The plan `3f9c0a71b2de` was applied to staging, asked for by `ada`.',
  });
});

test('where nothing was to be done, it stays', async () => {
  const { comment, world } = openComment(before);
  await tellApplied(world, request, 'staging', { kind: 'nothing-to-do', digest: applied.digest });
  expect(comment.body).toBe(before);
});

test('what could not be written is a warning', async () => {
  const { warnings, world } = openComment(before, new Error('no'));
  await tellApplied(world, request, 'staging', applied);
  expect(warnings).toEqual(['Could not write the comment: no']);
});
