// The section `gameDays` of `.github/opsdeck.json`: where, when and at which risk game days may be played.
import {
  isJsonObject,
  type JsonObject,
  readSection,
  type SectionReader,
  unknownKeys,
  unusable,
} from '../../define/config-file.ts';
import { type Field, type Fields, list, matching, oneOf, optional, parseRecord, record, text } from '../../define/fields.ts';

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof weekdays)[number];

/** Nobody practises while students sit an exam. Both days are part of it. */
export interface Exam {
  /** `2026-05-11` */
  readonly from: string;
  readonly to: string;
  readonly about: string;
}

export interface OpeningHours {
  readonly days: readonly Weekday[];
  /** `09:30`, in the time zone of the calendar. */
  readonly from: string;
  readonly to: string;
}

export interface GameDayConfig {
  readonly environments: readonly string[];
  readonly exams: readonly Exam[];
  /** Without it every hour is as good as any other. */
  readonly window?: OpeningHours;
  /** Of exams and hours: `Europe/London`. */
  readonly timeZone: string;
  /** How long after its time a scheduled one may still begin: GitHub's schedules can be hours late. */
  readonly latestStartMinutes: number;
  /** Of every objective's error budget: below that the environment has had enough. */
  readonly leastBudgetPercent: number;
  /** For how long no alarm that aborts game days may have rung before. */
  readonly quietHours: number;
}

export const defaultConfig: GameDayConfig = {
  environments: ['staging'],
  exams: [],
  timeZone: 'UTC',
  latestStartMinutes: 60,
  leastBudgetPercent: 20,
  quietHours: 3,
};

interface WindowAsWritten extends OpeningHours {
  readonly timeZone?: string;
}

interface AsWritten {
  readonly environments?: readonly string[];
  readonly exams?: readonly Exam[];
  readonly window?: WindowAsWritten;
  readonly latestStartMinutes?: number;
  readonly leastBudgetPercent?: number;
  readonly quietHours?: number;
}

const day: Field<string> = {
  expected: 'a day such as 2026-05-11',
  isOptional: false,
  read: (value) => {
    if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) return undefined;
    const date = new Date(`${value}T00:00:00Z`);
    return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value) ? value : undefined;
  },
};
const hour = matching('a time such as 09:30', /^([01]\d|2[0-3]):[0-5]\d$/);
const timeZone: Field<string> = {
  expected: 'an IANA time zone such as Europe/London',
  isOptional: false,
  read: (value) => (typeof value === 'string' && isTimeZone(value) ? value : undefined),
};

const examFields: Fields<Exam> = { from: day, to: day, about: text };
const windowFields: Fields<WindowAsWritten> = {
  days: list(oneOf(...weekdays)),
  from: hour,
  to: hour,
  timeZone: optional(timeZone),
};
const fields: Fields<AsWritten> = {
  environments: optional(list(matching('the name of an environment', /^[a-z][a-z\d-]{1,11}$/))),
  exams: optional(list(record(examFields))),
  window: optional(record(windowFields)),
  latestStartMinutes: optional(numberWithin(1, 24 * 60)),
  leastBudgetPercent: optional(numberWithin(0, 100)),
  quietHours: optional(numberWithin(0, 7 * 24)),
};

const reader: SectionReader = {
  section: 'gameDays',
  code: 'game-day/config',
  subject: 'The configuration of game days',
  untilThen: 'no game day begins',
};

/**
 * @param content of the file; nothing when there is none
 * @throws a Failure `game-day/config` that names every problem: what cannot be read may have forbidden it
 */
export function parseGameDayConfig(content: string | undefined): GameDayConfig {
  if (content === undefined) return defaultConfig;
  const section = readSection(content, reader);
  if (section === undefined) return defaultConfig;
  const parsed = parseRecord(section, fields);
  const problems = [
    ...(parsed.kind === 'corrupt' ? detailed(section, parsed.problems) : contradictions(parsed.value)),
    ...unknownKeys(section, Object.keys(fields)),
  ];
  const all = problems.map((problem) => `gameDays.${problem}`);
  if (all.length > 0 || parsed.kind === 'corrupt') throw unusable(reader, all);
  const { window, ...given } = parsed.value;
  if (window === undefined) return { ...defaultConfig, ...given };
  const { timeZone: zone = defaultConfig.timeZone, ...hours } = window;
  return { ...defaultConfig, ...given, window: hours, timeZone: zone };
}

/** Which part of an exam or of the window it is. */
function detailed(section: JsonObject, problems: readonly string[]): readonly string[] {
  const { exams, window } = section;
  const inner = [
    ...(Array.isArray(exams) ? exams.flatMap((exam, index) => within(`exams[${index}]`, parseRecord(exam, examFields))) : []),
    ...(isJsonObject(window) ? within('window', parseRecord(window, windowFields)) : []),
  ];
  const told = new Set(inner.map((problem) => problem.split(/[.[]/, 1)[0]));
  return [...problems.filter((problem) => !told.has(problem.split(':', 1)[0])), ...inner];
}

function within(where: string, parsed: ReturnType<typeof parseRecord<unknown>>): readonly string[] {
  return parsed.kind === 'corrupt' ? parsed.problems.map((problem) => `${where}.${problem}`) : [];
}

function contradictions({ exams = [], window }: AsWritten): readonly string[] {
  return [
    ...exams.flatMap(({ from, to }, index) => (to < from ? [`exams[${index}]: ends before it begins`] : [])),
    ...(window && window.to <= window.from ? ['window: ends before it begins'] : []),
  ];
}

function numberWithin(least: number, most: number): Field<number> {
  return {
    expected: `a number from ${least} to ${most}`,
    isOptional: false,
    read: (value) => (typeof value === 'number' && value >= least && value <= most ? value : undefined),
  };
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
