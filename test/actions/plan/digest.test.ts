// The digest is that of what would change: of all of it, and of nothing else.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { planDigest } from '../../../src/actions/plan/digest.ts';
import type { Json } from '../../../src/actions/plan/model.ts';
import { canonical } from '../../../src/actions/plan/read/canonical.ts';
import { readPlan } from '../../../src/actions/plan/read/read-plan.ts';
import {
  bytesOf,
  type ChangeFacts,
  failedCheck,
  outputChange,
  planJson,
  resourceChange,
  stackPlan,
  type Values,
} from './support/plan-json.ts';

const update: ChangeFacts = { address: 'x.a', before: { n: 1, same: 's' }, after: { n: 2, same: 's' } };

function digest(changes: readonly ChangeFacts[], members: Values = {}): string {
  return readPlan(bytesOf(planJson({ resource_changes: changes.map(resourceChange), ...members }))).digest;
}

const reference = digest([update]);

test('is 64 hexadecimal digits', () => {
  expect(reference).toMatch(/^[0-9a-f]{64}$/);
});

describe('stays the same', () => {
  test.each<[string, string]>([
    ['at another time, by another Terraform', digest([update], { timestamp: 'later', terraform_version: '1.12.0' })],
    [
      'with more that does not change',
      digest([update, { address: 'x.b', actions: ['no-op'], before: { a: 1 }, after: { a: 1 } }]),
    ],
    ['with data that is read', digest([update, { address: 'data.x.c', actions: ['read'], after: {}, around: { mode: 'data' } }])],
    ['with drift', digest([update], { resource_drift: [resourceChange({ before: { a: 1 }, after: { a: 2 } })] })],
    ['with a failed check', digest([update], { checks: [failedCheck('c', 'm')] })],
    ['with another prior state', digest([update], { prior_state: { values: { root_module: {} } } })],
    [
      'when what stays was refreshed to another value',
      digest([{ ...update, before: { n: 1, same: 't' }, after: { n: 2, same: 't' } }]),
    ],
    ['when nothing is written as null', digest([{ ...update, after: { n: 2, same: 's', more: null } }])],
    ['with an output that stays', digest([update], { output_changes: { o: { actions: ['no-op'], before: 1, after: 1 } } })],
  ])('%s', (_what, other) => {
    expect(other).toBe(reference);
  });
});

describe('is another one', () => {
  test.each<[string, string]>([
    ['for another value', digest([{ ...update, after: { n: 3, same: 's' } }])],
    ['for another value before', digest([{ ...update, before: { n: 0, same: 's' } }])],
    ['for one more attribute', digest([{ ...update, after: { n: 2, same: 's', more: 1 } }])],
    ['for a text instead of a number', digest([{ ...update, after: { n: '2', same: 's' } }])],
    ['for a value that is not known yet', digest([{ ...update, after: { same: 's' }, unknown: { n: true } }])],
    ['for another address', digest([{ ...update, address: 'x.b' }])],
    ['for another action', digest([{ ...update, actions: ['delete', 'create'] }])],
    ['for another order of replacing', digest([{ ...update, actions: ['create', 'delete'] }])],
    ['for a move', digest([{ ...update, around: { previous_address: 'x.old' } }])],
    ['for an import', digest([{ ...update, inside: { importing: { id: 'i' } } }])],
    ['for one more change', digest([update, { ...update, address: 'x.b' }])],
    ['for the same change twice', digest([update, update])],
    ['for an output', digest([update], { output_changes: { o: outputChange(1, 2) } })],
    ['for an action to run', digest([update], { action_invocations: [{ address: 'action.x.y' }] })],
  ])('%s', (_what, other) => {
    expect(other).not.toBe(reference);
  });

  test('for whole numbers too long for JavaScript', () => {
    const withNumber = (number: string) =>
      readPlan(
        Buffer.from(JSON.stringify(planJson({ resource_changes: [resourceChange(update)] })).replace('"n":2', `"n":${number}`)),
      ).digest;
    expect(withNumber('9007199254740993')).not.toBe(withNumber('9007199254740992'));
  });

  test('for another password', () => {
    const withPassword = (password: string) =>
      digest([{ ...update, after: { n: 2, password }, afterSensitive: { password: true } }]);
    expect(withPassword('one')).not.toBe(withPassword('two'));
    expect(withPassword('one')).toBe(withPassword('one'));
  });
});

