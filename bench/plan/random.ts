// Random choices that are the same for the same seed.

export interface Random {
  /** From 0 up to, and without, `end`. */
  number(end: number): number;
  one<T>(choices: readonly T[]): T;
  hex(length: number): string;
}

/** mulberry32: https://gist.github.com/tommyettinger/46a874533244883189143505d203312c */
export function random(seed: number): Random {
  let state = seed;
  const number = (end: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * end);
  };
  return {
    number,
    one: (choices) => choices[number(choices.length)] as (typeof choices)[number],
    hex: (length) => Array.from({ length }, () => number(16).toString(16)).join(''),
  };
}
