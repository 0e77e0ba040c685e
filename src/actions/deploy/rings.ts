// When alarms rang since a deploy began, told by CloudWatch's own clock: ours may be wrong.
import type { Alarm, AlarmTransition } from '../../ports/alarms.ts';
import type { Baseline } from './journal.ts';

export interface Ring {
  readonly name: string;
  readonly at: string;
  /** Still rings. */
  readonly lasts: boolean;
  /** In CloudWatch's words; empty of one that has gone back. */
  readonly reason: string;
}

/**
 * One for each alarm, the first. What has gone back counts, too: an alarm rings only after minutes of trouble, and the trouble of
 * a new version comes and goes. An alarm whose state only was written again has not rung.
 */
export function ringsOf(
  baseline: readonly Baseline[],
  alarms: readonly Alarm[],
  transitions: readonly AlarmTransition[],
): readonly Ring[] {
  return baseline.flatMap(({ name, transitionedAt }) => {
    const isLater = (at: string) => transitionedAt === undefined || Date.parse(at) > Date.parse(transitionedAt);
    const alarm = alarms.find((each) => each.name === name);
    const lasts = alarm?.state === 'ALARM' && isLater(alarm.transitionedAt);
    const told = transitions.filter((each) => each.name === name && each.to === 'ALARM' && isLater(each.at));
    const instants = [...told.map(({ at }) => at), ...(lasts ? [alarm.transitionedAt] : [])];
    const [at] = instants.sort((one, other) => Date.parse(one) - Date.parse(other));
    return at === undefined ? [] : [{ name, at, lasts, reason: lasts ? alarm.reason : '' }];
  });
}
