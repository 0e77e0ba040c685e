// Checks and completes the inputs of a dispatched or called workflow.
import { failure } from '../../../define/failure.ts';
import { evaluate, type Scope } from '../language/expressions.ts';
import { isMapping, stringsIn, type Template, type TemplateMapping } from '../language/template.ts';
import type { Value, ValueObject } from '../language/values.ts';

/** When nothing is given and there is no default. */
const empty: Readonly<Record<string, Value>> = { boolean: false, number: 0 };

/** A dispatch gives texts, of which booleans and numbers are made; a call gives values of the right type. */
export type InputSource = 'dispatch' | 'call';

export interface InputsRequest {
  readonly source: InputSource;
  readonly place: string;
  readonly definitions: TemplateMapping;
  readonly given: ValueObject;
  /** For defaults that are expressions, which only a call allows. */
  readonly scope: Scope;
}

/** @throws a Failure `workflow/bad-inputs` with every problem at once */
export function resolveInputs(request: InputsRequest): ValueObject {
  const { definitions, given, place } = request;
  const problems: string[] = [];
  for (const name of Object.keys(given)) if (!definitions.has(name)) problems.push(`${name}: not an input of this workflow`);
  const resolved = [...definitions].map(([name, definition]) => {
    const facts: TemplateMapping = isMapping(definition) ? definition : new Map();
    const outcome = resolveInput(facts, given[name], request);
    if ('problem' in outcome) problems.push(`${name}: ${outcome.problem}`);
    return [name, 'value' in outcome ? outcome.value : null] as const;
  });
  if (problems.length === 0) return Object.fromEntries(resolved);
  throw failure({
    code: 'workflow/bad-inputs',
    what: `Bad inputs for ${place}: ${problems.join('; ')}.`,
    next: 'Correct the inputs: GitHub would refuse them, too.',
  });
}

type Resolved = { readonly value: Value } | { readonly problem: string };

function resolveInput(definition: TemplateMapping, given: Value | undefined, { source, scope }: InputsRequest): Resolved {
  const type = String(definition.get('type') ?? 'string');
  if (given === undefined || (source === 'dispatch' && given === '')) {
    const otherwise = definition.get('default');
    if (otherwise === undefined && definition.get('required') === true) return { problem: 'required' };
    return { value: defaultValue(otherwise, type, scope) };
  }
  const value = source === 'dispatch' ? fromText(given, type) : given;
  return check(value, type, definition);
}

function defaultValue(otherwise: Template | undefined, type: string, scope: Scope): Value {
  return otherwise === undefined ? (empty[type] ?? '') : evaluate(otherwise, scope);
}

function fromText(given: Value, type: string): Value {
  if (type === 'boolean' && (given === 'true' || given === 'false')) return given === 'true';
  if (type === 'number' && typeof given === 'string' && given.trim() !== '') return Number(given);
  return given;
}

function check(value: Value, type: string, definition: TemplateMapping): Resolved {
  const expected = type === 'boolean' || type === 'number' ? type : 'string';
  if (typeof value !== expected || Number.isNaN(value))
    return { problem: `expected a ${expected}; got ${JSON.stringify(value)}` };
  const options = stringsIn(definition.get('options'));
  if (type === 'choice' && !options.includes(String(value))) {
    return { problem: `expected one of ${options.join(', ')}; got ${JSON.stringify(value)}` };
  }
  return { value };
}
