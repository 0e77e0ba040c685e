import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);

// src/actions/chatops/language/nearness.ts
function nearestOf(word, known) {
  return known.find((each) => Math.abs(word.length - each.length) <= 1 && isNear(word, each));
}
function isNear(word, other) {
  if (Math.abs(word.length - other.length) > 1) return false;
  const [one, two] = [word.toLowerCase(), other.toLowerCase()];
  const start = commonStart(one, two);
  const [restOfOne, restOfTwo] = [one.slice(start), two.slice(start)];
  const isSwapped = restOfOne[0] === restOfTwo[1] && restOfOne[1] === restOfTwo[0] && restOfOne.slice(2) === restOfTwo.slice(2);
  return isSwapped || restOfOne.slice(1) === restOfTwo.slice(1) || restOfOne === restOfTwo.slice(1) || restOfOne.slice(1) === restOfTwo;
}
function commonStart(one, two) {
  let at = 0;
  while (at < one.length && one[at] === two[at]) at += 1;
  return at;
}

export {
  nearestOf
};
