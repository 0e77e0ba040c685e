// Makes new texts and documents out of a corpus, by a seed: what is nearly right gets deeper into a reader than noise does.
import fc from 'fast-check';
import { anyCharacter } from '../../../support/any-character.ts';

/** The same inputs each time; another seed is another expedition: OPSDECK_FUZZ_SEED=2 OPSDECK_FUZZ_RUNS=20000. */
export const expedition = {
  seed: Number(process.env.OPSDECK_FUZZ_SEED ?? '1'),
  numRuns: Number(process.env.OPSDECK_FUZZ_RUNS ?? '400'),
};

/** What has broken readers and pages before. */
export const hostileTexts: readonly string[] = [
  ...[
    '',
    '\0',
    '\u202e',
    '\u2028',
    '\ud800',
    '\ufeff',
    '\u200b',
    '👩‍👩‍👧‍👦',
    '\r',
    '\n/plan\n',
    '\n```\n',
    '"',
    '\\',
    '${file("/etc/passwd")}',
  ],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'length', 'null', 'true', '-1', '1e999', '0x10', 'NaN'],
  ...[
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<!-- opsdeck:pull-request -->',
    '-->',
    '</details>',
    '@everyone',
  ],
  ...[
    '![x](https://evil.example/x.png)',
    '[x](javascript:alert(1))',
    'https://evil.example',
    '#1',
    '| a | b |',
    '~~~',
    '::error::x',
  ],
  ...[
    '../../../etc/passwd',
    's3://other/key',
    '2026-99-99T00:00:00.000Z',
    '9'.repeat(400),
    'a'.repeat(70_000),
    '`a'.repeat(150_000),
  ],
];

const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(...hostileTexts, null, true, 0, -1, 1.5, 1e308, 2 ** 53, [], {}, [[]], { kind: 'x' }, deep(2_000)),
  fc.jsonValue({ maxDepth: 3 }),
  fc.string({ unit: anyCharacter, maxLength: 20 }),
);

function deep(levels: number): unknown {
  let value: unknown = 'bottom';
  for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}

interface Edit {
  readonly kind: 'remove' | 'repeat' | 'insert' | 'cut' | 'swap';
  /** From 0 to 1: where. */
  readonly at: number;
  readonly to: number;
  readonly text: string;
}

const edit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom('remove', 'repeat', 'insert', 'cut', 'swap'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  to: fc.double({ min: 0, max: 1, noNaN: true }),
  text: fc.oneof(fc.constantFrom(...hostileTexts), fc.string({ unit: anyCharacter, maxLength: 5 })),
});

function edited(text: string, { kind, at, to, text: more }: Edit): string {
  const from = Math.floor(Math.min(at, to) * text.length);
  const end = Math.floor(Math.max(at, to) * text.length);
  switch (kind) {
    case 'remove':
      return text.slice(0, from) + text.slice(end);
    case 'repeat':
      return text.slice(0, end) + text.slice(from, Math.min(end, from + 2_000)).repeat(3) + text.slice(end);
    case 'insert':
      return text.slice(0, from) + more + text.slice(from);
    case 'cut':
      return text.slice(0, from);
    case 'swap':
      return text.slice(0, from) + more + text.slice(from + more.length);
    default:
      return kind satisfies never;
  }
}

/** A text of the corpus with a few things wrong. */
export function mutatedText(corpus: readonly string[]): fc.Arbitrary<string> {
  return fc
    .tuple(fc.constantFrom(...corpus), fc.array(edit, { maxLength: 4 }))
    .map(([text, edits]) => edits.reduce(edited, text));
}

/** A document of the corpus with another value, or another member, somewhere in it. */
export function mutatedValue(corpus: readonly unknown[]): fc.Arbitrary<unknown> {
  const place = fc.array(fc.nat(50), { minLength: 1, maxLength: 5 });
  const change = fc.record({ place, value: hostileValue, isNew: fc.boolean(), name: fc.constantFrom(...hostileTexts, 'x') });
  return fc
    .tuple(fc.constantFrom(...corpus), fc.array(change, { minLength: 1, maxLength: 3 }))
    .map(([value, changes]) => changes.reduce(changed, value));
}

interface Change {
  readonly place: readonly number[];
  readonly value: unknown;
  readonly isNew: boolean;
  readonly name: string;
}

/** Goes down by the steps that the place tells, and puts the value where they end. */
function changed(value: unknown, { place: [step, ...rest], ...change }: Change): unknown {
  if (step === undefined || typeof value !== 'object' || value === null) return change.value;
  const entries = Object.entries(value);
  if (entries.length === 0 || (change.isNew && rest.length === 0))
    return fromEntries(value, [...entries, [change.name, change.value]]);
  const chosen = step % entries.length;
  const next = entries.map(([key, one], index): [string, unknown] =>
    index === chosen ? [key, changed(one, { place: rest, ...change })] : [key, one],
  );
  return fromEntries(value, next);
}

function fromEntries(like: object, entries: readonly (readonly [string, unknown])[]): unknown {
  return Array.isArray(like) ? entries.map(([, one]) => one) : Object.fromEntries(entries);
}
