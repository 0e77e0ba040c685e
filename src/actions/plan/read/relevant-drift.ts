// Tells drift that matters to whoever reviews a plan from what a provider merely fills in when it reads again.
import { type Json, listOf, type RawAttribute, type ResourceChange, textOf } from '../model.ts';

/** Address -> the top-level attributes that took part in the plan; `*` for all of them. */
export type Relevant = ReadonlyMap<string, ReadonlySet<string>>;

/** From `relevant_attributes`: https://developer.hashicorp.com/terraform/internals/json-format#plan-representation */
export function readRelevant(attributes: Json): Relevant {
  const relevant = new Map<string, Set<string>>();
  for (const one of Array.isArray(attributes) ? (attributes as readonly Json[]) : []) {
    const address = textOf(one, 'resource') ?? '';
    const [key] = listOf(one, 'attribute');
    const keys = relevant.get(address) ?? new Set();
    relevant.set(address, keys.add(typeof key === 'string' ? key : '*'));
  }
  return relevant;
}

export interface DriftFacts {
  readonly drift: readonly ResourceChange[];
  readonly resources: readonly ResourceChange[];
  /** Absent where the plan does not say: of a refresh-only plan, all drift is what it is about. */
  readonly relevant: Relevant | undefined;
}

/**
 * Terraform itself shows drift only where it took part in the plan; a change that puts it right is as good a reason.
 * What was deleted is always told.
 */
export function relevantDrift({ drift, resources, relevant }: DriftFacts): readonly ResourceChange[] {
  if (drift.length === 0) return [];
  const planned = new Map(resources.map((resource) => [resource.address, resource]));
  return drift.flatMap((change) => {
    if (change.action !== 'update') return [change];
    const { address } = change;
    const isPlanned = plannedKeys(planned.get(address));
    const isRelevant = (key: string) => relevant === undefined || isIn(relevant.get(address), key) || isPlanned(key);
    const attributes = change.attributes().filter((attribute) => !isFilledIn(attribute) && isRelevant(attribute.key));
    return attributes.length === 0 ? [] : [{ ...change, attributes: () => attributes }];
  });
}

function isIn(keys: ReadonlySet<string> | undefined, key: string): boolean {
  return keys !== undefined && (keys.has(key) || keys.has('*'));
}

/** Looked at only where there is drift: a plan has thousands of resources, and each look is work. */
function plannedKeys(resource: ResourceChange | undefined): (key: string) => boolean {
  if (resource === undefined) return () => false;
  const keys = new Set(resource.attributes().map(({ key }) => key));
  return (key) => keys.has(key);
}

/** From nothing to nothing, in other words: null, an empty text, zero, an empty list. */
function isFilledIn({ before, after }: RawAttribute): boolean {
  return isEmpty(before) && isEmpty(after);
}

function isEmpty(value: Json | undefined): boolean {
  if (value === undefined || value === null || value === '' || value === 0 || value === false) return true;
  return typeof value === 'object' && Object.values(value).every(isEmpty);
}
