// What a rule about the stacks is, and the few ways in which most of them are said.
import { grantsOf, isAllowed, type Statement } from '../support/iam.ts';
import { at } from '../support/json.ts';
import { ofType, type Resource, type Stack } from '../support/stack.ts';

export interface Rule {
  /** Number of the defect of the customer's first stack that it keeps away; `ordered`: what that stack had, and must stay. */
  readonly row: number | 'ordered';
  readonly id: string;
  readonly says: string;
  /** Labels of the stacks that it holds for. */
  readonly in: RegExp;
  readonly check: Check;
}

/** Says where a stack breaks the rule, and how. */
export type Check = (stack: Stack) => readonly string[];

export const everywhere = /./;
export const platforms = /\/platform$/;
/** Environments that live, unlike previews. */
export const livingPlatforms = /^(production|staging)\/platform$/;
export const services = /\/service/;
/** Services of an environment; a guest's service has less around it. */
export const mainServices = /\/service$/;
export const environments = /\//;
export const bootstrap = /^bootstrap$/;
/** Services keep no files. */
export const withBuckets = /^bootstrap$|\/platform$/;

export function violations({ in: scope, check }: Rule, stacks: readonly Stack[]): readonly string[] {
  return stacks
    .filter(({ label }) => scope.test(label))
    .flatMap((stack) => check(stack).map((what) => `${stack.label}: ${what}`));
}

export const all =
  (...checks: readonly Check[]): Check =>
  (stack) =>
    checks.flatMap((check) => check(stack));

type Wanted = unknown | RegExp | ((value: unknown) => boolean);

/** Every resource of the type (or at `type@path`) has these values at these paths; and there is at least one. */
export function has(selector: string, wanted: Readonly<Record<string, Wanted>> = {}): Check {
  return (stack) => {
    const found = selected(stack, selector);
    if (found.length === 0) return [`no ${selector}`];
    return found.flatMap((resource) => Object.entries(wanted).flatMap(([path, value]) => differs(resource, path, value)));
  };
}

/** Every resource of the type passes; and there is at least one. */
export function each(selector: string, problem: string, holds: (resource: Resource, stack: Stack) => boolean): Check {
  return (stack) => {
    const found = selected(stack, selector);
    if (found.length === 0) return [`no ${selector}`];
    return found.filter((resource) => !holds(resource, stack)).map(({ path }) => `${path} ${problem}`);
  };
}

/** No resource of the type is there, or none that passes. */
export function none(selector: string, problem: string, isWrong: (resource: Resource) => boolean): Check {
  return (stack) =>
    selected(stack, selector)
      .filter(isWrong)
      .map(({ path }) => `${path} ${problem}`);
}

/** The role at the path may do each of the actions on some resource. */
export function mayDo(rolePath: string, ...actions: readonly string[]): Check {
  return (stack) => {
    const grants = grantsAt(stack, rolePath);
    if (!grants) return [`no role at ${rolePath}`];
    return actions.filter((action) => !grants.some(allows(action))).map((action) => `${rolePath} may not ${action}`);
  };
}

export function mayNotDo(rolePath: string, ...actions: readonly string[]): Check {
  return (stack) => {
    const grants = grantsAt(stack, rolePath) ?? [];
    return actions.filter((action) => grants.some(allows(action))).map((action) => `${rolePath} may ${action}`);
  };
}

export function grantsAt(stack: Stack, rolePath: string): readonly Statement[] | undefined {
  const [role] = selected(stack, `aws_iam_role@${rolePath}/role`);
  return role && grantsOf(stack, role);
}

function allows(action: string): (statement: Statement) => boolean {
  return (statement) => isAllowed([{ ...statement, resources: ['*'], condition: {} }], { action, resource: 'any' });
}

export function selected(stack: Stack, selector: string): readonly Resource[] {
  const [type = '', path] = selector.split('@');
  return ofType(stack, type).filter((resource) => path === undefined || resource.path === path);
}

function differs({ path: address, body }: Resource, path: string, wanted: Wanted): readonly string[] {
  const actual = at(body, path);
  if (meets(actual, wanted)) return [];
  const what =
    typeof wanted === 'function' ? 'that is wrong' : `not ${wanted instanceof RegExp ? wanted : JSON.stringify(wanted)}`;
  return [`${address}: ${path} is ${JSON.stringify(actual)}, ${what}`];
}

function meets(actual: unknown, wanted: Wanted): boolean {
  if (wanted instanceof RegExp) return typeof actual === 'string' && wanted.test(actual);
  if (typeof wanted === 'function') return wanted(actual) === true;
  return JSON.stringify(actual) === JSON.stringify(wanted);
}
