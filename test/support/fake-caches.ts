// The Caches port in memory.
import type { CacheGroup, Caches } from '../../src/ports/caches.ts';
import { type Troubled, troubled } from './troubles.ts';

export interface MemoryCaches extends Troubled<Caches> {
  put(group: CacheGroup): void;
  remove(id: string): void;
}

export function memoryCaches(groups: readonly CacheGroup[] = []): MemoryCaches {
  const byId = new Map(groups.map((group) => [group.id, group]));
  return {
    ...troubled<Caches>({ describe: async (id) => byId.get(id) }),
    put: (group) => void byId.set(group.id, group),
    remove: (id) => void byId.delete(id),
  };
}
