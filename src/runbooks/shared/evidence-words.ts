// Counts what is alike, and leaves people out of what programs write.

/** @returns the most frequent first */
export function countBy<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly [key: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one);
}

const address = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g;

/** Who a student is does not help to find what is broken, and must not leave the logs: https://studentprivacy.ed.gov/ferpa */
export function withoutAddresses(message: string): string {
  return message.replaceAll(address, '(e-mail address)');
}
