// Our comment on a pull request: one, whatever others do and whatever the network does.
import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Clock } from '../../../src/ports/clock.ts';
import type { Effect } from '../../../src/rehearsal/github/faults.ts';
import type { Comment } from '../../../src/rehearsal/github/state.ts';
import { openPull } from '../../rehearsal/github/support.ts';
import { type Adapter, failureOf, openAdapter, sideBySide } from './support.ts';

let adapter: Adapter;
let pull: number;

beforeEach(async () => {
  adapter = await openAdapter();
  pull = openPull(adapter.github);
});

const marker = 'pull-request';
const line = '<!-- opsdeck:pull-request -->';

function present(): readonly Comment[] {
  return [...adapter.github.state.comments.values()].filter(({ deletedAt }) => deletedAt === undefined);
}

function bodies(): readonly string[] {
  return present().map(({ body }) => body);
}

/** A writer that keeps what others wrote, and adds its own section. */
function section(name: string) {
  return (current: string): string => (current.includes(name) ? current : `${current}${name};`);
}

const list = 'GET /issues/{issue_number}/comments';
const create = 'POST /issues/{issue_number}/comments';
const update = 'PATCH /issues/comments/{comment_id}';

describe('the first time', () => {
  test('it is created, with the marker that nobody sees', async () => {
    const { ours, asked, github } = adapter;
    const { url, body } = await ours.comments.revise(pull, marker, (current) => `${current}hello`);
    const [comment] = present();
    expect(body).toBe('hello');
    expect(url).toBe(`${github.serverUrl}/acme/platform/pull/1#issuecomment-${comment?.id}`);
    expect(bodies()).toEqual([`${line}\nhello`]);
    expect(asked()).toEqual([list, create, list]);
  });

  test('nothing is found before, and ours afterwards', async () => {
    const { comments } = adapter.ours;
    expect(await comments.find(pull, marker)).toBeUndefined();
    const written = await comments.revise(pull, marker, () => 'hello');
    expect(await comments.find(pull, marker)).toEqual(written);
    expect(await comments.find(pull, 'other')).toBeUndefined();
  });

  test('a text that is too long is not even sent', async () => {
    const failure = await failureOf(adapter.ours.comments.revise(pull, marker, () => 'x'.repeat(65_536)));
    expect(failure.code).toBe('github/body-too-long');
    expect(adapter.asked()).toEqual([list]);
  });
});

describe('later', () => {
  test('it is edited, not written again', async () => {
    const { ours, github } = adapter;
    for (const text of ['one', 'two', 'three']) await ours.comments.revise(pull, marker, () => text);
    expect(present().map(({ history }) => history.length)).toEqual([3]);
    expect(bodies()).toEqual([`${line}\nthree`]);
    expect(github.state.comments.size).toBe(1);
  });

  test('it is only read when nothing changes', async () => {
    const { ours, asked } = adapter;
    await ours.comments.revise(pull, marker, () => 'one');
    asked();
    await ours.comments.revise(pull, marker, () => 'one');
    expect(asked()).toEqual([list]);
  });

  test('it is found behind a hundred others', async () => {
    const { ours, github } = adapter;
    for (let count = 0; count < 100; count += 1) github.comment({ by: 'wil', number: pull, body: `${count}` });
    await ours.comments.revise(pull, marker, () => 'one');
    await ours.comments.revise(pull, marker, () => 'two');
    expect(bodies().filter((body) => body.startsWith(line))).toEqual([`${line}\ntwo`]);
  });

  test('what a person did to it with another kind of line ends is understood', async () => {
    const { ours, github } = adapter;
    await ours.comments.revise(pull, marker, () => 'one');
    github.editComment({ by: 'max', id: present()[0]?.id ?? 0, body: `${line}\r\nchanged` });
    expect(await ours.comments.find(pull, marker)).toMatchObject({ body: 'changed' });
  });
});

describe('somebody else', () => {
  test('who copies the marker is left alone', async () => {
    const { ours, github } = adapter;
    github.comment({ by: 'eve', number: pull, body: `${line}\nclick here` });
    expect(await ours.comments.find(pull, marker)).toBeUndefined();
    await ours.comments.revise(pull, marker, section('ours'));
    expect(bodies()).toEqual([`${line}\nclick here`, `${line}\nours;`]);
  });

  test('who deletes it in between makes it written anew', async () => {
    const { ours, github } = adapter;
    await ours.comments.revise(pull, marker, section('one'));
    const [first] = present();
    const act = (): void => github.deleteComment({ by: 'max', id: first?.id ?? 0 });
    github.faults.inject({ method: 'PATCH', effect: { kind: 'meanwhile', act } });
    await ours.comments.revise(pull, marker, section('two'));
    expect(bodies()).toEqual([`${line}\ntwo;`]);
    expect(present()[0]?.id).not.toBe(first?.id);
  });

  test('who left several of ours behind: the oldest stays', async () => {
    const { ours, ask } = adapter;
    for (const text of ['one;', 'two;']) {
      await ask('POST', `/repos/acme/platform/issues/${pull}/comments`, { body: { body: `${line}\n${text}` } });
    }
    await ours.comments.revise(pull, marker, section('three'));
    expect(bodies()).toEqual([`${line}\none;three;`]);
  });
});

