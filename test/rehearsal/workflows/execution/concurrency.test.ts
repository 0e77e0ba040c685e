import { expect, test } from '@jest/globals';
import { openGroups, type Ticket } from '../../../../src/rehearsal/workflows/execution/concurrency.ts';

/** What has become of a ticket by now. */
async function stateOf({ turn }: Ticket): Promise<string> {
  return Promise.race([turn, Promise.resolve().then(() => Promise.resolve('waiting'))]);
}

function openGroup() {
  const groups = openGroups();
  const cancelled: string[] = [];
  return {
    cancelled,
    join: (name: string, cancelInProgress = false, group = 'deploy') =>
      groups.join(group, cancelInProgress, { cancel: () => void cancelled.push(name) }),
  };
}

test('one member at a time, and the next one when it leaves', async () => {
  const { join } = openGroup();
  const [first, second] = [join('first'), join('second', false, 'DEPLOY')];
  expect([first.waits, second.waits]).toEqual([false, true]);
  expect([await stateOf(first), await stateOf(second)]).toEqual(['granted', 'waiting']);
  first.leave();
  expect(await stateOf(second)).toBe('granted');
});

test('the newest that waits takes the place of the other', async () => {
  const { join, cancelled } = openGroup();
  const [first, second, third] = [join('first'), join('second'), join('third')];
  expect([await stateOf(first), await stateOf(second), await stateOf(third)]).toEqual(['granted', 'superseded', 'waiting']);
  expect(cancelled).toEqual([]);
  second.leave();
  first.leave();
  expect(await stateOf(third)).toBe('granted');
});

test('who asks for it cancels what is in progress, and still waits for its end', async () => {
  const { join, cancelled } = openGroup();
  const [first, second] = [join('first'), join('second', true)];
  expect([cancelled, await stateOf(second)]).toEqual([['first'], 'waiting']);
  first.leave();
  expect(await stateOf(second)).toBe('granted');
});

test('who gives its place up is not waited for, and groups do not know each other', async () => {
  const { join } = openGroup();
  const [first, second, other] = [join('first'), join('second'), join('other', false, 'another')];
  expect(await stateOf(other)).toBe('granted');
  second.leave();
  first.leave();
  expect(await stateOf(join('third'))).toBe('granted');
});
