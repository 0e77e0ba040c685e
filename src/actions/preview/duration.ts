// Durations as people write them in a command, and back into words.

const hourSeconds = 3600;
const daySeconds = 24 * hourSeconds;

/** `24h` or `3d`, with one to three digits and not zero. @returns nothing for anything else */
export function parseDurationSeconds(text: string): number | undefined {
  const [, count, unit] = /^(\d{1,3})([hd])$/.exec(text) ?? [];
  const seconds = Number(count) * (unit === 'h' ? hourSeconds : daySeconds);
  return count !== undefined && seconds > 0 ? seconds : undefined;
}

/** `3 days`, `5 hours`, `1 minute`: the largest unit that fits, rounded down. */
export function durationText(seconds: number): string {
  const units = [
    ['day', daySeconds],
    ['hour', hourSeconds],
    ['minute', 60],
  ] as const;
  for (const [name, size] of units) {
    const count = Math.floor(seconds / size);
    if (count >= 1) return `${count} ${name}${count === 1 ? '' : 's'}`;
  }
  return 'less than a minute';
}

/** `2026-11-25 13:00 UTC` */
export function instantText(instant: string): string {
  return `${instant.slice(0, 10)} ${instant.slice(11, 16)} UTC`;
}

/** `2026-11-25 13:00 UTC (in 3 days)`, `... (2 hours ago)` */
export function relativeText(instant: string, now: Date): string {
  const seconds = (Date.parse(instant) - now.getTime()) / 1000;
  const distance = durationText(Math.abs(seconds));
  return `${instantText(instant)} (${seconds >= 0 ? `in ${distance}` : `${distance} ago`})`;
}
