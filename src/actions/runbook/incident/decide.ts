// What is done about the alarms of an environment: which incidents begin, go on, begin again and end.
import type { Alarm } from '../../../ports/alarms.ts';
import type { EnvironmentNames } from '../../gate/subject.ts';
import { type Incident, isOpen, type Storm, type StormRow } from './incident.ts';
import { alarmPrefixOf } from './keys.ts';
import type { KnownAlarms } from './known-alarms.ts';
import { computeSituation, type Situation, type Standing, type Subject, standingOf, subjectOf } from './situation.ts';

export interface DecisionFacts extends EnvironmentNames {
  readonly now: Date;
  readonly alarms: readonly Alarm[];
  readonly known: KnownAlarms;
  /** Those that are open, and the last one of each other alarm. */
  readonly incidents: readonly Incident[];
  readonly storm?: Storm;
  /** For how long an alarm has to be OK before its incident is over. */
  readonly quietSeconds: number;
  /** Names that the event is about: what it says of them is not believed. */
  readonly hinted: readonly string[];
}

export type Effect =
  /** `since`: when it began to ring; of one that a storm has listed, that time. */
  | { readonly kind: 'open'; readonly subject: Subject; readonly since: string }
  /** It rings again soon after it was closed: the same issue. */
  | { readonly kind: 'reopen'; readonly subject: Subject; readonly incident: Incident }
  /** A composite alarm sums up what has an incident already: it goes on as the composite's. */
  | { readonly kind: 'adopt'; readonly subject: Subject; readonly from: Incident; readonly others: readonly Incident[] }
  /** The rest of an adoption that a run died in. */
  | { readonly kind: 'absorb'; readonly incident: Incident; readonly by: Incident }
  | { readonly kind: 'update'; readonly subject: Subject; readonly incident: Incident; readonly standing: Standing }
  /** Its alarm is not there any more: nobody knows yet whether it comes back. */
  | { readonly kind: 'miss'; readonly incident: Incident }
  | { readonly kind: 'close'; readonly incident: Incident; readonly ending: 'quiet' | 'gone'; readonly resolvedAt: string };

export type StormEffect =
  | { readonly kind: 'none' }
  | { readonly kind: 'hold'; readonly rows: readonly StormRow[]; readonly past: number }
  | { readonly kind: 'end'; readonly past: number };

export interface Decision {
  readonly effects: readonly Effect[];
  readonly storm: StormEffect;
  /** Left for the next run, which is at most an hour away. */
  readonly deferred: number;
  readonly situation: Situation;
}

/** More new issues than this at a time nobody reads. */
export const mostNewIssues = 10;
/** Beyond so many open incidents, during a storm, what is new is listed. */
const mostOpenInStorm = 20;
/** Each update and each closing takes several calls of GitHub. */
export const mostUpdates = 25;
/** An alarm that rings again within it has its old issue. */
const sameIncidentMs = 24 * 3_600_000;
/** Without news an issue is left alone for so long. */
const tellAgainMs = 600_000;

export function decide(facts: DecisionFacts): Decision {
  const situation = computeSituation(facts);
  const begun = beginnings(facts, situation);
  const adopted = new Set(begun.adoptions.flatMap(({ from, others }) => [from, ...others]));
  const open = facts.incidents.filter((incident) => isOpen(incident) && !adopted.has(incident));
  const going = open.flatMap((incident) => {
    const by = open.find((other) => facts.known.get(other.alarm)?.members.includes(incident.alarm));
    return by ? [{ kind: 'absorb', incident, by } as const] : goingOn(incident, facts, situation);
  });
  const urgent = inOrderOfNeed(going, facts.hinted);
  return {
    effects: [...begun.adoptions, ...begun.openings, ...urgent.slice(0, mostUpdates)],
    storm: begun.storm,
    deferred: Math.max(0, urgent.length - mostUpdates),
    situation,
  };
}

type Opening = Extract<Effect, { readonly kind: 'open' | 'reopen' }>;
type Adoption = Extract<Effect, { readonly kind: 'adopt' }>;

interface Beginnings {
  readonly openings: readonly Opening[];
  readonly adoptions: readonly Adoption[];
  readonly storm: StormEffect;
}

function beginnings(facts: DecisionFacts, { ringing, byName }: Situation): Beginnings {
  const wanted = ringing.flatMap((subject) => beginningOf(subject, facts));
  const adoptions = wanted.filter((effect) => effect.kind === 'adopt');
  const openings = wanted.filter((effect): effect is Opening => effect.kind !== 'adopt');
  const { storm: before, incidents } = facts;
  const isStorm = openings.length > mostNewIssues;
  const room = isStorm && before ? Math.min(mostNewIssues, mostOpenInStorm - incidents.filter(isOpen).length) : mostNewIssues;
  const eligible = isStorm && before ? openings.filter(({ subject }) => subject.severity === 'critical') : openings;
  const chosen = eligible.slice(0, Math.max(0, room));
  const left = openings.filter((opening) => !chosen.includes(opening));
  return { openings: chosen, adoptions, storm: stormOf(facts, { left, chosen, byName }) };
}

