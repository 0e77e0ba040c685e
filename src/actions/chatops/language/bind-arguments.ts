// Gives the tokens of a line to the arguments of its command, and says of every one that does not fit why.
import type { ArgumentDefinition, CommandDefinition } from '../../../define/command.ts';
import { cutMiddle } from '../../../define/text.ts';
import { inlineCode } from '../../comment/text.ts';
import { nearestOf } from './nearness.ts';
import { bindPairs, isInputName, type Pair, pairsOf } from './runbook-pairs.ts';
import type { Token } from './tokens.ts';
import { expectedOf, isGood, isValued, type ValuedArgument } from './values.ts';

export interface Bound {
  /** In the order of the definition, with its defaults. */
  readonly arguments: Readonly<Record<string, string | true>>;
  /** As of `Problem.what`. The arguments are good only when there are none. */
  readonly problems: readonly string[];
}

type Given = readonly [name: string, value: string | true];
/** What a token, or several together, come to. */
type Binding = { readonly given: Given } | { readonly pair: Pair } | { readonly problem: string };

/** @param commands that an argument can name */
export function bindArguments(
  definition: CommandDefinition,
  tokens: readonly Token[],
  commands: readonly CommandDefinition[],
): Bound {
  const bindings = [...bindWords(definition, wordsOf(tokens)), ...tokens.flatMap((token) => bindNamed(definition, token))];
  const own = bindings.flatMap((binding) => ('given' in binding ? [binding.given] : []));
  const pairs = bindings.flatMap((binding) => ('pair' in binding ? [binding.pair] : []));
  const collected = bindPairs(definition, pairs, new Map(own));
  const given = [...own, ...collected.given];
  const values = new Map(given);
  const entries = Object.entries(definition.arguments).flatMap(([name, argument]): readonly Given[] => {
    const value = values.get(name) ?? defaultOf(argument);
    return value === undefined ? [] : [[name, value]];
  });
  const problems = [
    ...bindings.flatMap((binding) => ('problem' in binding ? [binding.problem] : [])),
    ...twice([...own, ...pairs].map(([name]) => name)),
    ...given.flatMap(([name, value]) => badValue(definition.arguments[name], name, value, commands)),
    ...missing(definition, new Set(entries.map(([name]) => name))),
    ...collected.problems,
  ];
  return { arguments: Object.fromEntries(entries), problems: [...new Set(problems)] };
}

/** Of the comment, as code and not too long. */
export function quoteText(text: string): string {
  return inlineCode(cutMiddle(text, 60));
}

function wordsOf(tokens: readonly Token[]): readonly string[] {
  return tokens.flatMap((token) => (token.kind === 'word' ? [token.text] : []));
}

/** Each takes one word; that which names a command, all that are left. */
function bindWords(definition: CommandDefinition, words: readonly string[]): readonly Binding[] {
  const bindings: Binding[] = [];
  let left = words;
  for (const [name, argument] of Object.entries(definition.arguments)) {
    if (argument.form !== 'word' || left.length === 0) continue;
    const count = argument.kind === 'command' ? left.length : 1;
    bindings.push({ given: [name, left.slice(0, count).join(' ')] });
    left = left.slice(count);
  }
  if (left.length > 0) bindings.push({ problem: `nothing is expected where it says ${quoteText(left.join(' '))}` });
  return bindings;
}

function bindNamed(definition: CommandDefinition, token: Token): readonly Binding[] {
  switch (token.kind) {
    case 'word':
      return [];
    case 'misquoted':
      return [
        { problem: `quotes are straight and around a whole value, \`key="some words"\`, unlike in ${quoteText(token.text)}` },
      ];
    case 'pair':
      return [bindPair(definition, token.key, token.value)];
    case 'flag':
      return [bindFlag(definition, token.key, token.hasValue)];
    default:
      return token satisfies never;
  }
}

function bindPair(definition: CommandDefinition, key: string, value: string): Binding {
  const argument = argumentOf(definition, key);
  if (argument?.form === 'pair') return { given: [key, value] };
  if (argument?.form === 'word') return { problem: `${quoteText(key)} is given without its name, as \`<${key}>\` alone` };
  if (argument?.form === 'flag') return { problem: `${quoteText(key)} is a flag: \`--${key}\`` };
  if (pairsOf(definition) !== undefined && isInputName(key)) return { pair: [key, value] };
  return { problem: unknown(`${key}=`, nearestOf(key, namesOf(definition, 'pair')), (name) => `${name}=`) };
}

function bindFlag(definition: CommandDefinition, key: string, hasValue: boolean): Binding {
  const argument = argumentOf(definition, key);
  if (argument?.form !== 'flag') {
    return { problem: unknown(`--${key}`, nearestOf(key, namesOf(definition, 'flag')), (name) => `--${name}`) };
  }
  return hasValue ? { problem: `${quoteText(`--${key}`)} takes no value` } : { given: [key, true] };
}

function unknown(written: string, near: string | undefined, write: (name: string) => string): string {
  const suggestion = near === undefined ? '' : `; you probably mean \`${write(near)}\``;
  return `there is no ${quoteText(written)}${suggestion}`;
}

/** Only what the definition itself has: `constructor` is a key that anybody can write. */
function argumentOf(definition: CommandDefinition, key: string): ArgumentDefinition | undefined {
  return Object.hasOwn(definition.arguments, key) ? definition.arguments[key] : undefined;
}

function namesOf(definition: CommandDefinition, form: ArgumentDefinition['form']): readonly string[] {
  return Object.entries(definition.arguments).flatMap(([name, argument]) => (argument.form === form ? [name] : []));
}

function defaultOf(argument: ArgumentDefinition): string | undefined {
  return isValued(argument) ? argument.default : undefined;
}

function twice(names: readonly string[]): readonly string[] {
  const again = names.filter((name, index) => names.indexOf(name) < index);
  return again.map((name) => `\`${name}\` is given more than once`);
}

function badValue(
  argument: ArgumentDefinition | undefined,
  name: string,
  value: string | true,
  commands: readonly CommandDefinition[],
): readonly string[] {
  if (value === true || argument === undefined || !isValued(argument) || isGood(argument, value, commands)) return [];
  return [wrong(argument, name, value)];
}

function wrong(argument: ValuedArgument, name: string, value: string): string {
  const near = argument.kind === 'choice' ? nearestOf(value, argument.choices) : undefined;
  const got = value === '' ? ', and is empty' : `, not ${quoteText(value)}`;
  return `\`${name}\` has to be ${expectedOf(argument)}${got}${near === undefined ? '' : `; you probably mean \`${near}\``}`;
}

function missing(definition: CommandDefinition, given: ReadonlySet<string>): readonly string[] {
  return Object.entries(definition.arguments).flatMap(([name, argument]) => {
    const isRequired = isValued(argument) && argument.required === true;
    return isRequired && !given.has(name) ? [`\`${name}\` is missing`] : [];
  });
}
