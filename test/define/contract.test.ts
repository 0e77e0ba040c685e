// What an action makes of its inputs.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { contract, parseDuration, parseInputs } from '../../src/define/contract.ts';

const example = contract({
  name: 'example',
  title: 'Example',
  about: 'Shows what inputs can be',
  inputs: {
    stack: { kind: 'text', about: 'A name', required: true },
    count: { kind: 'number', about: 'How many', default: 3, least: 1, most: 9 },
    dry: { kind: 'flag', about: 'Look, but do not touch', default: false },
    mode: { kind: 'choice', about: 'What to do', choices: ['plan', 'drift'], default: 'plan' },
    labels: { kind: 'list', about: 'Names' },
    lifetime: { kind: 'duration', about: 'How long', default: '3d' },
  },
  outputs: {},
  permissions: {},
  triggers: ['pull_request'],
});

const parse = (given: Readonly<Record<string, string>>) => parseInputs(example, (name) => given[name] ?? '');

describe('inputs', () => {
  test('are typed by their contract, with its defaults', () => {
    const inputs = parse({ stack: 'platform' });
    const typed: { stack: string; count: number; dry: boolean; mode: 'plan' | 'drift'; lifetime: number } = inputs;
    expect(typed).toEqual({ stack: 'platform', count: 3, dry: false, mode: 'plan', labels: undefined, lifetime: 259_200 });
  });

  test('may be given with space around them, in either case where it does not matter', () => {
    expect(parse({ stack: ' a ', dry: 'TRUE', labels: 'a, b\nc,,' })).toMatchObject({
      stack: 'a',
      dry: true,
      labels: ['a', 'b', 'c'],
    });
  });

  test('are refused with every problem at once', () => {
    const given = { count: '10', dry: 'yes', mode: 'x'.repeat(100), lifetime: '2 weeks' };
    expect(() => parse(given)).toThrow(
      [
        'Bad inputs for example:',
        '- stack: required',
        '- count: expected a whole number from 1 to 9; got "10"',
        '- dry: expected true or false; got "yes"',
        `- mode: expected one of plan, drift; got "${'x'.repeat(60)}"`,
        '- lifetime: expected a duration such as 90m, 36h or 3d; got "2 weeks"',
      ].join('\n'),
    );
  });
});

test.each([
  ['90m', 5400],
  ['36h', 129_600],
  ['3d', 259_200],
  ['0d', 0],
  ['1000h', undefined],
  ['3', undefined],
  ['3w', undefined],
  ['-3d', undefined],
  ['3d ', undefined],
])('a duration of %j is %p seconds', (text, seconds) => {
  expect(parseDuration(text)).toBe(seconds);
});

test('whatever is typed as a number is a number in range, or refused', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.integer().map(String)), (text) => {
      const outcome = tryParse(() => parse({ stack: 'a', count: text }).count);
      expect(outcome === undefined || (Number.isInteger(outcome) && outcome >= 1 && outcome <= 9)).toBe(true);
    }),
  );
});

function tryParse<T>(body: () => T): T | undefined {
  try {
    return body();
  } catch {
    return undefined;
  }
}
