// Which alarms are one thing: those that ring by themselves, and those that a composite alarm sums up.
import type { Alarm } from '../../../ports/alarms.ts';
import type { EnvironmentNames } from '../../gate/subject.ts';
import { type Incident, isOpen, type Severity, severities } from './incident.ts';
import { alarmPrefixOf } from './keys.ts';
import type { KnownAlarm, KnownAlarms } from './known-alarms.ts';

/** What an incident is, or would be, about. */
export interface Subject {
  readonly alarm: Alarm;
  /** Nothing of an alarm that somebody has made by hand. */
  readonly known?: KnownAlarm;
  /** Alarms that it sums up. */
  readonly members: readonly Alarm[];
  readonly severity: Severity;
}

export interface Situation {
  readonly byName: ReadonlyMap<string, Alarm>;
  readonly known: KnownAlarms;
  /** What rings, and is not part of anything else that rings or has an incident; the worst first. */
  readonly ringing: readonly Subject[];
}

/** Alarms of previews beside the environment's own service tell nobody on call. */
function isOfEnvironment({ name }: Alarm, names: EnvironmentNames): boolean {
  const prefix = alarmPrefixOf(names);
  return name.startsWith(prefix) && !/^pr-\d+-/.test(name.slice(prefix.length));
}

interface Facts extends EnvironmentNames {
  readonly alarms: readonly Alarm[];
  readonly known: KnownAlarms;
  readonly incidents: readonly Incident[];
}

export function computeSituation({ environment, names, alarms, known, incidents }: Facts): Situation {
  const own = alarms.filter((alarm) => isOfEnvironment(alarm, { environment, names }));
  const byName = new Map(own.map((alarm) => [alarm.name, alarm]));
  const rings = [...byName.values()].filter(({ state }) => state === 'ALARM');
  const covering = [...rings.map(({ name }) => name), ...incidents.filter(isOpen).map(({ alarm }) => alarm)];
  const covered = new Set(covering.flatMap((name) => known.get(name)?.members ?? []));
  const ringing = rings
    .filter(({ name }) => !covered.has(name) && (known.get(name)?.tells ?? true))
    .map((alarm) => subjectOf(alarm, { byName, known }));
  return { byName, known, ringing: [...ringing].sort(byBadness) };
}

export function subjectOf(alarm: Alarm, { byName, known: all }: Pick<Situation, 'byName' | 'known'>): Subject {
  const known = all.get(alarm.name);
  return {
    alarm,
    ...(known && { known }),
    members: (known?.members ?? []).flatMap((name) => byName.get(name) ?? []),
    // Whoever made an alarm by hand wants to know.
    severity: known?.severity ?? 'major',
  };
}

function byBadness(one: Subject, other: Subject): number {
  const rank = severities.indexOf(one.severity) - severities.indexOf(other.severity);
  return rank !== 0 ? rank : one.alarm.name.localeCompare(other.alarm.name);
}

export type Standing =
  | { readonly kind: 'ringing' }
  /** Since when all of it is; by CloudWatch's clock. */
  | { readonly kind: 'ok'; readonly since: string }
  /** Nobody can tell. */
  | { readonly kind: 'unknown' };

/** @param rang names of members that have rung in its incident */
export function standingOf({ alarm, members }: Pick<Subject, 'alarm' | 'members'>, rang: readonly string[]): Standing {
  const all = [alarm, ...members];
  if (all.some(({ state }) => state === 'ALARM')) return { kind: 'ringing' };
  const judged = all.filter((one) => one === alarm || rang.includes(one.name));
  if (judged.some(({ state }) => state === 'INSUFFICIENT_DATA')) return { kind: 'unknown' };
  const since = judged.map(({ transitionedAt }) => transitionedAt).reduce((last, at) => (at > last ? at : last));
  return { kind: 'ok', since };
}
