// What one side of a changed attribute is, with what may not or cannot be shown told apart.
import type { Json, Mask, PathStep } from '../model.ts';

export type Shown =
  /** Null is the same to Terraform. */
  | { readonly kind: 'absent' }
  | { readonly kind: 'value'; readonly value: Json }
  /** Marked by Terraform; the value stays here out of reach. */
  | { readonly kind: 'sensitive' }
  /** Known after apply. */
  | { readonly kind: 'unknown' };

/** A step of a path, with the name that tells one element of a list from its neighbours where there is one. */
export interface Step {
  readonly step: PathStep;
  readonly label?: string;
}

/** How the two sides differ. */
export type Difference =
  /** One value instead of another. */
  | 'value'
  /** The same elements in another order. */
  | 'order'
  /** The same JSON, written differently. */
  | 'spelling'
  /** Marked as sensitive on one side only, or on both: that it changes is all there is to say. */
  | 'hidden';

export interface AttributeChange {
  readonly path: readonly Step[];
  /** Names that say what the value is about: the keys on its path, and the `name` beside a `value`. */
  readonly names: readonly string[];
  readonly difference: Difference;
  readonly before: Shown;
  readonly after: Shown;
}

/** One side of a value on the way down. */
export interface Side {
  readonly value: Json | undefined;
  readonly sensitive: Mask;
  readonly unknown: Mask;
}

export const nothing: Side = { value: undefined, sensitive: undefined, unknown: undefined };
