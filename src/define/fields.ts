// Reads a document of ours out of JSON, strictly, by a table of its fields; every problem is told at once.

/** @returns nothing when the value is not of this kind */
type Reader<T> = (value: unknown) => T | undefined;

export interface Field<T> {
  readonly read: Reader<T>;
  /** Completes "expected ...". */
  readonly expected: string;
  readonly isOptional: boolean;
}

/** One row a field; a field that may be missing is marked with `optional`. */
export type Fields<T> = { readonly [Name in keyof T]-?: Field<Exclude<T[Name], undefined>> };

export type Parsed<T> =
  | { readonly kind: 'valid'; readonly value: T }
  | { readonly kind: 'corrupt'; readonly problems: readonly string[] };

/** Fields that the table does not have are left out: a later version may have written them. */
export function parseRecord<T>(value: unknown, fields: Fields<T>): Parsed<T> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { kind: 'corrupt', problems: ['expected an object'] };
  const given = value as Readonly<Record<string, unknown>>;
  const problems: string[] = [];
  const read: Record<string, unknown> = {};
  for (const [name, field] of Object.entries<Field<unknown>>(fields)) {
    if (given[name] === undefined) {
      if (!field.isOptional) problems.push(`${name}: missing`);
      continue;
    }
    const found = field.read(given[name]);
    if (found === undefined) problems.push(`${name}: expected ${field.expected}`);
    else read[name] = found;
  }
  // Every field of the table was read, or is optional.
  return problems.length > 0 ? { kind: 'corrupt', problems } : { kind: 'valid', value: read as T };
}

export function optional<T>(field: Field<T>): Field<T> {
  return { ...field, isOptional: true };
}

export function record<T>(fields: Fields<T>): Field<T> {
  return required('an object of known fields', (value) => {
    const parsed = parseRecord(value, fields);
    return parsed.kind === 'valid' ? parsed.value : undefined;
  });
}

export function list<T>({ read, expected }: Field<T>): Field<readonly T[]> {
  return required(`a list, each ${expected}`, (value) => {
    if (!Array.isArray(value)) return undefined;
    const found = value.map(read).filter((one) => one !== undefined);
    return found.length === value.length ? found : undefined;
  });
}

export function oneOf<const T extends string>(...choices: readonly T[]): Field<T> {
  return required(`one of ${choices.join(', ')}`, (value) => choices.find((choice) => choice === value));
}

/** At most this many characters: nothing of ours is longer. */
const longestText = 4000;

export const text: Field<string> = required('a text', (value) =>
  typeof value === 'string' && value.length <= longestText ? value : undefined,
);

export const wholeNumber: Field<number> = required('a whole number from 1', (value) =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 1 ? value : undefined,
);

export const count: Field<number> = required('a whole number from 0', (value) =>
  typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined,
);

export const flag: Field<boolean> = required('true or false', (value) => (typeof value === 'boolean' ? value : undefined));

/** As `Date.toISOString` writes it. */
export const instant: Field<string> = required('an instant such as 2026-11-22T10:00:00.000Z', (value) =>
  typeof value === 'string' && isInstant(value) ? value : undefined,
);

export const commit: Field<string> = matching('a commit', /^[0-9a-f]{40}$/);

/** A text of this form; `expected` completes "expected ...". */
export function matching(expected: string, form: RegExp): Field<string> {
  return required(expected, (value) => (typeof value === 'string' && form.test(value) ? value : undefined));
}

export function wholeNumberWithin(expected: string, { least, most }: { least: number; most: number }): Field<number> {
  return required(expected, (value) => {
    const number = wholeNumber.read(value);
    return number !== undefined && number >= least && number <= most ? number : undefined;
  });
}

function isInstant(value: string): boolean {
  const milliseconds = Date.parse(value);
  return !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString() === value;
}

function required<T>(expected: string, read: Reader<T>): Field<T> {
  return { expected, read, isOptional: false };
}
