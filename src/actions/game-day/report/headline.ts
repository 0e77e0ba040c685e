// The verdict, or how far it is, in a line; why, in a sentence; and what must not be missed.
import { plannedSeconds } from '../../../drills/timeline.ts';
import type { GameDay } from '../game-day.ts';
import type { ReportFacts } from './facts.ts';
import { instantMs, progressText, spanText } from './instants.ts';
import { abortReasons, type Mark, verdictMarks } from './words.ts';

/** A reply has but the record. */
type StateFacts = Pick<ReportFacts, 'gameDay'> & Partial<Pick<ReportFacts, 'drill' | 'nowMs'>>;

/** `✅ PASS`, `⏳ running: watching, 4 of 10 min` */
export function computeState(facts: StateFacts): Mark {
  const { verdict, phase } = facts.gameDay;
  if (verdict !== undefined) return verdictMarks[verdict];
  if (phase === 'ended') return { words: '❔ ended without a verdict', tone: 'unknown' };
  return { words: `⏳ running: ${phaseText(facts)}`, tone: 'plain' };
}

function phaseText({ gameDay, drill, nowMs }: StateFacts): string {
  const { phase, experiment } = gameDay;
  const since = (instant: string | undefined, wholeSeconds: number): string => {
    const fromMs = instantMs(instant);
    if (fromMs === undefined || nowMs === undefined || wholeSeconds === 0) return '';
    return `, ${progressText((nowMs - fromMs) / 1000, wholeSeconds)}`;
  };
  switch (phase) {
    case 'preflight':
      return 'looking whether it may begin';
    case 'inject':
      return 'starting the experiment';
    case 'watch':
      return `watching${since(experiment?.startedAt, drill ? plannedSeconds(drill.actions) : 0)}`;
    case 'stop':
      return 'stopping the experiment';
    case 'rollback':
      return 'putting right what was broken';
    case 'verify':
      return `waiting for recovery${since(experiment?.endedAt, drill?.recoverySeconds ?? 0)}`;
    case 'measure':
      return 'measuring';
    case 'ended':
      return 'ended';
    default:
      return phase satisfies never;
  }
}

/** `az-failure in eu-west-2a on staging` */
export function subjectText({ drill, zone, environment }: GameDay): string {
  return `${drill}${zone === undefined ? '' : ` in ${zone}`} on ${environment}`;
}

/** One sentence: the record's own, or what follows from where it is. */
export function becauseText({ gameDay, drill }: StateFacts): string {
  const { because, phase, abort } = gameDay;
  if (because !== undefined && because !== '') return because;
  if (abort !== undefined) return `It is ended early because ${abortReasons[abort.because]}.`;
  switch (phase) {
    case 'preflight':
      return 'Nothing has been injected yet.';
    case 'inject':
    case 'watch':
      return drill?.about ?? 'What is to hold is being put to the test.';
    case 'stop':
    case 'rollback':
    case 'verify':
    case 'measure':
      return 'The experiment is over; its verdict comes when all is well again, or the time for that is up.';
    case 'ended':
      return 'Its record has no verdict, so nobody can tell.';
    default:
      return phase satisfies never;
  }
}

/** What changes how the rest is to be read, a sentence each. */
export function caveats({ gameDay }: ReportFacts): readonly string[] {
  const { takenOverFrom, abort, clockSkewSeconds = 0 } = gameDay;
  const dead = takenOverFrom.slice(0, 5).map(({ runId, attempt }) => `run ${runId}, attempt ${attempt}`);
  const more = takenOverFrom.length > dead.length ? `, and ${takenOverFrom.length - dead.length} more` : '';
  return [
    ...(dead.length > 0
      ? [`Taken over from ${dead.join('; ')}${more}: it ended in the middle, and this one finished its work.`]
      : []),
    ...(abort ? [abortText(gameDay, abort)] : []),
    ...(clockSkewSeconds === 0 ? [] : [`The clock of AWS was ${skewText(clockSkewSeconds)} that of the run.`]),
  ];
}

function abortText({ times: { abortSeconds } }: GameDay, { because, words, alarm }: NonNullable<GameDay['abort']>): string {
  const which = alarm === undefined ? '' : ` (${alarm})`;
  const took = abortSeconds === undefined ? '' : ` AWS was asked to stop ${spanText(abortSeconds)} after that.`;
  return `Ended early because ${abortReasons[because]}${which}: ${words}${/[.!?]$/.test(words) ? '' : '.'}${took}`;
}

function skewText(seconds: number): string {
  return `${spanText(Math.abs(seconds))} ${seconds > 0 ? 'ahead of' : 'behind'}`;
}

/** Nothing on a clock like everybody's. */
export function paceNote({ timeRate }: Pick<GameDay, 'timeRate'>): string | undefined {
  return timeRate > 1 ? `Rehearsed: time ran ${timeRate} times as fast as on a wall clock.` : undefined;
}
