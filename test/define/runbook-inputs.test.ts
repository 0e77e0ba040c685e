// What runbooks ask for: texts become values, everything that is wrong is told at once, and values become the same texts again.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { inputTexts, parseRunbookInputs, type RunbookInput, type RunbookInputs } from '../../src/define/runbook-inputs.ts';

const about = 'What it is';
const inputs: RunbookInputs = {
  count: { kind: 'number', least: 1, most: 500, about, example: '6' },
  size: { kind: 'choice', choices: ['small', 'large'], default: 'small', about, example: 'large' },
  hours: { kind: 'duration', leastSeconds: 600, mostSeconds: 7 * 86_400, default: '24h', about, example: '3d' },
  at: { kind: 'instant', optional: true, about, example: '2026-01-31T12:00:00Z' },
  name: { kind: 'name', optional: true, about, example: 'assess-1' },
  address: { kind: 'address', optional: true, about, example: '203.0.113.7' },
  sure: { kind: 'flag', default: 'false', about, example: 'true' },
};

const one = (input: RunbookInput, text: string) => parseRunbookInputs({ it: input }, { it: text });
const of = (name: string): RunbookInput => inputs[name] as RunbookInput;
const noAddress = 'it: expected an IPv4 address or range such as 203.0.113.7 or 203.0.113.0/24';

describe('a text', () => {
  test.each<[string, string, unknown]>([
    ['count', '6', 6],
    ['count', ' 500 ', 500],
    ['size', 'large', 'large'],
    ['size', '', 'small'],
    ['hours', '90m', 5400],
    ['hours', '', 86_400],
    ['at', '2026-01-31T12:00Z', '2026-01-31T12:00:00.000Z'],
    ['name', 'a-1', 'a-1'],
    ['address', '203.0.113.7', '203.0.113.7/32'],
    ['address', '10.0.0.0/8', '10.0.0.0/8'],
    ['sure', 'true', true],
  ])('%s=%j is %j', (name, text, value) => {
    expect(one(of(name), text)).toEqual({ kind: 'good', values: { it: value } });
  });

  test.each<[string, string, string]>([
    ['count', '0', 'it: expected a whole number from 1 to 500; got "0"'],
    ['count', '1e2', 'it: expected a whole number from 1 to 500; got "1e2"'],
    ['count', '', 'it: missing; for example 6'],
    ['size', 'huge', 'it: expected one of small, large; got "huge"'],
    ['hours', '8d', 'it: expected from 10m to 7d; got "8d"'],
    ['at', '2026-02-31', 'it: expected an instant in UTC such as 2026-01-31T12:00:00Z; got "2026-02-31"'],
    ['name', '-a', 'it: expected lower case letters, digits and hyphens, at most 63; got "-a"'],
    ['address', '203.0.113.256', `${noAddress}; got "203.0.113.256"`],
    ['address', '0.0.0.0/0', `${noAddress}; got "0.0.0.0/0"`],
    ['address', '203.0.113.7/24', 'it: expected a range that begins where its network begins; got "203.0.113.7/24"'],
    ['sure', 'yes', 'it: expected true or false; got "yes"'],
  ])('%s=%j is refused', (name, text, problem) => {
    expect(one(of(name), text)).toEqual({ kind: 'bad', problems: [problem] });
  });
});

describe('what was given', () => {
  test('is told everything that is wrong with it', () => {
    expect(parseRunbookInputs(inputs, { count: 'many', hours: '1m', cuont: '6' })).toMatchObject({
      kind: 'bad',
      problems: [
        '"cuont": is no input of it; there are count, size, hours, at, name, address, sure',
        'count: expected a whole number from 1 to 500; got "many"',
        'hours: expected from 10m to 7d; got "1m"',
      ],
    });
  });

  test('may have the names of what every object has', () => {
    const named = JSON.parse('{"__proto__": "x", "constructor": "y"}') as Record<string, string>;
    const problems = ['"__proto__": is no input of it; it takes none', '"constructor": is no input of it; it takes none'];
    expect(parseRunbookInputs({}, named)).toEqual({ kind: 'bad', problems });
  });

  test('never throws, whatever it is, and what it quotes is short', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ maxLength: 300 }), fc.string({ maxLength: 300 })), (given) => {
        const parsed = parseRunbookInputs(inputs, given);
        // A character may take six in JSON: `\u0000`.
        if (parsed.kind === 'bad') for (const problem of parsed.problems) expect(problem.length).toBeLessThan(800);
      }),
    );
  });

  test('becomes texts again that are the same values', () => {
    const given = fc.record(
      {
        count: fc.integer({ min: 1, max: 500 }).map(String),
        size: fc.constantFrom('small', 'large'),
        hours: fc.constantFrom('10m', '90m', '2h', '24h', '36h', '3d'),
        at: fc.integer({ min: 0, max: Date.parse('2099-01-01') }).map((ms) => new Date(ms).toISOString()),
        sure: fc.constantFrom('true', 'false'),
      },
      { requiredKeys: ['count'] },
    );
    fc.assert(
      fc.property(given, (texts) => {
        const parsed = parseRunbookInputs(inputs, texts as Readonly<Record<string, string>>);
        if (parsed.kind === 'bad') throw new Error(parsed.problems.join());
        const again = parseRunbookInputs(inputs, Object.fromEntries(inputTexts(inputs, parsed.values)));
        expect(again).toEqual(parsed);
      }),
    );
  });
});