/** @returns nothing where there is an incident of it, or a person has closed the one that this ringing had */
function beginningOf(subject: Subject, facts: DecisionFacts): readonly (Opening | Adoption)[] {
  const { alarm, known } = subject;
  const latest = facts.incidents.find((incident) => incident.alarm === alarm.name);
  if (latest && isOpen(latest)) return [];
  if (latest && alarm.transitionedAt <= latest.lastRangAt) return [];
  const parts = facts.incidents.filter((incident) => isOpen(incident) && known?.members.includes(incident.alarm));
  const [from, ...others] = [...parts].sort((one, other) => one.openedAt.localeCompare(other.openedAt));
  if (from) return [{ kind: 'adopt', subject, from, others }];
  if (latest && isRecent(latest, facts.now)) return [{ kind: 'reopen', subject, incident: latest }];
  const stormed = facts.storm?.rows.find((row) => row.alarm === alarm.name);
  return [{ kind: 'open', subject, since: stormed?.since ?? alarm.transitionedAt }];
}

function isRecent({ closedAt = '', ending, issue }: Incident, now: Date): boolean {
  return issue !== undefined && ending !== 'continued' && now.getTime() - Date.parse(closedAt) < sameIncidentMs;
}

interface StormParts {
  readonly left: readonly Opening[];
  readonly chosen: readonly Opening[];
  readonly byName: ReadonlyMap<string, Alarm>;
}

function stormOf({ storm, now, quietSeconds }: DecisionFacts, { left, chosen, byName }: StormParts): StormEffect {
  const fresh: readonly StormRow[] = left.map((opening) => ({
    alarm: opening.subject.alarm.name,
    severity: opening.subject.severity,
    since: opening.kind === 'open' ? opening.since : opening.subject.alarm.transitionedAt,
  }));
  if (!storm) return fresh.length === 0 ? { kind: 'none' } : { kind: 'hold', rows: fresh, past: 0 };
  const handled = new Set([...left, ...chosen].map(({ subject }) => subject.alarm.name));
  const old = storm.rows.filter(({ alarm }) => !handled.has(alarm));
  const waiting = old.filter(({ alarm }) => {
    const found = byName.get(alarm);
    return found !== undefined && !(found.state === 'OK' && isQuiet(found.transitionedAt, now, quietSeconds));
  });
  const rows = [...fresh, ...waiting];
  const past = storm.past + old.length - waiting.length;
  return rows.length === 0 ? { kind: 'end', past } : { kind: 'hold', rows, past };
}

function isQuiet(since: string, now: Date, quietSeconds: number): boolean {
  return now.getTime() - Date.parse(since) >= quietSeconds * 1000;
}

type Going = Extract<Effect, { readonly kind: 'update' | 'miss' | 'close' | 'absorb' }>;

function goingOn(incident: Incident, facts: DecisionFacts, situation: Situation): readonly Going[] {
  const { now, quietSeconds } = facts;
  const alarm = situation.byName.get(incident.alarm);
  if (!alarm) {
    const { goneSince } = incident;
    // It was not asked for: names begin otherwise than they did, or nobody can read how they begin.
    if (!incident.alarm.startsWith(alarmPrefixOf(facts))) return [];
    if (goneSince === undefined) return [{ kind: 'miss', incident }];
    return isQuiet(goneSince, now, quietSeconds) ? [{ kind: 'close', incident, ending: 'gone', resolvedAt: goneSince }] : [];
  }
  const subject = subjectOf(alarm, situation);
  const standing = standingOf(subject, incident.members);
  if (standing.kind === 'ok' && isQuiet(standing.since, now, quietSeconds))
    return [{ kind: 'close', incident, ending: 'quiet', resolvedAt: standing.since }];
  return isDue(incident, { subject, standing }, facts) ? [{ kind: 'update', subject, incident, standing }] : [];
}

interface Seen {
  readonly subject: Subject;
  readonly standing: Standing;
}

/** Differs where there is something to tell. */
export function newsOf({ subject: { alarm, members }, standing }: Seen, { acknowledged, automatic }: Incident): string {
  const ringing = members.filter(({ state }) => state === 'ALARM').map(({ name }) => name);
  const runs = automatic.map(({ status }) => status).join(',');
  const text = [alarm.state, alarm.transitionedAt, standing.kind, acknowledged?.by ?? '-', runs, ...ringing].join(' ');
  return text.slice(0, 2000);
}

function isDue(incident: Incident, seen: Seen, { now, hinted }: DecisionFacts): boolean {
  if (incident.issue === undefined || incident.goneSince !== undefined) return true;
  if (incident.told !== newsOf(seen, incident)) return true;
  const isOld = now.getTime() - Date.parse(incident.toldAt ?? incident.noticedAt) >= tellAgainMs;
  return isOld || hinted.includes(incident.alarm);
}

/** What has no issue yet, what ends, what the event is about; then what nobody has looked at for the longest time. */
function inOrderOfNeed(effects: readonly Going[], hinted: readonly string[]): readonly Going[] {
  const rank = ({ kind, incident }: Going): number => {
    if (incident.issue === undefined) return 0;
    if (kind === 'close') return 1;
    return hinted.includes(incident.alarm) ? 2 : 3;
  };
  const toldAt = ({ incident }: Going): string => incident.toldAt ?? '';
  return [...effects].sort((one, other) => rank(one) - rank(other) || toldAt(one).localeCompare(toldAt(other)));
}
