// IAM policies as the tests read them, and as much of IAM's evaluation as the policies here use.
import { at, type JsonObject, listAt } from './json.ts';
import type { Resource, Stack } from './stack.ts';

export interface Statement {
  readonly sid: string;
  readonly effect: string;
  readonly actions: readonly string[];
  readonly notActions: readonly string[];
  readonly resources: readonly string[];
  readonly principals: readonly string[];
  readonly condition: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

/** Stands for the account wherever a policy refers to it. */
export const account = '111122223333';

export function withAccount(text: string): string {
  return text.replaceAll('${data.aws_caller_identity.caller.account_id}', account);
}

export function statementsIn(policy: unknown): readonly Statement[] {
  if (typeof policy !== 'string') throw new Error('a policy is a JSON string');
  return listAt(JSON.parse(withAccount(policy)), 'Statement').map(readStatement);
}

function readStatement(statement: unknown): Statement {
  const texts = (path: string) => listAt(statement, path).map(String);
  return {
    sid: String(at(statement, 'Sid') ?? ''),
    effect: String(at(statement, 'Effect')),
    actions: texts('Action'),
    notActions: texts('NotAction'),
    resources: texts('Resource'),
    principals: Object.values((at(statement, 'Principal') as JsonObject | undefined) ?? {}).flat() as string[],
    condition: (at(statement, 'Condition') as Statement['condition'] | undefined) ?? {},
  };
}

/** Statements of the inline policies of a role. */
export function grantsOf(stack: Stack, role: Resource): readonly Statement[] {
  return stack.resources
    .filter(({ type, body }) => type === 'aws_iam_role_policy' && String(body.role).includes(`aws_iam_role.${role.id}.`))
    .flatMap(({ body }) => statementsIn(body.policy));
}

/** IAM's own wildcards, which also match `/` and `:`. */
export function matches(pattern: string, text: string, caseSensitive = true): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`, caseSensitive ? 's' : 'is').test(text);
}

export interface Request {
  readonly action: string;
  readonly resource: string;
  /** Condition keys that the request carries. */
  readonly context?: Readonly<Record<string, string>>;
}

/** Whether the statements alone allow the request: at least one does, and none denies it. */
export function isAllowed(statements: readonly Statement[], request: Request): boolean {
  const applying = statements.filter((statement) => applies(statement, request));
  return applying.some(({ effect }) => effect === 'Allow') && applying.every(({ effect }) => effect !== 'Deny');
}

function applies(statement: Statement, { action, resource, context = {} }: Request): boolean {
  const { actions, notActions, resources, condition } = statement;
  const named = (patterns: readonly string[]) => patterns.some((pattern) => matches(pattern, action, false));
  if (notActions.length > 0 ? named(notActions) : !named(actions)) return false;
  if (!resources.some((pattern) => matches(pattern, resource))) return false;
  return Object.entries(condition).every(([operator, tests]) =>
    Object.entries(tests).every(([key, wanted]) => conditionHolds(operator, [wanted].flat(), context[key])),
  );
}

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
function conditionHolds(operator: string, wanted: readonly string[], actual: string | undefined): boolean {
  const like = () => actual !== undefined && wanted.some((pattern) => matches(pattern, actual));
  const same = () => actual !== undefined && wanted.includes(actual);
  switch (operator) {
    case 'StringEquals':
      return same();
    // A key that is not there is not equal to anything.
    case 'StringNotEquals':
      return !same();
    case 'StringLike':
    case 'ArnEquals':
    case 'ArnLike':
      return like();
    // Of no values, all are alike.
    case 'ForAllValues:StringLike':
      return actual === undefined || like();
    case 'StringNotLike':
      return !like();
    case 'Null':
      return wanted.includes(String(actual === undefined));
    default:
      throw new Error(`the tests do not know the condition operator ${operator}`);
  }
}
