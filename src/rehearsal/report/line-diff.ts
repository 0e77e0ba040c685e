// Compares two texts line by line: what went, what came, and a little of what stayed around it.

export type LineChange = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string };

/** Above this many pairs of lines, what differs is told as removed and added as a whole. */
const mostPairs = 4_000_000;

export function compareLines(before: string, after: string): readonly LineChange[] {
  const old = before.split('\n');
  const now = after.split('\n');
  const head = countWhile(Math.min(old.length, now.length), (index) => old[index] === now[index]);
  const room = Math.min(old.length, now.length) - head;
  const tail = countWhile(room, (index) => old[old.length - 1 - index] === now[now.length - 1 - index]);
  return [
    ...lines('same', old.slice(0, head)),
    ...compareMiddle(old.slice(head, old.length - tail), now.slice(head, now.length - tail)),
    ...lines('same', old.slice(old.length - tail)),
  ];
}

/** Runs of unchanged lines are cut to those next to a change; the cut shows as `undefined`. */
export function withContext(changes: readonly LineChange[], context: number): readonly (LineChange | undefined)[] {
  const near = new Set<number>();
  changes.forEach(({ kind }, index) => {
    if (kind !== 'same') for (let at = index - context; at <= index + context; at++) near.add(at);
  });
  return changes.flatMap((change, index) => {
    if (near.has(index)) return [change];
    return index > 0 && near.has(index - 1) && index < changes.length - 1 ? [undefined] : [];
  });
}

function lines(kind: LineChange['kind'], texts: readonly string[]): readonly LineChange[] {
  return texts.map((text) => ({ kind, text }));
}

function countWhile(most: number, holds: (index: number) => boolean): number {
  let count = 0;
  while (count < most && holds(count)) count++;
  return count;
}

/** By the longest common subsequence. */
function compareMiddle(old: readonly string[], now: readonly string[]): readonly LineChange[] {
  if (old.length * now.length > mostPairs) return [...lines('removed', old), ...lines('added', now)];
  const common = commonLengths(old, now);
  const changes: LineChange[] = [];
  let [i, j] = [0, 0];
  while (i < old.length && j < now.length) {
    const [from, to] = [old[i] as string, now[j] as string];
    if (from === to) {
      changes.push({ kind: 'same', text: from });
      i++;
      j++;
    } else if (common(i + 1, j) >= common(i, j + 1)) {
      changes.push({ kind: 'removed', text: from });
      i++;
    } else {
      changes.push({ kind: 'added', text: to });
      j++;
    }
  }
  return [...changes, ...lines('removed', old.slice(i)), ...lines('added', now.slice(j))];
}

/** @returns how many lines are common to the rest of the one after i and the rest of the other after j */
function commonLengths(old: readonly string[], now: readonly string[]): (i: number, j: number) => number {
  const columns = now.length + 1;
  const table = new Uint32Array((old.length + 1) * columns);
  const at = (i: number, j: number): number => table[i * columns + j] ?? 0;
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      table[i * columns + j] = old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  return at;
}
