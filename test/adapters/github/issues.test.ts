// The one open issue of a kind that we keep.
import { beforeEach, describe, expect, test } from '@jest/globals';
import type { IssueReport } from '../../../src/ports/issues.ts';
import { openPull } from '../../rehearsal/github/support.ts';
import { type Adapter, openAdapter } from './support.ts';

let adapter: Adapter;

beforeEach(async () => {
  adapter = await openAdapter();
});

const report: IssueReport = { marker: 'drift/platform', title: 'The platform has drifted', body: 'one', labels: ['drift'] };
const body = (text: string): string => `<!-- opsdeck:drift/platform -->\n${text}`;

function openOnes() {
  return [...adapter.github.state.issues.values()].filter(({ state }) => state === 'open');
}

describe('an issue', () => {
  test('is opened once, then brought up to date', async () => {
    const { ours, github } = adapter;
    const first = await ours.issues.upsertOpen(report);
    const second = await ours.issues.upsertOpen({ ...report, title: 'It has drifted further', body: 'two' });
    expect(first).toEqual({ number: 1, url: `${github.serverUrl}/acme/platform/issues/1` });
    expect(second).toEqual(first);
    expect(openOnes()).toMatchObject([{ title: 'It has drifted further', body: body('two'), labels: ['drift'] }]);
  });

  test('is only read when nothing changes', async () => {
    const { ours, asked } = adapter;
    await ours.issues.upsertOpen(report);
    asked();
    await ours.issues.upsertOpen(report);
    expect(asked()).toEqual(['GET /issues']);
  });

  test('keeps the labels that people gave it', async () => {
    const { ours, github } = adapter;
    const { number } = await ours.issues.upsertOpen(report);
    github.label({ by: 'max', number, add: ['urgent'], remove: ['drift'] });
    await ours.issues.upsertOpen(report);
    expect(github.state.issues.get(number)?.labels).toEqual(['urgent', 'drift']);
  });

  test('of somebody else with our marker is left alone, and so is a pull request', async () => {
    const { ours, github } = adapter;
    github.openIssue({ by: 'eve', title: 'Mine', body: body('spoofed') });
    openPull(github);
    expect((await ours.issues.upsertOpen(report)).number).toBe(3);
    expect(github.state.issues.get(1)?.body).toBe(body('spoofed'));
  });

  test('of another marker is another one', async () => {
    const { ours } = adapter;
    await ours.issues.upsertOpen(report);
    expect((await ours.issues.upsertOpen({ ...report, marker: 'drift/service' })).number).toBe(2);
  });

  test('is there once although the connection dropped', async () => {
    const { ours, github } = adapter;
    github.faults.inject({ method: 'POST', effect: { kind: 'drop', afterwards: true } });
    await ours.issues.upsertOpen(report);
    expect(openOnes()).toHaveLength(1);
  });
});

describe('an issue that is over', () => {
  test('is closed with a word, and a new one is opened the next time', async () => {
    const { ours, github } = adapter;
    const first = await ours.issues.upsertOpen(report);
    expect(await ours.issues.close(report.marker, 'Nothing differs any more.')).toEqual(first);
    expect(github.state.issues.get(1)).toMatchObject({ state: 'closed', stateReason: 'completed' });
    expect([...github.state.comments.values()].map((comment) => comment.body)).toEqual(['Nothing differs any more.']);
    expect((await ours.issues.upsertOpen(report)).number).toBe(2);
  });

  test('gets its last word once although the connection dropped', async () => {
    const { ours, github } = adapter;
    await ours.issues.upsertOpen(report);
    github.faults.inject({ method: 'POST', effect: { kind: 'answer', status: 502, afterwards: true } });
    await ours.issues.close(report.marker, 'Done.');
    expect(github.state.comments.size).toBe(1);
  });

  test('was never there: nothing happens', async () => {
    const { ours, asked } = adapter;
    expect(await ours.issues.close(report.marker, 'Done.')).toBeUndefined();
    expect(asked()).toEqual(['GET /issues']);
  });
});

describe('an issue whose number is known', () => {
  test('is brought up to date without being looked for, and stays closed where it is', async () => {
    const { ours, asked, github } = adapter;
    const { number } = await ours.issues.upsertOpen(report);
    await ours.issues.close(report.marker, 'Done.');
    asked();
    expect(await ours.issues.update(number, { ...report, body: 'two' })).toMatchObject({ number });
    expect(asked()).toEqual(['GET /issues/{issue_number}', 'PATCH /issues/{issue_number}']);
    expect(github.state.issues.get(number)).toMatchObject({ body: body('two'), state: 'closed' });
  });

  test('is opened again with a word, once', async () => {
    const { ours, github } = adapter;
    const { number } = await ours.issues.upsertOpen(report);
    await ours.issues.close(report.marker, 'Done.');
    for (let time = 0; time < 2; time += 1) await ours.issues.reopen(number, report.marker, 'Again.');
    expect(github.state.issues.get(number)).toMatchObject({ state: 'open', stateReason: 'reopened' });
    expect([...github.state.comments.values()].map((comment) => comment.body)).toEqual(['Done.', 'Again.']);
  });

  test('tells whether it is open, and which person of the repository answered first', async () => {
    const { ours, github } = adapter;
    const { number, url } = await ours.issues.upsertOpen(report);
    await ours.issues.comment(number, 'Ours is no answer.');
    expect(await ours.issues.look(number, report.marker)).toEqual({ number, url, isOpen: true, assignees: [] });
    github.comment({ by: 'eve', number, body: 'me too' });
    github.comment({ by: 'wil', number, body: 'looking' });
    github.comment({ by: 'ada', number, body: 'same' });
    expect((await ours.issues.look(number, report.marker))?.firstAnswer).toEqual({ by: 'wil', at: '2026-01-01T00:00:00Z' });
  });

  test('is none of ours when somebody else wrote it, it has another marker, or it is gone', async () => {
    const { ours, github } = adapter;
    const number = github.openIssue({ by: 'eve', title: 'Mine', body: body('spoofed') });
    const { number: own } = await ours.issues.upsertOpen(report);
    for (const [which, marker] of [
      [number, report.marker],
      [own, 'drift/service'],
      [99, report.marker],
    ] as const) {
      expect(await ours.issues.look(which, marker)).toBeUndefined();
      expect(await ours.issues.update(which, { ...report, marker, body: 'two' })).toBeUndefined();
      expect(await ours.issues.reopen(which, marker, 'Again.')).toBeUndefined();
    }
    expect(github.state.issues.get(number)?.body).toBe(body('spoofed'));
  });
});
