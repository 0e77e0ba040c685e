// Holds the commands of comments in the documents against the language itself: what stands there has to be accepted.
import { commands } from '../../../src/actions/chatops/commands/index.ts';
import { parseComment } from '../../../src/actions/chatops/language/parse-comment.ts';
import { isTopic, namedBy } from '../../../src/actions/chatops/language/verbs.ts';
import type { ArgumentDefinition, CommandDefinition } from '../../../src/define/command.ts';
import type { RunbookInputs } from '../../../src/define/runbook-inputs.ts';

/** @returns nothing for what is no command: a path, for instance */
export function chatProblems(text: string): readonly string[] | undefined {
  const answers = filledIn(text).map(refusals);
  return answers.every((answer) => answer === undefined) ? undefined : answers.flatMap((answer) => answer ?? []);
}

/** Name of the command that a text is about, where it is about one alone. */
export function chatCommandName(text: string): string | undefined {
  return definitionOf(text)?.name;
}

/** `/lock`, `/preview`: the text speaks of the command, or of all that begin so. */
export function isMention(text: string): boolean {
  return isTopic(text.slice(1), commands);
}

function refusals(line: string): readonly string[] | undefined {
  const parsed = parseComment(line, commands);
  if (parsed.kind === 'none') return undefined;
  return parsed.kind === 'refused' ? parsed.problems.map(({ what }) => `${line}: ${what}`) : [];
}

/** What is in brackets left out, and all of it given; values for what stands for them. */
export function filledIn(text: string): readonly string[] {
  const definition = definitionOf(text);
  if (definition === undefined || !/[<[…|]/.test(text)) return [text];
  const shortest = text.replaceAll(/ ?\[[^\]]*\]/g, '');
  const longest = text.replaceAll(/\[([^\]]*)\]/g, (_all, inner: string) => (/^\w+$/.test(inner) ? `<${inner}>` : inner));
  return [...new Set([shortest, longest].map((each) => withValues(each, definition)))];
}

function withValues(text: string, definition: CommandDefinition): string {
  return text
    .replaceAll('<input>=<value> …', inputsFor(definition))
    .replaceAll(/<([^>]+)>/g, (_all, name: string) => valueFor(name, definition))
    .replaceAll(/=([\w-]+)\|[\w|-]+/g, '=$1')
    .replaceAll('"…"', '"because"')
    .replaceAll(/([\w-]+)=…/g, (_all, name: string) => `${name}=${valueFor(name, definition)}`);
}

/** @param name of an argument, of its kind, or its choices */
function valueFor(name: string, definition: CommandDefinition): string {
  if (name.includes('|')) return name.split('|')[0] ?? '';
  const named = definition.arguments[name] ?? Object.values(definition.arguments).find(({ kind }) => kind === name);
  if (named === undefined) throw new Error(`/${definition.name} has no argument <${name}>`);
  return exampleOf(named, definition);
}

function exampleOf(argument: ArgumentDefinition, definition: CommandDefinition): string {
  switch (argument.kind) {
    case 'choice':
      return argument.choices.find((choice) => !asksForMore(choice, definition)) ?? '';
    case 'environment':
      return 'staging';
    case 'duration':
      return '1h';
    case 'digest':
      return '0123456789ab';
    case 'command':
      return 'help';
    case 'name':
      return 'service';
    default:
      return 'because';
  }
}

/** A runbook with an input that has to be given does not go without. */
function asksForMore(runbook: string, definition: CommandDefinition): boolean {
  const inputs = Object.values(inputsOf(definition)?.[runbook] ?? {});
  return inputs.some(({ optional, default: fallback }) => !optional && fallback === undefined);
}

function inputsFor(definition: CommandDefinition): string {
  const chosen = inputsOf(definition)?.[valueFor('runbook', definition)] ?? {};
  return Object.entries(chosen)
    .map(([name, { example }]) => `${name}=${example}`)
    .join(' ');
}

function inputsOf({ arguments: all }: CommandDefinition): Readonly<Record<string, RunbookInputs>> | undefined {
  return Object.values(all).flatMap((argument) => (argument.kind === 'inputs' ? [argument.inputs] : []))[0];
}

function definitionOf(text: string): CommandDefinition | undefined {
  return namedBy(text.slice(1).split(' '), commands);
}
