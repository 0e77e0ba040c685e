// Whether the experiment goes on, has ended, or must be ended now, and why: decided anew at every poll.
import type { Alarm, AlarmTransition } from '../../../ports/alarms.ts';
import { type Experiment, hasEnded } from '../../../ports/experiments.ts';
import type { AbortRequest } from '../abort-request.ts';
import type { Abort } from '../game-day.ts';
import { clip } from '../world.ts';

export interface WatchFacts {
  readonly now: Date;
  /** How far AWS's clock is ahead of ours. */
  readonly clockSkewSeconds: number;
  /** As it was last seen. */
  readonly experiment: Experiment;
  readonly watched: readonly string[];
  /** Nothing when CloudWatch did not answer at this poll. */
  readonly alarms: readonly Alarm[] | undefined;
  /** Since the experiment was made, of alarms that are no longer in the state that they had then. */
  readonly transitions: readonly AlarmTransition[];
  /** Polls in a row without an answer. */
  readonly unanswered: { readonly experiment: number; readonly alarms: number };
  readonly mostUnanswered: number;
  readonly abortRequest: AbortRequest | undefined;
  readonly isCancelled: boolean;
  readonly credentials: { readonly haveExpired: boolean; readonly expireAt: Date | undefined; readonly reserveSeconds: number };
  /** What the template's last change was at the start, and is now; nothing where it was not asked. */
  readonly template: { readonly startedWith: string | undefined; readonly now: string | undefined };
}

export type WatchDecision =
  | { readonly kind: 'go-on' }
  /** By itself, and as it should. */
  | { readonly kind: 'ended' }
  | { readonly kind: 'stop'; readonly abort: Abort };

type Reason = Omit<Abort, 'decidedAt'>;

/** The most important reason first: a drill that users noticed is not one that was merely cancelled. */
const reasons: readonly ((facts: WatchFacts) => Reason | undefined)[] = [
  stopCondition,
  rangNow,
  rangMeanwhile,
  askedFor,
  stoppedByOther,
  cancelled,
  credentials,
  deleted,
  silent,
  templateChanged,
  unanswered,
];

export function decideWatch(facts: WatchFacts): WatchDecision {
  const { experiment } = facts;
  for (const look of reasons) {
    // What has ended as it should is no longer a matter of anything but alarms.
    if (isDone(experiment) && look !== rangNow && look !== rangMeanwhile) continue;
    const reason = look(facts);
    if (reason) return { kind: 'stop', abort: { ...reason, words: clip(reason.words), decidedAt: facts.now.toISOString() } };
  }
  return hasEnded(experiment) ? { kind: 'ended' } : { kind: 'go-on' };
}

function isDone({ status }: Experiment): boolean {
  return status === 'completed' || status === 'failed';
}

function isStopping({ status }: Experiment): boolean {
  return status === 'stopping' || status === 'stopped' || status === 'cancelled';
}

/** FIS's own words: "Experiment halted by stop condition". */
function stopCondition({ experiment, alarms = [] }: WatchFacts): Reason | undefined {
  if (!isStopping(experiment) || !/stop condition/i.test(experiment.reason)) return undefined;
  const ringing = alarms.find(({ state }) => state === 'ALARM');
  const words = ringing ? `${ringing.name} rang, and FIS stopped the experiment` : 'FIS stopped the experiment on an alarm';
  return {
    because: 'stop-condition',
    words,
    ...(ringing && { alarm: ringing.name, alarmAt: ringing.transitionedAt }),
  };
}

/** Whatever the instant: before the start it was looked at, and did not ring. */
function rangNow({ alarms = [] }: WatchFacts): Reason | undefined {
  const [first] = alarms
    .filter(({ state }) => state === 'ALARM')
    .sort((one, other) => Date.parse(one.transitionedAt) - Date.parse(other.transitionedAt));
  return (
    first && { because: 'alarm', words: `${first.name} rings: ${first.reason}`, alarm: first.name, alarmAt: first.transitionedAt }
  );
}

/** One that rang and is quiet again by the next poll has rung. */
function rangMeanwhile({ transitions }: WatchFacts): Reason | undefined {
  const rang = transitions.find(({ to }) => to === 'ALARM');
  return rang && { because: 'alarm', words: `${rang.name} rang, and went back`, alarm: rang.name, alarmAt: rang.at };
}

function stoppedByOther({ experiment }: WatchFacts): Reason | undefined {
  if (!isStopping(experiment)) return undefined;
  return { because: 'person', words: `Somebody else stopped the experiment: ${experiment.reason}` };
}

function askedFor({ abortRequest }: WatchFacts): Reason | undefined {
  return abortRequest && { because: 'person', words: `${abortRequest.by} asked for its end` };
}

function cancelled({ isCancelled }: WatchFacts): Reason | undefined {
  return isCancelled ? { because: 'cancelled', words: 'Its workflow run was cancelled' } : undefined;
}

/** While they are still good, everything can be put right with them. */
function credentials({ credentials: { haveExpired, expireAt, reserveSeconds }, now }: WatchFacts): Reason | undefined {
  if (haveExpired) return { because: 'credentials', words: 'The AWS credentials of the job have expired' };
  if (expireAt === undefined || expireAt.getTime() - now.getTime() > reserveSeconds * 1000) return undefined;
  return { because: 'credentials', words: `The AWS credentials of the job expire at ${expireAt.toISOString()}` };
}

function deleted({ alarms, watched }: WatchFacts): Reason | undefined {
  const gone = alarms && watched.find((name) => !alarms.some((alarm) => alarm.name === name));
  return gone === undefined ? undefined : { because: 'no-data', words: `${gone} was deleted: nobody would be told` };
}

/** Of one that sums up others, nobody says how long it takes. */
const leastReactionSeconds = 60;

/** For longer than it would take to ring, twice over: then it will not ring in time. */
function silent({ alarms = [], now, clockSkewSeconds }: WatchFacts): Reason | undefined {
  const nowMs = now.getTime() + clockSkewSeconds * 1000;
  const blind = alarms.find(
    ({ state, transitionedAt, reactionSeconds }) =>
      state === 'INSUFFICIENT_DATA' &&
      nowMs - Date.parse(transitionedAt) > 2 * Math.max(reactionSeconds, leastReactionSeconds) * 1000,
  );
  return blind && { because: 'no-data', words: `${blind.name} has had too little data since ${blind.transitionedAt}` };
}

function templateChanged({ template }: WatchFacts): Reason | undefined {
  const { startedWith, now } = template;
  if (now === undefined || startedWith === undefined || now === startedWith) return undefined;
  return { because: 'template-changed', words: `The experiment template was changed at ${now}, while it was played` };
}

function unanswered({ unanswered: { experiment, alarms }, mostUnanswered }: WatchFacts): Reason | undefined {
  if (alarms >= mostUnanswered) return lost('CloudWatch', alarms);
  return experiment >= mostUnanswered ? lost('FIS', experiment) : undefined;
}

function lost(what: string, polls: number): Reason {
  return { because: 'lost', words: `${what} gave no answer ${polls} times in a row: nobody can tell how it goes` };
}
