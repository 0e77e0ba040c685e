// Turns the parser's tree of tokens into plain data: literals as they are, expressions with the place they stand at.
import { library } from './library.ts';
import { unsupported } from './unsupported.ts';

/** What a workflow file holds before its expressions are evaluated. */
export type Template = null | boolean | number | string | Expression | readonly Template[] | TemplateMapping;

export type TemplateMapping = ReadonlyMap<string, Template>;

/** What stands between `${{` and `}}`; text around it has become a call of `format()`, as GitHub's parser does it. */
export interface Expression {
  readonly expression: string;
  /** `file:line`, for messages. */
  readonly at: string;
}

export const emptyMapping: TemplateMapping = new Map();

export function isList(template: Template | undefined): template is readonly Template[] {
  return Array.isArray(template);
}

export function isMapping(template: Template | undefined): template is TemplateMapping {
  return template instanceof Map;
}

export function isExpression(template: Template | undefined): template is Expression {
  return typeof template === 'object' && template !== null && 'expression' in template;
}

/**
 * The mapping at a key; an empty one when nothing stands there.
 *
 * @throws `workflow/unsupported` when an expression would have to give it
 */
export function mappingAt(template: Template | undefined, key: string): TemplateMapping {
  const found = isMapping(template) ? template.get(key) : undefined;
  if (isExpression(found)) throw unsupported(found.at, `an expression for all of "${key}"`, 'Write its keys out.');
  return isMapping(found) ? found : emptyMapping;
}

/** One string or a list of them, as `needs`, `types` and `branches` allow it. */
export function stringsIn(template: Template | undefined): readonly string[] {
  if (template === undefined || template === null) return [];
  return (isList(template) ? template : [template]).map(String);
}

type Token = Parameters<typeof library.convertWorkflowTemplate>[1];

export function templateOf(token: Token, file: string): Template {
  if (library.isMapping(token)) return mappingOf(token, file);
  if (library.isSequence(token)) return [...token].map((item) => templateOf(item, file));
  if (library.isBasicExpression(token)) return { expression: token.expression, at: placeOf(token, file) };
  if (library.isString(token) || library.isNumber(token) || library.isBoolean(token)) return token.value;
  if (token.isLiteral) return null;
  throw unsupportedToken(token, file);
}

function mappingOf(token: Iterable<{ readonly key: Token; readonly value: Token }>, file: string): TemplateMapping {
  const entries = new Map<string, Template>();
  for (const { key, value } of token) {
    if (!library.isString(key)) throw unsupportedToken(key, file);
    entries.set(key.value, templateOf(value, file));
  }
  return entries;
}

function placeOf(token: Token, file: string): string {
  return token.line === undefined ? file : `${file}:${token.line}`;
}

function unsupportedToken(token: Token, file: string) {
  const what = `${token.typeName()} here (an expression as a key, or \${{ insert }})`;
  return unsupported(placeOf(token, file), what, 'Write the keys of this mapping out.');
}
