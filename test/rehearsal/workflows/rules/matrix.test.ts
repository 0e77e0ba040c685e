import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { expandMatrix } from '../../../../src/rehearsal/workflows/rules/matrix.ts';

describe('a matrix', () => {
  test('is the product of its axes, in their order', () => {
    expect(expandMatrix({ os: ['a', 'b'], node: [20, 24] })).toEqual([
      { os: 'a', node: 20 },
      { os: 'a', node: 24 },
      { os: 'b', node: 20 },
      { os: 'b', node: 24 },
    ]);
  });

  test('leaves out whatever a pattern covers', () => {
    const matrix = {
      os: ['a', 'b'],
      node: [20, { version: 24, lts: true }],
      exclude: [{ os: 'a', node: 20 }, { node: { lts: true } }],
    };
    expect(expandMatrix(matrix)).toEqual([{ os: 'b', node: 20 }]);
  });

  // The example of GitHub's documentation.
  test('extends what an inclusion fits, and adds what fits nothing', () => {
    const matrix = {
      fruit: ['apple', 'pear'],
      animal: ['cat', 'dog'],
      include: [
        { color: 'green' },
        { color: 'pink', animal: 'cat' },
        { fruit: 'apple', shape: 'circle' },
        { fruit: 'banana' },
        { fruit: 'banana', animal: 'cat' },
      ],
    };
    expect(expandMatrix(matrix)).toEqual([
      { fruit: 'apple', animal: 'cat', color: 'pink', shape: 'circle' },
      { fruit: 'apple', animal: 'dog', color: 'green', shape: 'circle' },
      { fruit: 'pear', animal: 'cat', color: 'pink' },
      { fruit: 'pear', animal: 'dog', color: 'green' },
      { fruit: 'banana' },
      { fruit: 'banana', animal: 'cat' },
    ]);
  });

  test('may consist of inclusions alone', () => {
    expect(expandMatrix({ include: [{ stack: 'a' }, { stack: 'b' }] })).toEqual([{ stack: 'a' }, { stack: 'b' }]);
  });

  test.each([
    ['no values', { stack: [] }, 'the axis stack does not contain any values'],
    ['nothing at all', {}, 'it does not contain any values'],
    ['everything left out', { stack: ['a'], exclude: [{ stack: 'a' }] }, 'it does not contain any values'],
    ['no list', { stack: 'a' }, 'the axis stack is no list'],
    ['no mapping', 'a', 'it is no mapping'],
    ['too many', { a: [...Array(17).keys()], b: [...Array(16).keys()] }, 'it has 272 combinations, and GitHub allows 256'],
  ])('is refused with %s', (_what, matrix, problem) => {
    expect(() => expandMatrix(matrix)).toThrow(problem);
  });

  test('never has a combination that an exclusion covers', () => {
    const values = fc.uniqueArray(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 4 });
    const pattern = fc.record({ a: fc.integer({ min: 0, max: 5 }), b: fc.integer({ min: 0, max: 5 }) }, { requiredKeys: [] });
    fc.assert(
      fc.property(values, values, pattern, (a, b, exclude) => {
        const product = a.flatMap((one) => b.map((other) => ({ a: one, b: other })));
        const expected = product.filter(
          (leg) => !Object.entries(exclude).every(([key, value]) => leg[key as 'a' | 'b'] === value),
        );
        fc.pre(expected.length > 0);
        expect(expandMatrix({ a, b, exclude: [exclude] as never })).toEqual(expected);
      }),
    );
  });
});
