// What a runbook asks for, as data, and how a text becomes a value of it: comment, workflow, alarm and terminal all use this table.
import { parseDuration } from './contract.ts';

interface InputBase {
  /** One line, without a full stop: what it is, and its unit. */
  readonly about: string;
  /** As a person would write it. */
  readonly example: string;
  /** Text that stands for it when it is left out. */
  readonly default?: string;
  /** Without it and without a default, it has to be given. */
  readonly optional?: true;
}

export type RunbookInput = InputBase &
  (
    | { readonly kind: 'number'; readonly least: number; readonly most: number }
    | { readonly kind: 'choice'; readonly choices: readonly string[] }
    /** `90m`, `24h`, `3d`: read as seconds. */
    | { readonly kind: 'duration'; readonly leastSeconds: number; readonly mostSeconds: number }
    /** `2026-01-31T12:00:00Z`; never in the future, which only the engine can tell. */
    | { readonly kind: 'instant' }
    /** Lower case letters, digits and hyphens, at most 63: a name in AWS. */
    | { readonly kind: 'name' }
    /** IPv4 address or range: `203.0.113.7`, `203.0.113.0/24`. */
    | { readonly kind: 'address' }
    | { readonly kind: 'flag' }
  );

export type RunbookInputs = Readonly<Record<string, RunbookInput>>;

type ValueOf<D extends RunbookInput> = D extends { readonly kind: 'number' | 'duration' }
  ? number
  : D extends { readonly kind: 'flag' }
    ? boolean
    : D extends { readonly kind: 'choice'; readonly choices: readonly (infer Choice)[] }
      ? Choice
      : string;

/** By name, checked; durations are seconds, instants ISO texts, addresses in CIDR notation. */
export type InputValues<I extends RunbookInputs> = {
  readonly [Name in keyof I]: ValueOf<I[Name]> | (I[Name] extends { readonly optional: true } ? undefined : never);
};

export type InputValue = string | number | boolean;
export type ParsedInputs =
  | { readonly kind: 'good'; readonly values: Readonly<Record<string, InputValue>> }
  /** Each names its input, without a full stop; what it quotes is shortened, and hostile all the same. */
  | { readonly kind: 'bad'; readonly problems: readonly string[] };

/** @param given texts by name; an empty text is one that was not given */
export function parseRunbookInputs(inputs: RunbookInputs, given: Readonly<Record<string, string>>): ParsedInputs {
  const unknown = Object.keys(given)
    .filter((name) => !Object.hasOwn(inputs, name))
    .map((name) => `${quote(name)}: is no input of it${listOf(Object.keys(inputs))}`);
  const read = Object.entries(inputs).map(([name, input]) => [name, readInput(input, ownText(given, name))] as const);
  const problems = [...unknown, ...read.flatMap(([name, found]) => ('problem' in found ? [`${name}: ${found.problem}`] : []))];
  if (problems.length > 0) return { kind: 'bad', problems };
  const values = read.flatMap(([name, found]) => ('value' in found && found.value !== undefined ? [[name, found.value]] : []));
  return { kind: 'good', values: Object.fromEntries(values) };
}

function ownText(given: Readonly<Record<string, string>>, name: string): string {
  return Object.hasOwn(given, name) ? (given[name] ?? '').trim() : '';
}

function listOf(names: readonly string[]): string {
  return names.length === 0 ? '; it takes none' : `; there are ${names.join(', ')}`;
}

type Read = { readonly value: InputValue | undefined } | { readonly problem: string };

function readInput(input: RunbookInput, text: string): Read {
  const effective = text || input.default || '';
  if (effective !== '') return readValue(input, effective);
  return input.optional ? { value: undefined } : { problem: `missing; for example ${input.example}` };
}

function readValue(input: RunbookInput, text: string): Read {
  switch (input.kind) {
    case 'number':
      return readNumber(input, text);
    case 'choice':
      return input.choices.includes(text) ? { value: text } : wrong(`one of ${input.choices.join(', ')}`, text);
    case 'duration':
      return readDuration(input, text);
    case 'instant':
      return readInstant(text);
    case 'name':
      return matches(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/, 'lower case letters, digits and hyphens, at most 63', text);
    case 'address':
      return readAddress(text);
    case 'flag':
      return text === 'true' || text === 'false' ? { value: text === 'true' } : wrong('true or false', text);
    default:
      return input satisfies never;
  }
}

function matches(form: RegExp, expected: string, text: string): Read {
  return form.test(text) ? { value: text } : wrong(expected, text);
}

function readNumber({ least, most }: { readonly least: number; readonly most: number }, text: string): Read {
  const isGood = /^\d{1,15}$/.test(text) && Number(text) >= least && Number(text) <= most;
  return isGood ? { value: Number(text) } : wrong(`a whole number from ${least} to ${most}`, text);
}

function readDuration(input: { readonly leastSeconds: number; readonly mostSeconds: number }, text: string): Read {
  const { leastSeconds, mostSeconds } = input;
  const seconds = parseDuration(text) ?? 0;
  const isGood = seconds >= leastSeconds && seconds <= mostSeconds;
  return isGood ? { value: seconds } : wrong(`from ${words(leastSeconds)} to ${words(mostSeconds)}`, text);
}

function readInstant(text: string): Read {
  const isGood = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?Z$/.test(text) && !Number.isNaN(Date.parse(text));
  return isGood ? { value: new Date(text).toISOString() } : wrong('an instant in UTC such as 2026-01-31T12:00:00Z', text);
}

/** WAF takes every range but the whole internet: https://docs.aws.amazon.com/waf/latest/APIReference/API_IPSet.html */
function readAddress(text: string): Read {
  const [, ...parts] = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?:\/(\d{1,2}))?$/.exec(text) ?? [];
  const [octets, bits = '32'] = [parts.slice(0, 4), parts[4]];
  const isGood = octets.length === 4 && octets.every((octet) => Number(octet) <= 255) && Number(bits) >= 1 && Number(bits) <= 32;
  if (!isGood) return wrong('an IPv4 address or range such as 203.0.113.7 or 203.0.113.0/24', text);
  const value = octets.reduce((sum, octet) => sum * 256 + Number(octet), 0);
  const isRangeStart = value % 2 ** (32 - Number(bits)) === 0;
  return isRangeStart
    ? { value: `${octets.map(Number).join('.')}/${Number(bits)}` }
    : wrong('a range that begins where its network begins', text);
}

function wrong(expected: string, text: string): Read {
  return { problem: `expected ${expected}; got ${quote(text)}` };
}

function quote(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 59)}…` : text);
}

function words(seconds: number): string {
  if (seconds % 86_400 === 0) return `${seconds / 86_400}d`;
  return seconds % 3600 === 0 ? `${seconds / 3600}h` : `${Math.round(seconds / 60)}m`;
}

/** As a person would give them again; what is as it would be anyway is left out. */
export function inputTexts(
  inputs: RunbookInputs,
  values: Readonly<Record<string, InputValue>>,
): readonly (readonly [name: string, text: string])[] {
  return Object.entries(inputs).flatMap(([name, input]): readonly (readonly [string, string])[] => {
    const value = values[name];
    if (value === undefined) return [];
    const text = input.kind === 'duration' ? words(Number(value)) : String(value);
    return isDefault(input, value) ? [] : [[name, text]];
  });
}

function isDefault(input: RunbookInput, value: InputValue): boolean {
  if (input.default === undefined) return false;
  const read = readValue(input, input.default);
  return 'value' in read && read.value === value;
}
