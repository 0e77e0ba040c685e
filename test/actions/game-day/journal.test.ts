// The journal: read back as it was written, refused where it is none of ours, never written over somebody else's.
import { describe, expect, test } from '@jest/globals';
import { gatherHistory } from '../../../src/actions/game-day/history.ts';
import { gatherJournal, gatherUnfinished, openJournal } from '../../../src/actions/game-day/journal.ts';
import { parseGameDay } from '../../../src/actions/game-day/journal-fields.ts';
import { runDrill } from '../../../src/actions/game-day/run-drill.ts';
import { azFailure } from '../../../src/drills/az-failure.ts';
import { memoryDocuments } from '../../support/documents.ts';
import { edgeAlarm, openStage } from './support/stage.ts';

async function playedGameDay() {
  const stage = openStage();
  stage.clock.in(180, () => stage.alarms.set(edgeAlarm, 'ALARM'));
  stage.clock.in(400, () => stage.alarms.set(edgeAlarm, 'OK'));
  const { gameDay } = await runDrill(stage.world(), { drill: azFailure, zone: 'a', by: 'octocat' });
  return { stage, gameDay };
}

const progress = { info: () => undefined, warning: () => undefined, group: <T>(_: string, body: () => Promise<T>) => body() };

describe('a journal', () => {
  test('is read back as it was written', async () => {
    const { stage, gameDay } = await playedGameDay();
    const found = await gatherJournal(stage.documents, 'staging');
    expect(found).toMatchObject({ kind: 'valid' });
    expect('gameDay' in found && found.gameDay).toEqual(JSON.parse(JSON.stringify(gameDay)));
  });

  test('also where somebody had much to say', async () => {
    const stage = openStage();
    stage.alarms.change(edgeAlarm, { state: 'ALARM', reason: 'x'.repeat(9000) });
    const { gameDay } = await runDrill(stage.world(), { drill: azFailure, zone: 'a', by: 'octocat' });
    expect(gameDay.because?.length).toBeLessThan(1100);
    expect(await gatherJournal(stage.documents, 'staging')).toMatchObject({ kind: 'valid', gameDay: { verdict: 'refused' } });
  });

  test.each([
    ['id', '../x'],
    ['phase', 'dancing'],
    ['before', { taskDefinition: 1 }],
    ['experiment', { id: 'EXP1 --all' }],
    ['run', { runId: -1, attempt: 1, job: '' }],
    ['rollback', [{ strategy: 'delete-everything' }]],
    ['startedAt', 'yesterday'],
  ])('with another kind of %s is none of ours', async (field, value) => {
    const { gameDay } = await playedGameDay();
    expect(parseGameDay({ ...gameDay, [field]: value })).toMatchObject({
      kind: 'corrupt',
      problems: [expect.stringContaining(field)],
    });
  });

  test('of another environment is none of ours', async () => {
    const { stage, gameDay } = await playedGameDay();
    await stage.documents.create('runs/game-days/production.json', gameDay);
    expect(await gatherJournal(stage.documents, 'production')).toMatchObject({ kind: 'corrupt' });
  });

  test('that cannot be read lets nothing begin', async () => {
    const stage = openStage();
    await stage.documents.create('runs/game-days/staging.json', 'what?');
    await expect(runDrill(stage.world(), { drill: azFailure, zone: 'a', by: 'octocat' })).rejects.toMatchObject({
      code: 'game-day/journal-unreadable',
      next: expect.stringContaining('remove s3://state/runs/game-days/staging.json'),
    });
    expect(stage.experiments.all()).toEqual([]);
    expect(stage.bucket.has('locks/staging.json')).toBe(false);
  });

  test('is not written over what somebody else has written', async () => {
    const { gameDay } = await playedGameDay();
    const documents = memoryDocuments();
    const journal = await openJournal({ documents, progress, gameDay });
    await documents.remove('runs/game-days/staging.json');
    await documents.create('runs/game-days/staging.json', { by: 'somebody else' });
    await expect(journal.write({ phase: 'inject' })).rejects.toMatchObject({ code: 'game-day/journal-changed' });
    await journal.note({ phase: 'stop' });
    expect(journal.current().phase).toBe('stop');
    expect(await documents.read('runs/game-days/staging.json')).toMatchObject({ value: { by: 'somebody else' } });
  });

  test('that has ended needs no end', async () => {
    const { stage } = await playedGameDay();
    expect(await gatherUnfinished(stage.world(), 'staging')).toBeUndefined();
  });
});

test('of a history, only what is one is shown', async () => {
  const documents = memoryDocuments();
  const past = { id: 'one', startedAt: '2026-01-24T12:00:00.000Z', verdict: 'pass', because: '', times: {} };
  await documents.create('runs/game-days/staging/az-failure.json', [past, { id: 'two' }, 'three', null]);
  expect(await gatherHistory(documents, 'staging', 'az-failure')).toEqual([past]);
});
