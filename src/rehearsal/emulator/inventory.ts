// Reads what there is in the emulator, and tells what one look found that an earlier one had not.

/** One thing in the emulator; `id` is its ARN where it has one. */
export interface Resource {
  /** As moto calls it: `ec2`, `rds`, `elasticache`, ... */
  readonly service: string;
  /** moto's class, for example `Vpc` or `DBCluster`. */
  readonly type: string;
  readonly id: string;
}

export interface InventoryDifference {
  readonly added: readonly Resource[];
  readonly removed: readonly Resource[];
}

/**
 * Out of the answer of `/moto-api/inventory`, sorted and without doubles.
 *
 * That path is ours (gaps/inventory.py): moto's own `/moto-api/data.json` still lists what has been deleted.
 */
export function readInventory(answer: unknown): readonly Resource[] {
  if (!Array.isArray(answer)) throw new TypeError(`expected a list of resources, got ${JSON.stringify(answer)}`);
  const byKey = new Map(answer.map(readResource).map((resource) => [keyOf(resource), resource]));
  return [...byKey.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, resource]) => resource);
}

export function diffInventory(before: readonly Resource[], after: readonly Resource[]): InventoryDifference {
  return { added: without(after, before), removed: without(before, after) };
}

function without(resources: readonly Resource[], others: readonly Resource[]): readonly Resource[] {
  const known = new Set(others.map(keyOf));
  return resources.filter((resource) => !known.has(keyOf(resource)));
}

function readResource(row: unknown): Resource {
  const { service, type, id } = (row ?? {}) as Readonly<Record<string, unknown>>;
  if (typeof service !== 'string' || typeof type !== 'string' || typeof id !== 'string') {
    throw new TypeError(`expected service, type and id, got ${JSON.stringify(row)}`);
  }
  return { service, type, id };
}

function keyOf({ service, type, id }: Resource): string {
  return `${service} ${type} ${id}`;
}
