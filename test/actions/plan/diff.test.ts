// What differs between two sides of an attribute, down to the smallest part that says it.
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { createRedactor } from '../../../src/actions/plan/redact/redact.ts';
import { renderAttributes } from '../../../src/actions/plan/render/attributes.ts';
import { type ChangeFacts, planOf } from './support/plan-json.ts';

function lines(facts: ChangeFacts): readonly string[] {
  return planOf(facts).resources.flatMap((change) =>
    renderAttributes(change, createRedactor([]), { value: 200, lines: 100 }).split('\n'),
  );
}

const update = (before: unknown, after: unknown, more: ChangeFacts = {}): ChangeFacts => ({
  before: { a: before },
  after: { a: after },
  ...more,
});
const json = JSON.stringify;

describe('the difference is shown', () => {
  test.each<[string, ChangeFacts, readonly string[]]>([
    ['of a number', update(1, 2), ['! a: 1 -> 2']],
    ['of a type', update(1, '1'), ['! a: 1 -> "1"']],
    [
      'of long values, below each other',
      update('x'.repeat(60), 'y'.repeat(60)),
      [`- a: "${'x'.repeat(60)}"`, `+ a: "${'y'.repeat(60)}"`],
    ],
    ['when one is added', update(null, 'x'), ['+ a: "x"']],
    ['when one goes', update('x', null), ['- a: "x"']],
    ['when it is not known yet', { ...update('x', undefined), unknown: { a: true } }, ['! a: "x" -> (known after apply)']],
    [
      'when it is sensitive',
      update('x', 'y', { beforeSensitive: { a: true }, afterSensitive: { a: true } }),
      ['! a: (sensitive), changed'],
    ],
    ['when it becomes sensitive', update('x', 'y', { afterSensitive: { a: true } }), ['! a: "x" -> (sensitive)']],
    [
      'when a sensitive one is not known yet',
      { ...update('x', undefined), unknown: { a: true }, beforeSensitive: { a: true } },
      ['! a: (sensitive) -> (known after apply)'],
    ],
    ['of a part of an object', update({ b: { c: 1, d: 2 } }, { b: { c: 1, d: 3 } }), ['! a.b.d: 2 -> 3']],
    ['of a key with a dot', update({ 'b.c': 1 }, { 'b.c': 2 }), ['! a["b.c"]: 1 -> 2']],
    ['of an element that goes and one that comes', update(['x', 'y'], ['y', 'z']), ['- a[0]: "x"', '+ a[1]: "z"']],
    ['of the order', update(['x', 'y'], ['y', 'x']), ['! a: same elements, other order']],
    ['of a part beside a list that stays', update({ b: ['x', 'y'], c: 1 }, { b: ['x', 'y'], c: 2 }), ['! a.c: 1 -> 2']],
    [
      'of a set of objects, whatever their order',
      update(
        [
          { p: 1, q: 1 },
          { p: 2, q: 2 },
        ],
        [
          { p: 2, q: 2 },
          { p: 1, q: 9 },
        ],
      ),
      ['! a[1].q: 1 -> 9'],
    ],
    [
      'of a list of named objects',
      update(
        [
          { name: 'x', v: 1 },
          { name: 'y', v: 2 },
        ],
        [{ name: 'y', v: 3 }],
      ),
      ['! a[y].v: 2 -> 3', '- a[x].name: "x"', '- a[x].v: 1'],
    ],
    [
      'of JSON in a text',
      update(json({ s: [{ Sid: 'q', Action: 'get' }] }), json({ s: [{ Sid: 'q', Action: '*' }] })),
      ['! a.s[q].Action: "get" -> "*"'],
    ],
    ['of the spelling of JSON', update(json({ b: 1, c: 2 }), json({ c: 2, b: 1 })), ['! a: same JSON, written differently']],
    ['of lines of a text', update('one\ntwo\nthree', 'one\n2\nthree'), ['! a:', '    (from line 2)', '-   two', '+   2']],
    ['but not of an empty list and none', { before: { a: null, b: 1 }, after: { a: [], b: 2 } }, ['! b: 1 -> 2']],
    [
      'of what forces a replacement',
      { ...update(1, 2), actions: ['delete', 'create'], replacePaths: [['a']] },
      ['! a: 1 -> 2  # forces replacement'],
    ],
    [
      'of what a replaced one does not have any more, but for empty texts that were read',
      {
        before: { a: 1, mode: '', b: 'x' },
        after: { a: 2, mode: null, b: null },
        actions: ['delete', 'create'],
        replacePaths: [['a']],
      },
      ['! a: 1 -> 2  # forces replacement', '- b: "x"'],
    ],
    [
      'of an empty text that goes, where that forces the replacement',
      { before: { mode: '' }, after: { mode: null }, actions: ['delete', 'create'], replacePaths: [['mode']] },
      ['- mode: ""  # forces replacement'],
    ],
    [
      'of what a new resource has',
      { after: { a: 1, none: null, list: [], on: false }, unknown: { id: true, arn: true } },
      ['+ a: 1', '+ on: false', '  known after apply: id, arn'],
    ],
    ['of what is destroyed: only which one it is', { before: { id: 'i-1', size: 4 } }, ['  id: "i-1"']],
    [
      'of a list that is partly unknown',
      { before: { a: ['x'] }, after: { a: ['x', null] }, unknown: { a: [false, true] } },
      ['+ a[1]: (known after apply)'],
    ],
  ])('%s', (_what, facts, expected) => {
    expect(lines(facts)).toEqual(expected);
  });
});

