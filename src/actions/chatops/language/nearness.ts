// Whether a word is a slip of the hand away from one that is known.

/** The known word that this one was probably meant to be. Case does not count here. */
export function nearestOf(word: string, known: readonly string[]): string | undefined {
  return known.find((each) => Math.abs(word.length - each.length) <= 1 && isNear(word, each));
}

/** One letter more, fewer, other, or two neighbours swapped: https://en.wikipedia.org/wiki/Damerau%E2%80%93Levenshtein_distance */
export function isNear(word: string, other: string): boolean {
  if (Math.abs(word.length - other.length) > 1) return false;
  const [one, two] = [word.toLowerCase(), other.toLowerCase()];
  const start = commonStart(one, two);
  const [restOfOne, restOfTwo] = [one.slice(start), two.slice(start)];
  const isSwapped = restOfOne[0] === restOfTwo[1] && restOfOne[1] === restOfTwo[0] && restOfOne.slice(2) === restOfTwo.slice(2);
  return (
    isSwapped || restOfOne.slice(1) === restOfTwo.slice(1) || restOfOne === restOfTwo.slice(1) || restOfOne.slice(1) === restOfTwo
  );
}

function commonStart(one: string, two: string): number {
  let at = 0;
  while (at < one.length && one[at] === two[at]) at += 1;
  return at;
}
