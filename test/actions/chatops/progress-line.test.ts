// The line that tells how far a command has come: the newest words, at most every 15 seconds, and never in the way.
import { expect, test } from '@jest/globals';
import { openProgressLine } from '../../../src/actions/chatops/progress-line.ts';
import { legOfTest } from './support/leg.ts';

function openLine(revise: (body: string) => void = () => undefined) {
  const bodies: string[] = [];
  const warnings: string[] = [];
  const pauses: number[] = [];
  let wake: () => void = () => undefined;
  const world = {
    comments: {
      revise: async (_issue: number, _marker: string, write: (current: string) => string) => {
        const body = write(bodies.at(-1) ?? '');
        revise(body);
        bodies.push(body);
        return { url: 'https://github.test/reply', body };
      },
      find: async () => undefined,
    },
    clock: {
      now: () => new Date(0),
      sleep: (milliseconds: number, signal?: AbortSignal) =>
        new Promise<void>((resolve, reject) => {
          pauses.push(milliseconds);
          wake = resolve;
          if (signal?.aborted) reject(new Error('aborted'));
          signal?.addEventListener('abort', () => reject(new Error('aborted')), { once: true });
        }),
    },
    progress: {
      info: () => undefined,
      warning: (text: string) => warnings.push(text),
      group: <T>(_title: string, body: () => Promise<T>) => body(),
    },
    runUrl: 'https://github.test/runs/5',
  };
  const line = openProgressLine(world, JSON.stringify(legOfTest()));
  const settle = () => new Promise(setImmediate);
  return { line, bodies, warnings, pauses, settle, wake: () => wake() };
}

test('the first words are shown at once, later ones after a pause, and only the newest', async () => {
  const { line, bodies, pauses, settle, wake } = openLine();
  line.tell('1 of 3');
  await settle();
  for (const words of ['2 of 3', '3 of 3']) line.tell(words);
  await settle();
  expect(bodies.map((body) => /: (.*) · \[/.exec(body)?.[1])).toEqual(['1 of 3']);
  wake();
  await settle();
  expect(bodies.map((body) => /: (.*) · \[/.exec(body)?.[1])).toEqual(['1 of 3', '3 of 3']);
  expect(pauses).toEqual([15_000, 15_000]);
  await line.end();
});

test('its end waits for no pause, and nothing is shown afterwards', async () => {
  const { line, bodies, settle } = openLine();
  line.tell('1 of 3');
  await settle();
  line.tell('2 of 3');
  await line.end();
  line.tell('3 of 3');
  await settle();
  expect(bodies).toHaveLength(1);
});

test('what GitHub does not take is told in the log, and stops nothing', async () => {
  const { line, warnings } = openLine(() => {
    throw new Error('no');
  });
  line.tell('1 of 3');
  await line.end();
  expect(warnings).toEqual(['Could not show the progress: no']);
});

test('without a command there is nothing to show', async () => {
  const line = openProgressLine({} as never, undefined);
  line.tell('1 of 3');
  await expect(line.end()).resolves.toBeUndefined();
});
