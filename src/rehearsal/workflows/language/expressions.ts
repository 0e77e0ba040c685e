// Evaluates templates with GitHub's own expression evaluator.
import { type Failure, failure } from '../../../define/failure.ts';
import { library } from './library.ts';
import { type Expression, isExpression, isList, isMapping, type Template } from './template.ts';
import { fromData, isObject, isTruthy, scalarText, toData, type Value, type ValueObject } from './values.ts';

export type ScopeFunction = (args: readonly Value[]) => Value;

/** What an expression can see. */
export interface Scope {
  readonly contexts: ValueObject;
  /** `success`, `failure`, `cancelled`, `always` and `hashFiles`, where they mean something. */
  readonly functions?: Readonly<Record<string, ScopeFunction>>;
}

/** All there are: which of them a key may use, the parser has checked against GitHub's own schema. */
const contextNames = 'github env vars secrets needs strategy matrix steps job jobs runner inputs'.split(' ');
const mostArguments = 255;
const statusFunctions = ['success', 'failure', 'cancelled', 'always'];
const functionNames = [...statusFunctions, 'hashFiles'];

export const defaultCondition: Expression = { expression: 'success()', at: 'the default condition' };

/** What `if:` means: an expression with or without `${{ }}`, which asks for success() unless it asks for a status itself. */
export function conditionOf(template: Template | undefined, place: string): Expression {
  if (template === undefined || template === null || template === '') return defaultCondition;
  const { expression, at } = isExpression(template) ? template : { expression: String(template).trim(), at: place };
  return { expression: library.ensureStatusFunction(expression, allContexts), at };
}

/** Only its list of names is looked at. */
const allContexts = {
  allowedContext: [...contextNames, ...functionNames.map((name) => `${name}(0,MAX)`)],
} as unknown as NonNullable<Parameters<typeof library.ensureStatusFunction>[1]>;

/** @throws a Failure `workflow/expression` */
export function evaluateExpression({ expression, at }: Expression, { contexts, functions = {} }: Scope): Value {
  const { Parser, Evaluator, data } = library;
  const known = functionNames.map((name) => {
    const call = (...args: Parameters<typeof fromData>) => {
      const implementation = functions[name];
      if (implementation === undefined) throw new Error(`${name}() has no meaning here`);
      return toData(implementation(args.map(fromData)));
    };
    return { name, minArgs: 0, maxArgs: mostArguments, call };
  });
  try {
    const tree = new Parser(tokensOf(expression), contextNames, known).parse();
    const visible = new data.Dictionary(...contextNames.map((key) => ({ key, value: toData(contexts[key] ?? null) })));
    const byName = new Map(known.map((definition) => [definition.name.toLowerCase(), definition]));
    return fromData(new Evaluator(tree, visible, byName).evaluate());
  } catch (cause) {
    throw badTemplate(at, cause instanceof Error ? cause.message : String(cause), cause);
  }
}

/** The lexer (0.3.61) unescapes only the first doubled quote of a text: the others are ours to unescape. */
function tokensOf(expression: string) {
  const { tokens } = new library.Lexer(expression).lex();
  return tokens.map((token) =>
    typeof token.value === 'string' && token.lexeme.startsWith("'")
      ? { ...token, value: token.lexeme.slice(1, -1).replaceAll("''", "'") }
      : token,
  );
}

export function evaluate(template: Template, scope: Scope): Value {
  if (isExpression(template)) return evaluateExpression(template, scope);
  if (isList(template)) return template.map((item) => evaluate(item, scope));
  if (isMapping(template)) return Object.fromEntries([...template].map(([key, item]) => [key, evaluate(item, scope)]));
  return template as null | boolean | number | string;
}

export function evaluateCondition(condition: Expression, scope: Scope): boolean {
  return isTruthy(evaluateExpression(condition, scope));
}

/** @throws a Failure `workflow/expression` when it comes out as a list or a mapping, as GitHub refuses it */
export function evaluateText(template: Template | undefined, scope: Scope): string {
  if (template === undefined) return '';
  return textOf(evaluate(template, scope), isExpression(template) ? template.at : 'a value');
}

function textOf(value: Value, at: string): string {
  const text = scalarText(value);
  if (text !== undefined) return text;
  throw badTemplate(at, 'text was expected, but the expression gives a list or a mapping; toJSON() makes text of it');
}

/** A mapping of texts such as `env`, `with` or `outputs`; the whole mapping may come from an expression. */
export function evaluateTexts(template: Template | undefined, scope: Scope): Readonly<Record<string, string>> {
  if (isMapping(template)) {
    return Object.fromEntries([...template].map(([key, item]) => [key, evaluateText(item, scope)]));
  }
  if (!isExpression(template)) return {};
  const value = evaluateExpression(template, scope);
  if (!isObject(value)) throw badTemplate(template.at, 'a mapping was expected');
  // What an expression gives is data, and never looked at for expressions again.
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, textOf(item, template.at)]));
}

/** @throws a Failure `workflow/expression` when it comes out as something else */
export function evaluateBoolean(template: Template | undefined, scope: Scope, otherwise: boolean): boolean {
  if (template === undefined) return otherwise;
  const value = evaluate(template, scope);
  if (typeof value === 'boolean') return value;
  throw badTemplate(isExpression(template) ? template.at : 'a value', `true or false was expected; got ${JSON.stringify(value)}`);
}

/** @throws a Failure `workflow/expression` when it comes out as something else */
export function evaluateNumber(template: Template | undefined, scope: Scope, otherwise: number): number {
  if (template === undefined) return otherwise;
  const value = evaluate(template, scope);
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw badTemplate(isExpression(template) ? template.at : 'a value', `a number was expected; got ${JSON.stringify(value)}`);
}

export function badTemplate(at: string, problem: string, cause?: unknown): Failure {
  return failure({
    code: 'workflow/expression',
    what: `The template is not valid. ${at}: ${problem}.`,
    next: 'Correct the expression: https://docs.github.com/en/actions/reference/workflows-and-actions/expressions',
    cause,
  });
}
