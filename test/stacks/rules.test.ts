// The defects of the customer's first stack, one by one: rules that no stack may break, and proof that they can fail.
import { describe, expect, test } from '@jest/globals';
import { mutate } from './rules/mutate.ts';
import { mutations } from './rules/mutations.ts';
import { violations } from './rules/rule.ts';
import { notVisibleHere, rowsInAll, rules } from './rules/rules.ts';
import { allStacks, stackNamed } from './support/synthesized.ts';

const stacks = allStacks();

describe('no stack breaks a rule', () => {
  test.each(rules)('row $row, $id: $says', (rule) => {
    expect(violations(rule, stacks)).toEqual([]);
  });
});

describe('the rules', () => {
  test('are about every row', () => {
    const seen = new Set([...rules.map(({ row }) => row), ...Object.keys(notVisibleHere).map(Number)]);
    const rows = Array.from({ length: rowsInAll }, (_, index) => index + 1);
    expect(rows.filter((row) => !seen.has(row))).toEqual([]);
  });

  test('have stacks to look at, and names of their own', () => {
    expect(rules.filter(({ in: scope }) => !stacks.some(({ label }) => scope.test(label)))).toEqual([]);
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  });

  test('fail in at least every other case', () => {
    const broken = new Set(mutations.flatMap(([, ofStack]) => ofStack.map(([id]) => id)));
    expect(broken.size).toBeGreaterThan(rules.length / 2);
  });
});

describe.each(mutations)('a broken %s is noticed by exactly one rule', (label, ofStack) => {
  test.each(ofStack)('%s notices %s', (breaks, _how, selector, change) => {
    const broken = mutate(stackNamed(label), selector, change);
    const noticed = rules.filter((rule) => violations(rule, [broken]).length > 0).map(({ id }) => id);
    expect(noticed).toEqual([breaks]);
  });
});
