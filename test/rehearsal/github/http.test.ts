// How the double speaks HTTP: pages, entity tags, limits, media types, faults.
import { beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { secondaryLimit } from '../../../src/rehearsal/github/faults.ts';
import { cutPage } from '../../../src/rehearsal/github/pagination.ts';
import { type Fixture, openFixture, openPull, repository } from './support.ts';

let fixture: Fixture;

beforeEach(async () => {
  fixture = await openFixture();
});

function nextOf(link = ''): string | undefined {
  return /<([^>]+)>; rel="next"/.exec(link)?.[1];
}

describe('pages', () => {
  test('put together are the whole list, whatever their size', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: 250 }), fc.integer({ min: 1, max: 120 }), (items, perPage) => {
        const found: unknown[] = [];
        let url: string | undefined = `http://127.0.0.1/list?per_page=${perPage}`;
        while (url !== undefined) {
          const page = cutPage(items, new URL(url));
          expect(page.items.length).toBeLessThanOrEqual(Math.min(100, perPage));
          found.push(...page.items);
          url = nextOf(page.link);
        }
        expect(found).toEqual(items);
      }),
    );
  });

  test('link to each other, and keep the rest of the query', async () => {
    const number = openPull(fixture.github);
    for (let count = 1; count <= 5; count += 1) fixture.github.comment({ by: 'wil', number, body: `${count}` });
    const { body, headers } = await fixture.ask(
      'GET',
      `${repository}/issues/${number}/comments?since=2025-01-01T00:00:00Z&per_page=2&page=2`,
    );
    expect(body.map(({ body: text }: { body: string }) => text)).toEqual(['3', '4']);
    expect(headers.get('link')?.replaceAll(fixture.github.url, '').split(', ')).toEqual([
      `<${repository}/issues/${number}/comments?since=2025-01-01T00%3A00%3A00Z&per_page=2&page=1>; rel="prev"`,
      `<${repository}/issues/${number}/comments?since=2025-01-01T00%3A00%3A00Z&per_page=2&page=3>; rel="next"`,
      `<${repository}/issues/${number}/comments?since=2025-01-01T00%3A00%3A00Z&per_page=2&page=3>; rel="last"`,
      `<${repository}/issues/${number}/comments?since=2025-01-01T00%3A00%3A00Z&per_page=2&page=1>; rel="first"`,
    ]);
  });
});

describe('an entity tag', () => {
  test('spares the body until something changes', async () => {
    const { github, ask } = fixture;
    const number = openPull(github);
    const path = `${repository}/pulls/${number}`;
    const etag = (await ask('GET', path)).headers.get('etag') ?? '';
    const again = await ask('GET', path, { headers: { 'if-none-match': etag } });
    expect({ status: again.status, text: again.text }).toEqual({ status: 304, text: '' });
    github.label({ by: 'ada', number, add: ['preview'] });
    expect((await ask('GET', path, { headers: { 'if-none-match': etag } })).status).toBe(200);
  });
});

describe('the rate limit', () => {
  test('counts down, and is asked for without counting', async () => {
    const { ask } = fixture;
    const first = await ask('GET', repository);
    await ask('GET', '/rate_limit');
    const second = await ask('GET', repository);
    const left = [first, second].map(({ headers }) => Number(headers.get('x-ratelimit-remaining')));
    expect(left).toEqual([4999, 4998]);
  });

  test('that is used up refuses until it is renewed', async () => {
    const { github, ask, clock } = fixture;
    github.exhaustRateLimit(60);
    const refused = await ask('GET', repository);
    expect(refused.status).toBe(403);
    expect(refused.headers.get('x-ratelimit-remaining')).toBe('0');
    expect(Number(refused.headers.get('x-ratelimit-reset'))).toBe(clock.now().getTime() / 1000 + 60);
    await clock.sleep(60_000);
    expect((await ask('GET', repository)).status).toBe(200);
  });
});

