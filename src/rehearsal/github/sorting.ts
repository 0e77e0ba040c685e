// The order of lists of issues and pull requests, as the query asks for it.
import type { Issue } from './state.ts';

/** Newest first, if nothing else is asked for. */
export function sorted<T extends Issue>(issues: readonly T[], query: URLSearchParams): readonly T[] {
  const field = query.get('sort') === 'updated' ? 'updatedAt' : 'createdAt';
  const ascending = [...issues].sort(
    (one, other) => Date.parse(one[field]) - Date.parse(other[field]) || one.number - other.number,
  );
  return query.get('direction') === 'asc' ? ascending : ascending.reverse();
}
