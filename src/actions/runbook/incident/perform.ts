// Does what was decided about each incident; one that fails is told of, and the others are done all the same.

import type { Effect } from './decide.ts';
import { type Incident, type IncidentChange, isOpen, type Moment, withChange } from './incident.ts';
import { reviseIncident } from './incident-store.ts';
import { incidentMarker, slugOf, stampOf } from './keys.ts';
import { mitigationOf } from './mitigation.ts';
import { wordsOf } from './plans.ts';
import { renderClosing, renderContinued, renderReopening } from './render/comments.ts';
import type { Subject } from './situation.ts';
import { noteIncident, type Telling, type Told, tellIncident } from './tell.ts';

export interface Performed {
  readonly kind: Effect['kind'];
  readonly alarm: string;
  /** Nothing where it failed. */
  readonly told?: Told;
  readonly subject?: Subject;
  /** Why it failed. */
  readonly failure?: string;
}

export async function performAll(telling: Telling, effects: readonly Effect[]): Promise<readonly Performed[]> {
  const performed: Performed[] = [];
  // One after the other: GitHub asks for that of whoever writes. https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api
  for (const effect of effects) performed.push(await perform(telling, effect));
  return performed;
}

async function perform(telling: Telling, effect: Effect): Promise<Performed> {
  const alarm = 'subject' in effect ? effect.subject.alarm.name : effect.incident.alarm;
  const subject = 'subject' in effect ? { subject: effect.subject } : {};
  try {
    const told = await performEffect(telling, effect);
    return { kind: effect.kind, alarm, ...subject, ...(told && { told }) };
  } catch (error) {
    const words = wordsOf(error);
    telling.world.progress.warning(`Could not ${effect.kind} the incident of ${alarm}: ${words}`);
    return { kind: effect.kind, alarm, ...subject, failure: words };
  }
}

async function performEffect(telling: Telling, effect: Effect): Promise<Told | undefined> {
  switch (effect.kind) {
    case 'open':
      return tellIncident(telling, await begin(telling, effect.subject, effect.since), effect.subject);
    case 'reopen':
      return reopen(telling, effect.subject, effect.incident);
    case 'adopt':
      return adopt(telling, effect);
    case 'absorb':
      await absorb(telling, effect.incident, effect.by);
      return undefined;
    case 'update':
      return tellIncident(telling, await seeAgain(telling, effect.incident, effect.subject), effect.subject);
    case 'miss':
      await miss(telling, effect.incident);
      return undefined;
    case 'close':
      await close(telling, effect);
      return undefined;
    default:
      return effect satisfies never;
  }
}

function newIncident({ world }: Telling, { alarm, severity, members }: Subject, since: string): Incident {
  const { environment } = world.settings;
  const now = world.clock.now().toISOString();
  return {
    id: `${slugOf(environment, alarm.name)}-${stampOf(since)}`,
    environment,
    alarm: alarm.name,
    arn: alarm.arn,
    severity,
    members: ringingNames(members),
    openedAt: since,
    lastRangAt: alarm.transitionedAt,
    rings: 1,
    noticedAt: now,
    automatic: [],
    timeline: [{ at: since, words: `${alarm.name} rang` }],
  };
}

function ringingNames(members: Subject['members']): readonly string[] {
  return members.filter(({ state }) => state === 'ALARM').map(({ name }) => name);
}

/** Over one that is past; where somebody has begun it already, that one. */
async function begin(telling: Telling, subject: Subject, since: string): Promise<Incident> {
  const fresh = newIncident(telling, subject, since);
  const written = await reviseIncident(telling.world, fresh, (current) => (current && isOpen(current) ? undefined : fresh));
  return written ?? fresh;
}