describe('whatever the values', () => {
  const value = fc.letrec((tie) => ({
    json: fc.oneof(
      { maxDepth: 3 },
      fc.string(),
      fc.integer(),
      fc.boolean(),
      fc.array(tie('json'), { maxLength: 3 }),
      fc.dictionary(fc.oneof(fc.string(), fc.nat(20).map(String)), tie('json'), { maxKeys: 4 }),
    ),
  })).json;
  const values = fc.dictionary(fc.constantFrom('a', 'b', 'c', '10', '9'), value, { minKeys: 1 });

  test('the order of keys and of resources does not matter', () => {
    fc.assert(
      fc.property(values, values, (one, other) => {
        const [first, second] = [
          { address: 'x.a', after: one },
          { address: 'x.b', after: other },
        ];
        expect(
          digest([
            { ...second, after: reversed(other) as Values },
            { ...first, after: reversed(one) as Values },
          ]),
        ).toBe(digest([first, second]));
      }),
      { numRuns: 60 },
    );
  });

  /** Names that JavaScript's objects bring along are attributes like others, and a null may hide what is not known yet. */
  const side = fc.dictionary(
    fc.constantFrom('a', 'b', '10', '9', 'constructor', '__proto__', 'toString'),
    fc.oneof(value, fc.constant(null)),
  );
  const mask = fc.dictionary(fc.constantFrom('a', 'b', 'constructor'), fc.constantFrom<unknown>(true, false, {}, [true]));

  test('what stays does not matter, and all else does', () => {
    fc.assert(
      fc.property(side, side, side, mask, (same, one, other, unknown) => {
        const [before, after] = [ownMembers({ ...one }, same), ownMembers({ ...other }, same)];
        const changed = Object.keys({ ...before, ...after }).filter((key) =>
          isChanged(own(before, key), own(after, key), own(unknown, key)),
        );
        const stays = Object.keys({ ...before, ...after }).filter((key) => !changed.includes(key));
        const facts = { before: only(before, changed), after: only(after, changed), unknown: without(unknown, stays) };
        expect(digest([{ before, after, unknown }])).toBe(digest([facts]));
        const rest = changed.slice(1);
        if (changed.length > 0 && Object.keys(unknown).length === 0)
          expect(digest([{ before, after, unknown }])).not.toBe(
            digest([{ before: only(before, rest), after: only(after, rest), unknown }]),
          );
      }),
      { numRuns: 300 },
    );
  });

  test('another value is another digest', () => {
    fc.assert(
      fc.property(values, value, (after, other) => {
        const [key = 'a'] = Object.keys(after);
        fc.pre(JSON.stringify(reversed(after[key])) !== JSON.stringify(reversed(other)));
        expect(digest([{ after: { ...after, [key]: other } }])).not.toBe(digest([{ after }]));
      }),
      { numRuns: 60 },
    );
  });
});

test('of several stacks: in any order, but each under its name', () => {
  const [one, other] = [
    readPlan(bytesOf(planJson())),
    readPlan(bytesOf(planJson({ resource_changes: [resourceChange(update)] }))),
  ];
  const both = planDigest([stackPlan(one, 'platform'), stackPlan(other, 'service')]);
  expect(planDigest([stackPlan(other, 'service'), stackPlan(one, 'platform')])).toBe(both);
  expect(planDigest([stackPlan(one, 'service'), stackPlan(other, 'platform')])).not.toBe(both);
});

/** The same value, with the keys of every object the other way round. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
}

/** `values` with the members of `more`, `__proto__` among them, as members of its own. */
function ownMembers(values: Values, more: Values): Values {
  return Object.fromEntries([...Object.entries(values), ...Object.entries(more)]);
}

function own(values: Values, key: string): unknown {
  return Object.hasOwn(values, key) ? values[key] : undefined;
}

function only(values: Values, keys: readonly string[]): Values {
  return Object.fromEntries(Object.entries(values).filter(([key]) => keys.includes(key)));
}

function without(values: Values, keys: readonly string[]): Values {
  return Object.fromEntries(Object.entries(values).filter(([key]) => !keys.includes(key)));
}

function isChanged(before: unknown, after: unknown, mask: unknown): boolean {
  const isMasked = mask === true || Array.isArray(mask);
  // A plain value that is there is known, whatever the mask says.
  if (isMasked && (after === undefined || typeof after === 'object')) return true;
  return canonical((before ?? null) as Json) !== canonical((after ?? null) as Json);
}
