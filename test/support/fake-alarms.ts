// The Alarms port in memory: a test sets their states, and they remember when those changed.
import type { Alarm, AlarmState, Alarms, AlarmTransition } from '../../src/ports/alarms.ts';
import type { Clock } from '../../src/ports/clock.ts';
import { type Troubled, troubled } from './troubles.ts';

export interface MemoryAlarms extends Troubled<Alarms> {
  /** Another state moves both instants, the same one again only `updatedAt`. */
  set(name: string, state: AlarmState, reason?: string): void;
  change(name: string, changes: Partial<Alarm>): void;
  remove(name: string): void;
  /** Is told of each transition at the moment that it happens. */
  watch(see: (alarm: Alarm) => void): void;
}

/** @param rows what is left out: `OK` since the day before, with actions, ringing within a minute */
export function memoryAlarms(
  clock: Pick<Clock, 'now'>,
  rows: readonly (Partial<Alarm> & { readonly name: string })[],
): MemoryAlarms {
  const yesterday = new Date(clock.now().getTime() - 24 * 3_600_000).toISOString();
  const alarms = new Map(rows.map((row) => [row.name, { ...quiet(row.name, yesterday), ...row }]));
  const history: AlarmTransition[] = [];
  const watchers: ((alarm: Alarm) => void)[] = [];
  const found = (name: string): Alarm => {
    const alarm = alarms.get(name);
    if (!alarm) throw new Error(`The test speaks of an alarm that is not there: ${name}`);
    return alarm;
  };
  const port: Alarms = {
    read: async (names) => names.flatMap((name) => alarms.get(name) ?? []),
    withPrefix: async (prefix) => [...alarms.values()].filter(({ name }) => name.startsWith(prefix)),
    transitions: async (names, since) =>
      history.filter(({ name, at }) => names.includes(name) && Date.parse(at) >= since.getTime()),
  };
  return {
    ...troubled(port),
    set: (name, state, reason = `The test set it to ${state}.`) => {
      const before = found(name);
      const at = clock.now().toISOString();
      const isTransition = before.state !== state;
      const alarm = { ...before, state, reason, updatedAt: at, ...(isTransition && { transitionedAt: at }) };
      alarms.set(name, alarm);
      if (!isTransition) return;
      history.push({ name, at, from: before.state, to: state });
      for (const see of watchers) see(alarm);
    },
    change: (name, changes) => void alarms.set(name, { ...found(name), ...changes }),
    remove: (name) => void alarms.delete(name),
    watch: (see) => void watchers.push(see),
  };
}

/** By what an alarm of this name would be found. */
export function alarmArn(name: string): string {
  return `arn:aws:cloudwatch:eu-west-2:123456789012:alarm:${name}`;
}

function quiet(name: string, since: string): Alarm {
  return {
    name,
    arn: alarmArn(name),
    state: 'OK',
    reason: 'Threshold not crossed',
    isActionsEnabled: true,
    transitionedAt: since,
    updatedAt: since,
    reactionSeconds: 60,
    actionArns: ['arn:aws:sns:eu-west-2:123456789012:alerts'],
  };
}
