// Instants and spans of time in words; what is no instant is told as it stands.

/** The last one that is written with a year of four digits. */
export const latestInstantMs = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** @returns milliseconds since 1970; nothing for what is no instant, or lies before that or beyond the year 9999 */
export function instantMs(text: string | undefined): number | undefined {
  const ms = text === undefined ? Number.NaN : Date.parse(text);
  return ms >= 0 && ms <= latestInstantMs ? ms : undefined;
}

export function knownInstants(texts: readonly (string | undefined)[]): readonly number[] {
  return texts.flatMap((text) => instantMs(text) ?? []);
}

/** `12:04:05`: of a report, which says that all times are UTC. */
export function clockText(instant: string | undefined): string {
  if (instant === undefined) return '–';
  const ms = instantMs(instant);
  return ms === undefined ? instant : clockOf(ms);
}

export function clockOf(ms: number): string {
  return new Date(ms).toISOString().slice(11, 19);
}

/** `2026-01-31 12:04 UTC` */
export function dateText(instant: string): string {
  const ms = instantMs(instant);
  if (ms === undefined) return instant;
  const text = new Date(ms).toISOString();
  return `${text.slice(0, 10)} ${text.slice(11, 16)} UTC`;
}

/** `4.2 s`, `45 s`, `3 min 20 s`, `1 h 5 min` */
export function spanText(seconds: number): string {
  const size = Math.max(0, seconds);
  if (size < 10) return `${Math.round(size * 10) / 10} s`;
  const whole = Math.round(size);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return withRest(whole, 60, 'min', 1, 's');
  return withRest(Math.round(whole / 60) * 60, 3600, 'h', 60, 'min');
}

function withRest(seconds: number, large: number, largeName: string, small: number, smallName: string): string {
  const rest = Math.floor((seconds % large) / small);
  const head = `${Math.floor(seconds / large)} ${largeName}`;
  return rest === 0 ? head : `${head} ${rest} ${smallName}`;
}

/** `4 of 10 min`; in seconds where it takes less than two minutes. */
export function progressText(doneSeconds: number, wholeSeconds: number): string {
  const [size, name] = wholeSeconds < 120 ? [1, 's'] : [60, 'min'];
  return `${Math.floor(Math.max(0, doneSeconds) / size)} of ${Math.round(wholeSeconds / size)} ${name}`;
}
