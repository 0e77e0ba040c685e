// Which image a preview runs.
import { describe, expect, test } from '@jest/globals';
import { findImage } from '../../../src/actions/plan/image.ts';

const repository = '123456789012.dkr.ecr.eu-west-2.amazonaws.com/app';
const pinned = `${repository}@sha256:${'a'.repeat(64)}`;
const headSha = 'c'.repeat(40);

/** Images that turn up after so many looks, and a clock that only moves when somebody sleeps. */
function search(wanted: string, looksUntilBuilt: number, patienceSeconds = 60) {
  let nowMs = 0;
  let looks = 0;
  const lines: string[] = [];
  const found = findImage({
    wanted,
    headSha,
    patienceSeconds,
    images: {
      pin: async (of, tag) => {
        expect([of, tag]).toEqual([repository, headSha]);
        looks += 1;
        return looks > looksUntilBuilt ? pinned : undefined;
      },
    },
    clock: {
      now: () => new Date(nowMs),
      sleep: async (milliseconds) => {
        nowMs += milliseconds;
      },
    },
    progress: { info: (line) => lines.push(line), warning: () => undefined, group: (_title, body) => body() },
    signal: new AbortController().signal,
  });
  return { found, lines, waitedSeconds: () => nowMs / 1000 };
}

describe('the image of a commit', () => {
  test('is the one that is given, where it is pinned', async () => {
    expect(await search(pinned, Number.POSITIVE_INFINITY).found).toBe(pinned);
  });

  test('is waited for while it is being built', async () => {
    const { found, lines, waitedSeconds } = search(repository, 2);
    expect([await found, waitedSeconds(), lines.length]).toEqual([pinned, 20, 2]);
  });

  test('is missed in time, with what to do', async () => {
    const { found, waitedSeconds } = search(repository, 100);
    await expect(found).rejects.toMatchObject({ code: 'images/not-built', message: expect.stringContaining('after 60 s') });
    expect(waitedSeconds()).toBe(60);
  });
});
