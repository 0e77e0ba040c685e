// Collects the `key=value` pairs that a runbook asks for into one argument, holds them against its inputs, and writes them again.
import type { ArgumentDefinition, CommandDefinition } from '../../../define/command.ts';
import { parseRunbookInputs } from '../../../define/runbook-inputs.ts';
import { escapeText, inlineCode } from '../../comment/text.ts';
import { nearestOf } from './nearness.ts';

export type Pair = readonly [key: string, value: string];

export interface BoundPairs {
  /** The argument that collects them, when there are any. */
  readonly given: readonly Pair[];
  /** As of `Problem.what`: of every input that is missing, unknown or wrong. */
  readonly problems: readonly string[];
}

type PairsArgument = Extract<ArgumentDefinition, { readonly form: 'pairs' }>;

/** What can be an input at all: anything else is a slip of the pen. */
export function isInputName(key: string): boolean {
  return /^[a-z][a-z0-9-]{0,39}$/.test(key);
}

/** The argument that collects pairs, where the command has one. */
export function pairsOf(definition: CommandDefinition): readonly [name: string, argument: PairsArgument] | undefined {
  for (const [name, argument] of Object.entries(definition.arguments)) if (argument.form === 'pairs') return [name, argument];
  return undefined;
}

/** @param values of the other arguments: one of them tells whose inputs they are; of an unknown runbook they are not judged */
export function bindPairs(
  definition: CommandDefinition,
  pairs: readonly Pair[],
  values: ReadonlyMap<string, string | true>,
): BoundPairs {
  const found = pairsOf(definition);
  if (found === undefined) return { given: [], problems: [] };
  const [name, { of, inputs }] = found;
  const collected = Object.fromEntries(pairs);
  const given: readonly Pair[] = pairs.length === 0 ? [] : [[name, JSON.stringify(collected)]];
  const whose = values.get(of);
  if (typeof whose !== 'string' || !Object.hasOwn(inputs, whose)) return { given, problems: [] };
  const parsed = parseRunbookInputs(inputs[whose] ?? {}, collected);
  const problems = parsed.kind === 'bad' ? parsed.problems.map(escapeText) : [];
  return { given, problems: [...problems, ...slips(definition, pairs, Object.keys(inputs[whose] ?? {}))] };
}

/** What is no input of the runbook may have been meant for the command itself. */
function slips(definition: CommandDefinition, pairs: readonly Pair[], known: readonly string[]): readonly string[] {
  const own = Object.entries(definition.arguments).flatMap(([name, { form }]) => (form === 'pair' ? [name] : []));
  return pairs.flatMap(([key]) => {
    const near = known.includes(key) ? undefined : nearestOf(key, [...known, ...own]);
    return near === undefined ? [] : [`instead of ${inlineCode(`${key}=`)}, you probably mean ${inlineCode(`${near}=`)}`];
  });
}

/** @param json of texts by name, as `bindPairs` gives it */
export function renderPairs(json: string): string {
  const pairs = Object.entries(JSON.parse(json) as Readonly<Record<string, string>>);
  return pairs.map(([key, value]) => (/^[\w.:/,@+-]+$/.test(value) ? `${key}=${value}` : `${key}="${value}"`)).join(' ');
}
