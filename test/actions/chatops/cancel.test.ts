// What `/cancel` ends: the runs of the pull request, and nobody else's.
import { expect, test } from '@jest/globals';
import { cancelRuns } from '../../../src/actions/chatops/cancel.ts';
import { openScene, runOf } from './support/github.ts';

test.each([
  ['one that is under way', [runOf({ status: 'in_progress' })], ['cancel 41'], 'Cancelled [run 41]'],
  ['one that waits', [runOf({ status: 'queued' })], ['cancel 41'], 'Cancelled [run 41]'],
  ['none that has ended', [runOf()], [], 'Nothing was running for this pull request.'],
  [
    'none of a fork with a branch of that name',
    [runOf({ status: 'in_progress', headRepository: 'eve/platform' })],
    [],
    'Nothing was running',
  ],
  ['none that is about something else', [runOf({ status: 'in_progress', event: 'push' })], [], 'Nothing was running'],
])('%s', async (_name, runs, cancelled, said) => {
  const world = openScene({ runs });
  expect(await cancelRuns(world, 7)).toContain(said);
  expect(world.requests.filter((request) => request.startsWith('cancel'))).toEqual(cancelled);
});

test('a pull request that is gone has nothing to cancel', async () => {
  expect(await cancelRuns(openScene({ pullRequest: 'gone' }), 7)).toBe('There is no such pull request any more.');
});
