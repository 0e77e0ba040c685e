// Makes secrets that look like those of their issuers, the same every time; only at run time, so that no scanner takes them for real.

const upper = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const lower = upper.toLowerCase();
const digits = '0123456789';

/** Not random, and as good as that for the eye: https://en.wikipedia.org/wiki/Linear_congruential_generator */
function characters(seed: number, length: number, alphabet: string): string {
  let state = Math.imul(seed, 2_654_435_761);
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return alphabet[Math.floor((state / 2 ** 32) * alphabet.length)];
  }).join('');
}

const letters = (seed: number, length: number): string => characters(seed, length, upper + lower + digits);

export const opaque = {
  letters,
  hex: (seed: number, length: number): string => characters(seed, length, `${digits}abcdef`),
  base64: (seed: number, length: number): string => characters(seed, length, `${upper}${lower}${digits}+/`),
  awsKeyId: (seed: number): string => ['AK', 'IA', characters(seed, 16, `${upper}234567`)].join(''),
  github: (seed: number): string => ['gh', 'p_', letters(seed, 36)].join(''),
  gitlab: (seed: number): string => ['gl', 'pat-', letters(seed, 20)].join(''),
  slack: (seed: number): string => ['xox', 'b-', characters(seed, 12, digits), '-', letters(seed, 24)].join(''),
  stripe: (seed: number): string => ['sk', '_live_', letters(seed, 24)].join(''),
  jwt: (seed: number): string =>
    ['ey', 'J', letters(seed, 33), '.ey', 'J', letters(seed + 100, 60), '.', letters(seed + 200, 43)].join(''),
} as const;
