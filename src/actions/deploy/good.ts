// Services that have proven themselves: all that it takes to have one of them again.

import {
  commit,
  type Field,
  instant,
  list,
  matching,
  optional,
  type Parsed,
  parseRecord,
  record,
  text,
  wholeNumber,
} from '../../define/fields.ts';
import type { TerraformJson } from '../../ports/terraform.ts';
import { serviceStateKey } from './keys.ts';

export interface GoodService {
  /** Of the deploy that brought it; the same after it was gone back to. */
  readonly id: string;
  readonly commit: string;
  /** Pinned by its digest. */
  readonly image: string;
  /** The stack as it was synthesized. */
  readonly terraform: TerraformJson;
  /** As it ran last: Terraform makes another one each time that it goes back to it. */
  readonly taskDefinition: string;
  readonly deploymentId: string;
  /** Of the state, when it was kept; absent where the state could not be read. */
  readonly serial?: number;
  readonly keptAt: string;
}

/** So far can be gone back. */
export const mostGoods = 5;

export const pinnedImage = matching('an image pinned by its digest', /^[^\s@]{1,400}@sha256:[0-9a-f]{64}$/);

/** Written over a state, the stack of another one would destroy all that is in it. */
function stackOf(environment: string): Field<TerraformJson> {
  const key = serviceStateKey(environment);
  return {
    expected: `a stack whose state is ${key}`,
    isOptional: false,
    read: (value) => (keyOf(value) === key ? (value as TerraformJson) : undefined),
  };
}

function keyOf(stack: unknown): unknown {
  return ['terraform', 'backend', 's3', 'key'].reduce<unknown>(
    (found, name) => (typeof found === 'object' && found !== null ? (found as Record<string, unknown>)[name] : undefined),
    stack,
  );
}

export function goodService(environment: string): Field<GoodService> {
  return record<GoodService>({
    id: text,
    commit,
    image: pinnedImage,
    terraform: stackOf(environment),
    taskDefinition: text,
    deploymentId: text,
    serial: optional(wholeNumber),
    keptAt: instant,
  });
}

/** Newest first. */
export interface GoodServices {
  readonly goods: readonly GoodService[];
}

export function parseGoodServices(value: unknown, environment: string): Parsed<GoodServices> {
  return parseRecord<GoodServices>(value, { goods: list(goodService(environment)) });
}

/** With one that has just proven itself. */
export function withKept(goods: readonly GoodService[], kept: GoodService): readonly GoodService[] {
  return [kept, ...goods.filter(({ id }) => id !== kept.id)].slice(0, mostGoods);
}

/** Gone back to one of them: what was newer is good no longer. */
export function withReturned(goods: readonly GoodService[], returned: GoodService): readonly GoodService[] {
  const at = goods.findIndex(({ id }) => id === returned.id);
  return [returned, ...goods.slice(at + 1)];
}
