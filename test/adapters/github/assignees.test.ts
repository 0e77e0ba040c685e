// Who looks after an issue.
import { describe, expect, test } from '@jest/globals';
import { failureOf, openAdapter } from './support.ts';

async function open() {
  const adapter = await openAdapter();
  const number = adapter.github.openIssue({ by: 'ada', title: 'It is slow' });
  const assigned = () => adapter.github.state.issues.get(number)?.assignees?.map(({ login }) => login);
  return { ...adapter, number, assigned };
}

describe('an assignee', () => {
  test('comes beside those that are there, once', async () => {
    const { ours, number, assigned, asked } = await open();
    expect(await ours.assignees.add(number, 'wil')).toBe(true);
    expect(await ours.assignees.add(number, 'MAX')).toBe(true);
    expect(await ours.assignees.add(number, 'wil')).toBe(true);
    expect(assigned()).toEqual(['wil', 'max']);
    expect(asked()).toHaveLength(3);
  });

  test('who may not be one is passed over by GitHub, and told to us', async () => {
    const { ours, number, assigned } = await open();
    expect(await ours.assignees.add(number, 'nobody-knows')).toBe(false);
    expect(assigned()).toBeUndefined();
  });

  test('is there once although the answer was lost', async () => {
    const { ours, github, number, assigned } = await open();
    github.faults.inject({ method: 'POST', effect: { kind: 'drop', afterwards: true } });
    expect(await ours.assignees.add(number, 'wil')).toBe(true);
    expect(assigned()).toEqual(['wil']);
  });

  test('of an issue that is gone is a failure', async () => {
    const { ours } = await open();
    expect((await failureOf(ours.assignees.add(999, 'wil'))).code).toBe('github/not-found');
  });
});
