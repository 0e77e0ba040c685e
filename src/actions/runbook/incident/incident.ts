// An incident as data: its document in the bucket, from the moment an alarm rings until it has been quiet for long enough.
import {
  count,
  type Fields,
  instant,
  list,
  matching,
  oneOf,
  optional,
  type Parsed,
  parseRecord,
  record,
  text,
  wholeNumber,
} from '../../../define/fields.ts';

/** `critical`: users notice. `major`: they soon may. `minor`: it can wait until the morning. The worst first. */
export const severities = ['critical', 'major', 'minor'] as const;
export type Severity = (typeof severities)[number];

/** `continued`: a composite alarm that sums this one up has the issue of another incident, or this one's. */
export const endings = ['quiet', 'gone', 'person', 'continued'] as const;
export type Ending = (typeof endings)[number];

export interface Moment {
  readonly at: string;
  /** Without a full stop; nothing secret is ever put there. */
  readonly words: string;
}

export interface AutomaticRun {
  readonly runbook: string;
  readonly at: string;
  /** `begun`: written down before it runs; where it stays, that run died, and its journal says how far it came. */
  readonly status: 'begun' | 'done' | 'nothing-to-do' | 'refused' | 'compensated' | 'stuck' | 'failed';
  readonly words: string;
}

export interface Incident {
  /** `errors-20260131t120000z`: alarm and instant. */
  readonly id: string;
  readonly environment: string;
  /** Name of the alarm that it is about: of a composite, where one sums up what rings. */
  readonly alarm: string;
  readonly arn: string;
  readonly severity: Severity;
  /** Names of alarms that a composite sums up, and that have rung meanwhile. */
  readonly members: readonly string[];
  /** By CloudWatch's clock: when it began to ring, the first time and the last time. */
  readonly openedAt: string;
  readonly lastRangAt: string;
  /** How often it has rung: more than once, and it flaps. */
  readonly rings: number;
  /** By our clock. */
  readonly noticedAt: string;
  readonly issue?: number;
  readonly issueUrl?: string;
  readonly acknowledged?: { readonly by: string; readonly at: string };
  readonly mitigated?: Moment;
  /** Since when there is no such alarm any more, as far as we have looked. */
  readonly goneSince?: string;
  readonly resolvedAt?: string;
  readonly closedAt?: string;
  readonly ending?: Ending;
  /** When the issue was last brought up to date, and a text that differs where there is news. */
  readonly toldAt?: string;
  readonly told?: string;
  readonly automatic: readonly AutomaticRun[];
  readonly timeline: readonly Moment[];
}

const moment = record<Moment>({ at: instant, words: text });

/** GitHub's: https://docs.github.com/en/enterprise-cloud@latest/admin/managing-iam/iam-configuration-reference/username-considerations-for-external-authentication */
const login = matching('a login', /^[a-zA-Z\d][\w-]{0,99}(\[bot\])?$/);

const fields: Fields<Incident> = {
  id: matching('the id of an incident', /^[a-z\d-]{1,300}$/),
  environment: text,
  alarm: text,
  arn: text,
  severity: oneOf(...severities),
  members: list(text),
  openedAt: instant,
  lastRangAt: instant,
  rings: wholeNumber,
  noticedAt: instant,
  issue: optional(wholeNumber),
  issueUrl: optional(text),
  acknowledged: optional(record({ by: login, at: instant })),
  mitigated: optional(moment),
  goneSince: optional(instant),
  resolvedAt: optional(instant),
  closedAt: optional(instant),
  ending: optional(oneOf(...endings)),
  toldAt: optional(instant),
  told: optional(text),
  automatic: list(
    record<AutomaticRun>({
      runbook: text,
      at: instant,
      status: oneOf('begun', 'done', 'nothing-to-do', 'refused', 'compensated', 'stuck', 'failed'),
      words: text,
    }),
  ),
  timeline: list(moment),
};

export function parseIncident(value: unknown): Parsed<Incident> {
  return parseRecord(value, fields);
}

export function isOpen({ closedAt }: Pick<Incident, 'closedAt'>): boolean {
  return closedAt === undefined;
}

/** What is undefined here is gone afterwards. */
export type IncidentChange = { readonly [Name in keyof Incident]?: Incident[Name] | undefined };

/** More than this nobody reads; the first one is kept, because it says how it began. */
const mostMoments = 40;
const longestWords = 500;

/** @param words what happened at that instant, for the timeline */
export function withChange(incident: Incident, change: IncidentChange, moments: readonly Moment[] = []): Incident {
  const timeline = [...incident.timeline, ...moments.map(({ at, words }) => ({ at, words: cutWords(words) }))];
  const [first, ...others] = timeline;
  const kept = first && timeline.length > mostMoments ? [first, ...others.slice(1 - mostMoments)] : timeline;
  return { ...incident, ...change, timeline: kept } as Incident;
}

export function cutWords(words: string): string {
  return words.length > longestWords ? `${words.slice(0, longestWords - 1)}…` : words;
}

/** An alarm that has no issue of its own: too many others ring. */
export interface StormRow {
  readonly alarm: string;
  readonly severity: Severity;
  readonly since: string;
}

/** More alarms at a time than anybody could read the issues of: one issue lists them. */
export interface Storm {
  readonly environment: string;
  readonly id: string;
  readonly openedAt: string;
  readonly issue?: number;
  readonly issueUrl?: string;
  readonly rows: readonly StormRow[];
  /** How many have come and gone. */
  readonly past: number;
}

const stormFields: Fields<Storm> = {
  environment: text,
  id: matching('the id of a storm', /^storm-[a-z\d]{1,40}$/),
  openedAt: instant,
  issue: optional(wholeNumber),
  issueUrl: optional(text),
  rows: list(record<StormRow>({ alarm: text, severity: oneOf(...severities), since: instant })),
  past: count,
};

export function parseStorm(value: unknown): Parsed<Storm> {
  return parseRecord(value, stormFields);
}
