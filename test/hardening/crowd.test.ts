// A hundred pull requests at once: the quota of previews holds, everybody is told, and the reaper leaves nothing of them.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readSlots } from '../../src/actions/comment/slots.ts';
import { findDuplicates } from '../../src/rehearsal/faults/duplicates.ts';
import type { WorkflowRun } from '../../src/rehearsal/workflows/records.ts';
import { describeWith } from '../support/needs.ts';
import { type Crowd, openCrowd } from './support/crowd.ts';

const numbers = Array.from({ length: 100 }, (_, index) => index + 1);
const quota = 10;
/** As many as there are cores on the smallest machine that this is run on, and two that wait for answers. */
const machines = 4;
const mostMilliseconds = 10 * 60_000;

describeWith(['terraform', 'moto_server'], 'a hundred pull requests', () => {
  let crowd: Crowd;
  let runs: readonly WorkflowRun[];

  beforeAll(async () => {
    crowd = await openCrowd();
    runs = await crowd.openAll(numbers, machines);
  }, mostMilliseconds);
  afterAll(() => crowd.close());

  test('every job ends well, whether it got a place or waits for one', () => {
    expect(countBy(runs.map(({ conclusion }) => String(conclusion)))).toEqual({ success: numbers.length });
  });

  test('the quota is held, and used', async () => {
    const keys = await crowd.stage.documents.list('previews/');
    expect(keys.filter((key) => key.includes('/slots/') || key.includes('slot')).length).toBe(quota);
    expect(crowd.log().map(([command]) => command)).toHaveLength(quota);
  });

  test('every pull request is told once', () => {
    const { state } = crowd.stage.github;
    expect(findDuplicates(state)).toEqual([]);
    expect(titles(crowd)).toEqual({ '### Preview: live': quota, '### Preview: queued': numbers.length - quota });
  });

  test(
    'closed without a workflow, all of them are reaped by one run',
    async () => {
      const { github, documents } = crowd.stage;
      for (const number of numbers) github.closePullRequest({ by: 'kim', number });
      const [run] = await crowd.reap();
      expect(run?.conclusion).toBe('success');
      expect(await documents.list('previews/')).toEqual([]);
      expect(await documents.list('locks/')).toEqual([]);
      const destroyed = crowd.log().filter((line) => line.startsWith('destroy'));
      expect(new Set(destroyed).size).toBe(quota);
      const active = [...github.state.deployments.values()].filter(({ statuses }) => statuses.at(-1)?.state !== 'inactive');
      expect(active).toEqual([]);
      expect(findDuplicates(github.state)).toEqual([]);
    },
    mostMilliseconds,
  );
});

function titles({ stage }: Crowd): Readonly<Record<string, number>> {
  const comments = [...stage.github.state.comments.values()].filter(({ author }) => author.type === 'Bot');
  return countBy(comments.map(({ body }) => (readSlots(body).preview ?? '').split('\n', 1)[0] ?? ''));
}

function countBy(words: readonly string[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return Object.fromEntries(counts);
}