describe('a long value', () => {
  test('is cut in the middle', () => {
    expect(lines({ after: { a: 'ab '.repeat(1000) } })[0]).toMatch(/^\+ a: "(?:ab )+.* \.\.\. \d+ more \.\.\. .*(?:ab )+"$/);
  });

  test('that nobody can read is only measured', () => {
    expect(lines({ after: { a: 'ab '.repeat(100_000) } })).toEqual(['+ a: "(300000 characters, too long to show)"']);
  });
});

test('a fraction of many digits stands beside a whole number of as many', () => {
  const before = { a: [-2987602591036984, -0.0000010000000000000002], n: 1 };
  expect(lines({ before, after: { a: [], n: 2 } })).toEqual(expect.arrayContaining(['! n: 1 -> 2']));
});

test('whatever the values, equal ones never show, and those that mean something else always do', () => {
  const value = fc.jsonValue({ maxDepth: 3 }).filter((one) => JSON.stringify(one) !== 'null');
  fc.assert(
    fc.property(value, value, (one, other) => {
      const shown = lines({ before: { a: one, same: one, n: 1 }, after: { a: other, same: one, n: 2 } });
      expect(shown.some((line) => line.includes('same:') || line.includes('same.') || line.includes('same['))).toBe(false);
      const isShown = shown.some((line) => /^[-+!] a\b/.test(line));
      const [left, right] = [one, other].map((side) => JSON.parse(JSON.stringify(side)));
      if (isDeepStrictEqual(left, right)) expect(isShown).toBe(false);
      // In between lies what is empty on both sides, and written differently.
      else if (!isDeepStrictEqual(meaningOf(left), meaningOf(right))) expect(isShown).toBe(true);
    }),
  );
});

test('whatever stays beside a part that changes never shows, also within JSON as text', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 3 }), fc.boolean(), (stays, isText) => {
      const side = (n: number) => (isText ? json({ n, stays }) : JSON.parse(json({ n, stays })));
      expect(lines(update(side(1), side(2)))).toEqual(['! a.n: 1 -> 2']);
    }),
  );
});

/** What is empty is the same as what is not there, however deep: providers turn one into the other. */
function meaningOf(value: unknown): unknown {
  if (Array.isArray(value)) return meaningful(value.map(meaningOf).filter((element) => element !== undefined));
  if (typeof value !== 'object') return value;
  const members = Object.entries(value ?? {}).map(([key, member]) => [key, meaningOf(member)] as const);
  return meaningful(Object.fromEntries(members.filter(([, member]) => member !== undefined)));
}

function meaningful(container: object): object | undefined {
  return Object.keys(container).length === 0 ? undefined : container;
}
