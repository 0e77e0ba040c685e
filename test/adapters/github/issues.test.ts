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