describe('another job of ours', () => {
  test('that overwrites ours right after is answered by writing again', async () => {
    const { ours, github } = adapter;
    await ours.comments.revise(pull, marker, section('one'));
    const id = present()[0]?.id ?? 0;
    const act = (): void => github.editComment({ by: 'github-actions[bot]', id, body: `${line}\none;theirs;` });
    // The reading after our writing sees what they wrote over it.
    github.faults.inject({ method: 'GET', effect: { kind: 'delay', milliseconds: 0 } });
    github.faults.inject({ method: 'GET', effect: { kind: 'meanwhile', act } });
    expect(await ours.comments.revise(pull, marker, section('ours'))).toMatchObject({ body: 'one;theirs;ours;' });
    expect(bodies()).toEqual([`${line}\none;theirs;ours;`]);
  });

  test.each([
    [2, 'is not there yet'],
    [4, 'is not there yet'],
    [2, 'is there'],
    [4, 'is there'],
  ])('or several: %i at a time lose no text, when the comment %s', async (count, state) => {
    if (state === 'is there') await adapter.ours.comments.revise(pull, marker, section('first'));
    const names = Array.from({ length: count }, (_each, index) => `job-${index}`);
    const job = (name: string) => (clock: Clock) => adapter.openAnother({ clock }).comments.revise(pull, marker, section(name));
    await sideBySide(names.map(job));
    expect(present()).toHaveLength(1);
    const [, text = ''] = (bodies()[0] ?? '').split('\n');
    expect(
      text
        .split(';')
        .filter((name) => name.startsWith('job-'))
        .sort(),
    ).toEqual(names);
  });

  test('that never stops is a failure in the end', async () => {
    const { ours, github } = adapter;
    await ours.comments.revise(pull, marker, () => 'ours');
    const id = present()[0]?.id ?? 0;
    const act = (): void => github.editComment({ by: 'github-actions[bot]', id, body: `${line}\ntheirs` });
    github.faults.inject({ method: 'GET', times: 99, effect: { kind: 'meanwhile', act } });
    expect((await failureOf(ours.comments.revise(pull, marker, () => 'ours'))).code).toBe('github/comment-contested');
  });
});

describe('never two of them, although creating', () => {
  test.each<[string, Effect, number]>([
    ['was carried out, and the connection dropped', { kind: 'drop', afterwards: true }, 1],
    ['was carried out, and a gateway gave up', { kind: 'answer', status: 504, afterwards: true }, 1],
    ['was carried out, and the answer was cut off', { kind: 'cut-off' }, 1],
    ['was not carried out, and the connection dropped', { kind: 'drop', afterwards: false }, 2],
    ['was not carried out, and a gateway gave up', { kind: 'answer', status: 502 }, 2],
  ])('%s', async (_how, effect, creations) => {
    const { ours, github, asked } = adapter;
    github.faults.inject({ method: 'POST', effect });
    expect(await ours.comments.revise(pull, marker, () => 'hello')).toMatchObject({ body: 'hello' });
    expect(github.state.comments.size).toBe(1);
    expect(asked().filter((each) => each === create || each.startsWith('POST'))).toHaveLength(creations);
  });

  test('fails time and again: then it is a failure', async () => {
    const { ours, github, clock } = adapter;
    github.faults.inject({ method: 'POST', times: 99, effect: { kind: 'drop', afterwards: false } });
    const failure = await failureOf(ours.comments.revise(pull, marker, () => 'hello'));
    expect({ code: failure.code, comments: github.state.comments.size }).toEqual({ code: 'github/no-answer', comments: 0 });
    expect(clock.sleptSeconds).toEqual([1, 2, 4, 8]);
  });

  test('editing is simply tried again', async () => {
    const { ours, github, asked } = adapter;
    await ours.comments.revise(pull, marker, () => 'one');
    asked();
    github.faults.inject({ method: 'PATCH', effect: { kind: 'drop', afterwards: true } });
    await ours.comments.revise(pull, marker, () => 'two');
    expect(bodies()).toEqual([`${line}\ntwo`]);
    expect(asked().filter((each) => each.startsWith('PATCH'))).toEqual([expect.stringContaining('PATCH'), update]);
  });
});
