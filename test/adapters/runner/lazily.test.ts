// A port that is opened when it is first used: once, and what goes wrong with it is thrown by the call.
import { expect, test } from '@jest/globals';
import { lazily } from '../../../src/adapters/runner/lazily.ts';

interface Port {
  add(one: number, other: number): Promise<number>;
}

test('is opened by the first call, and only once', async () => {
  let opened = 0;
  const port = lazily<Port>(async () => {
    opened += 1;
    return { add: async (one, other) => one + other };
  });
  expect(opened).toBe(0);
  expect(await Promise.all([port.add(1, 2), port.add(3, 4)])).toEqual([3, 7]);
  expect(opened).toBe(1);
});

test('can be given away: it is no promise, and opening it is nobody else’s matter', async () => {
  const port = lazily<Port>(() => Promise.reject(new Error('no such client')));
  expect(await port).toBe(port);
  const { add } = port;
  await expect(add(1, 2)).rejects.toThrow('no such client');
});