async function reopen(telling: Telling, subject: Subject, incident: Incident): Promise<Told> {
  const { world } = telling;
  const { alarm } = subject;
  const fresh = { lastRangAt: alarm.transitionedAt, rings: incident.rings + 1 };
  const over = { closedAt: undefined, ending: undefined, resolvedAt: undefined, mitigated: undefined, goneSince: undefined };
  const again: IncidentChange = { ...over, ...fresh };
  const opened = withChange(incident, again, [{ at: alarm.transitionedAt, words: 'it rings again' }]);
  if (incident.issue !== undefined) {
    const marker = incidentMarker(world.settings.environment, incident.id);
    // First: where the run dies after it, the next one finds it closed in the bucket, and does it again.
    await world.issues.reopen(incident.issue, marker, renderReopening(opened));
  }
  const written = await noteIncident(telling, incident, () => again, [{ at: alarm.transitionedAt, words: 'it rings again' }]);
  return tellIncident(telling, written, subject);
}

/** The issue goes on as the composite alarm's: whoever is at it stays where they are. */
async function adopt(telling: Telling, { subject, from, others }: Extract<Effect, { kind: 'adopt' }>): Promise<Told> {
  const { alarm, severity, members } = subject;
  const moment: Moment = { at: alarm.transitionedAt, words: `${alarm.name} sums it up from now on` };
  const inherited: Incident = {
    ...from,
    alarm: alarm.name,
    arn: alarm.arn,
    severity,
    members: [...new Set([from.alarm, ...others.map((other) => other.alarm), ...ringingNames(members)])],
    lastRangAt: alarm.transitionedAt,
  };
  const wanted = withChange(inherited, {}, [moment]);
  const written = await reviseIncident(telling.world, wanted, (current) => (current && isOpen(current) ? undefined : wanted));
  const composite = written ?? wanted;
  for (const part of [from, ...others]) await absorb(telling, part, composite);
  return tellIncident(telling, composite, subject);
}

async function absorb(telling: Telling, incident: Incident, by: Incident): Promise<void> {
  const { world } = telling;
  if (incident.issue !== undefined && incident.issue !== by.issue)
    await world.issues.close(incidentMarker(world.settings.environment, incident.id), renderContinued(by));
  const now = world.clock.now().toISOString();
  await noteIncident(telling, incident, () => ({ closedAt: now, ending: 'continued' }));
}

/** What rings now, and whether it has rung again since it was last looked at. */
function seeAgain(telling: Telling, incident: Incident, { alarm, members }: Subject): Promise<Incident> {
  const names = [...new Set([...incident.members, ...ringingNames(members)])];
  const ringsAgain = alarm.state === 'ALARM' && alarm.transitionedAt > incident.lastRangAt;
  const moments = ringsAgain ? [{ at: alarm.transitionedAt, words: 'it rings again' }] : [];
  return noteIncident(
    telling,
    incident,
    (current) => ({
      members: names,
      goneSince: undefined,
      ...(ringsAgain && { lastRangAt: alarm.transitionedAt, rings: current.rings + 1 }),
    }),
    moments,
  );
}

async function miss(telling: Telling, incident: Incident): Promise<void> {
  const at = telling.world.clock.now().toISOString();
  await noteIncident(telling, incident, () => ({ goneSince: at }), [{ at, words: 'there is no such alarm any more' }]);
}

async function close(telling: Telling, { incident, ending, resolvedAt }: Extract<Effect, { kind: 'close' }>): Promise<void> {
  const { world } = telling;
  const over = { at: resolvedAt, words: ending === 'quiet' ? 'the alarm was OK again' : 'the alarm is gone' };
  const mitigated = mitigationOf(incident, telling.suspects, over) ?? over;
  const resolved: Incident = { ...incident, resolvedAt, mitigated };
  if (incident.issue !== undefined)
    await world.issues.close(incidentMarker(world.settings.environment, incident.id), renderClosing(resolved, ending));
  const closedAt = world.clock.now().toISOString();
  await noteIncident(telling, incident, () => ({ resolvedAt, mitigated, closedAt, ending }), [{ at: closedAt, words: 'closed' }]);
}