describe('a media type', () => {
  test('asks for a file as it is', async () => {
    const path = `${repository}/contents/README.md`;
    const { text, headers } = await fixture.ask('GET', path, { headers: { accept: 'application/vnd.github.raw+json' } });
    expect({ text, type: headers.get('content-type') }).toEqual({
      text: 'hello\n',
      type: 'application/vnd.github.raw+json; charset=utf-8',
    });
    const { body } = await fixture.ask('GET', path);
    expect(Buffer.from(body.content, 'base64').toString()).toBe('hello\n');
  });
});

describe('a body', () => {
  test('that is no JSON is refused', async () => {
    const token = fixture.github.issueToken({ kind: 'person', login: 'ada' });
    const headers = { authorization: `token ${token}` };
    const response = await fetch(`${fixture.github.url}${repository}/issues`, { method: 'POST', headers, body: '{' });
    expect({ status: response.status, body: await response.json() }).toMatchObject({
      status: 400,
      body: { message: 'Problems parsing JSON' },
    });
  });

  test.each([
    [65_536, 201],
    [65_537, 422],
  ])('of %i characters, each of them two units long, is answered %i', async (count, status) => {
    const number = openPull(fixture.github);
    const answer = await fixture.ask('POST', `${repository}/issues/${number}/comments`, { body: { body: '🦄'.repeat(count) } });
    expect(answer.status).toBe(status);
  });

  test('with a field of the wrong kind is refused', async () => {
    const number = openPull(fixture.github);
    const { status, body } = await fixture.ask('POST', `${repository}/issues/${number}/comments`, { body: { body: 7 } });
    expect({ status, message: body.message }).toEqual({
      status: 422,
      message: "Invalid request.\n\nFor 'properties/body', 7 is not a string.",
    });
  });
});

describe('a fault', () => {
  const path = `${repository}/issues`;
  const issue = { body: { title: 'one' } };

  test('hits only what it is meant for, and as often as it is meant to', async () => {
    const { github, ask } = fixture;
    github.faults.inject({ method: 'POST', path: /issues$/, times: 2, effect: { kind: 'answer', status: 502 } });
    const statuses = [];
    for (const method of ['GET', 'POST', 'POST', 'POST']) {
      statuses.push((await ask(method, path, method === 'POST' ? issue : {})).status);
    }
    expect(statuses).toEqual([200, 502, 502, 201]);
    expect(github.state.issues.size).toBe(1);
    expect(github.journal.map(({ fault }) => fault)).toEqual([undefined, 'answer', 'answer', undefined]);
  });

  test.each([
    [false, 0],
    [true, 1],
  ])('drops the connection, afterwards: %s', async (afterwards, issues) => {
    const { github, ask } = fixture;
    github.faults.inject({ effect: { kind: 'drop', afterwards } });
    await expect(ask('POST', path, issue)).rejects.toThrow('fetch failed');
    expect(github.state.issues.size).toBe(issues);
    expect(github.journal.at(-1)).not.toHaveProperty('status');
  });

  test('answers badly although the request was carried out', async () => {
    const { github, ask } = fixture;
    github.faults.inject({ effect: { kind: 'answer', status: 504, afterwards: true } });
    expect((await ask('POST', path, issue)).status).toBe(504);
    expect(github.state.issues.size).toBe(1);
  });

  test('is a secondary limit as GitHub words it', async () => {
    fixture.github.faults.inject({ effect: secondaryLimit(30) });
    const { status, body, headers } = await fixture.ask('GET', path);
    expect({ status, retryAfter: headers.get('retry-after'), message: body.message }).toEqual({
      status: 403,
      retryAfter: '30',
      message: 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
    });
  });

  test('lets something happen right before, or makes a request late', async () => {
    const { github, ask } = fixture;
    github.faults.inject({ effect: { kind: 'delay', milliseconds: 1 } });
    github.faults.inject({ effect: { kind: 'meanwhile', act: () => github.openIssue({ by: 'rea', title: 'first' }) } });
    await ask('POST', path, issue);
    await ask('POST', path, issue);
    expect([...github.state.issues.values()].map(({ title }) => title)).toEqual(['one', 'first', 'one']);
  });
});
