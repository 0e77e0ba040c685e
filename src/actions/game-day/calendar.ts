// Whether a drill may be played at a time: neither in an exam nor outside of opening hours, nor long after it was to begin.
import type { GameDayConfig, Weekday } from './config.ts';

export interface Span {
  readonly from: Date;
  readonly to: Date;
}

/** @returns what is in the way, as a sentence without an end; nothing when the calendar is open */
export function decideCalendar(config: GameDayConfig, span: Span): string | undefined {
  return examWords(config, span) ?? hoursWords(config, span);
}

function examWords({ exams, timeZone }: GameDayConfig, { from, to }: Span): string | undefined {
  const [first, last] = [localTime(from, timeZone).day, localTime(to, timeZone).day];
  const exam = exams.find((one) => one.from <= last && first <= one.to);
  return exam && `${exam.about}, from ${exam.from} to ${exam.to}`;
}

function hoursWords({ window, timeZone }: GameDayConfig, { from, to }: Span): string | undefined {
  if (window === undefined) return undefined;
  const [begin, end] = [localTime(from, timeZone), localTime(to, timeZone)];
  const isOpen =
    window.days.includes(begin.weekday) && begin.day === end.day && begin.clock >= window.from && end.clock <= window.to;
  if (isOpen) return undefined;
  const open = `${window.days.join(', ')} from ${window.from} to ${window.to} (${timeZone})`;
  return `it would last from ${begin.weekday} ${begin.clock} to ${end.clock}, and open are ${open}`;
}

/** @returns how late it is, where that is too late */
export function decideLateness(
  scheduledFor: Date | undefined,
  now: Date,
  { latestStartMinutes }: GameDayConfig,
): number | undefined {
  if (scheduledFor === undefined) return undefined;
  const lateMinutes = Math.floor((now.getTime() - scheduledFor.getTime()) / 60_000);
  return lateMinutes > latestStartMinutes ? lateMinutes : undefined;
}

interface LocalTime {
  /** `2026-05-11`, so that texts compare as days do. */
  readonly day: string;
  readonly weekday: Weekday;
  /** `09:30` */
  readonly clock: string;
}

function localTime(instant: Date, timeZone: string): LocalTime {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'long',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const parts = Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  return {
    day: `${parts.year}-${parts.month}-${parts.day}`,
    weekday: String(parts.weekday).toLowerCase() as Weekday,
    clock: `${parts.hour}:${parts.minute}`,
  };
}
