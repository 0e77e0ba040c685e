// The lives of game days that are cut short, as data: where each run is killed, and what comes next to put everything right.
import { gameDaySteps } from '../../../src/actions/game-day/steps.ts';
import type { Fault } from '../../../src/rehearsal/traffic/conditions.ts';
import { type KillMoment, momentsOf, momentText } from './moments.ts';

export interface GameDayRun {
  /** `run` loses a zone; `other drill` fails the database over, once what is left of an earlier one is put right. */
  readonly event: 'run' | 'resume' | 'other drill';
  readonly killAt?: GameDayMoment;
  /** So long after it has begun to watch, somebody asks for its end. */
  readonly askedToEndAfterSeconds?: number;
  /** The runner outlives the step that is killed: it plays what comes after the job. */
  readonly playsPost?: true;
}

/** Times are the drill's own. */
export interface GameDayMoment extends Omit<KillMoment, 'afterMilliseconds'> {
  readonly afterSeconds?: number;
  /** What is broken by then, or being killed there shows nothing. */
  readonly breaks?: readonly Fault['kind'][];
}

export interface GameDayLife {
  readonly runs: readonly GameDayRun[];
  /** FIS ends its experiments without giving back what they took. */
  readonly isUnclean: boolean;
  /** What the history says of the drill; of one that had not begun, nothing. */
  readonly verdict: 'none' | 'aborted' | 'pass';
}

/** By then the fence stands, which takes five seconds; tasks are stopped a minute later, and traffic is shifted after five. */
const [fencedAfter, tasksStoppedAfter, trafficShiftedAfter] = [20, 90, 330];

const inWatch = (afterSeconds: number, ...breaks: readonly Fault['kind'][]): GameDayMoment => {
  return { line: '▸ watch', afterSeconds, breaks };
};

const fenced = inWatch(fencedAfter, 'network');
const tasksStopped = inWatch(tasksStoppedAfter, 'network');
const trafficShifted = inWatch(trafficShiftedAfter, 'network', 'shift');

/** Before it nothing is written down, and after the other all is. */
const [beginning, end] = [gameDaySteps.indexOf('begin'), gameDaySteps.indexOf('report')];
const watching = gameDaySteps.indexOf('watch');

const beforeItBegins: readonly GameDayMoment[] = [...momentsOf(gameDaySteps.slice(0, beginning)), { line: '▸ begin' }];

const untilItWatches: readonly GameDayMoment[] = [
  { line: '✔ begin' },
  ...momentsOf(gameDaySteps.slice(beginning + 1, watching)),
  // In the middle of it, where nothing tells yet what it has done.
  { line: '▸ preflight', afterSeconds: 15 },
  { line: '▸ start-experiment', afterSeconds: 1 },
  { line: '▸ watch' },
  ...[fenced, tasksStopped, trafficShifted],
];

const whileItPutsRight: readonly GameDayMoment[] = [
  { line: '✔ watch' },
  ...momentsOf(gameDaySteps.slice(watching + 1, end)),
  ...['restore-subnets: ', 'restore-service: ', 'fail-back-database: ', 'cancel-zonal-shift: '].map((line) => ({ line })),
  { line: '▸ report' },
];

const whenAllIsDone: readonly GameDayMoment[] = [{ line: '✔ report' }, ...momentsOf(gameDaySteps.slice(end + 1))];

type Next = (run: GameDayRun) => readonly GameDayRun[];

const resumed: Next = (run) => [run, { event: 'resume' }];
const finishedAfterTheJob: Next = (run) => [{ ...run, playsPost: true }];
const settled: Next = (run) => [run, { event: 'other drill' }];

/** What comes next, in turns. */
const nexts = [resumed, finishedAfterTheJob, settled, finishedAfterTheJob, resumed, finishedAfterTheJob];

function livesOf(
  moments: readonly GameDayMoment[],
  verdict: GameDayLife['verdict'],
  askedToEndAfterSeconds?: number,
): readonly GameDayLife[] {
  return moments.map((killAt, index) => {
    const asked = askedToEndAfterSeconds === undefined ? {} : { askedToEndAfterSeconds };
    const run: GameDayRun = { event: 'run', killAt, ...asked };
    // In pairs, so that whatever comes next meets both.
    return { runs: nexts[index % nexts.length]?.(run) ?? [run], isUnclean: verdict === 'aborted' && index % 4 < 2, verdict };
  });
}

/** Whoever puts right what another run has left can die over it, too. */
const twice = [
  { line: '▸ settle-earlier' },
  { line: '✔ stop' },
  { line: '▸ rollback' },
  { line: 'restore-subnets: ' },
  { line: '✔ verify' },
  { line: '▸ report' },
  { line: '▸ unlock' },
].map((killAt, index): GameDayLife => {
  const run: GameDayRun = { event: 'run', killAt: index % 2 === 0 ? fenced : tasksStopped };
  return { runs: [run, { event: 'resume', killAt }, { event: 'resume' }], isUnclean: index % 4 < 2, verdict: 'aborted' };
});

export const gameDayLives: readonly GameDayLife[] = [
  ...livesOf(beforeItBegins, 'none'),
  ...livesOf(untilItWatches, 'aborted'),
  ...livesOf(whileItPutsRight, 'aborted', tasksStoppedAfter),
  ...livesOf([{ line: '✔ stop' }, { line: 'cancel-zonal-shift: ' }], 'aborted', trafficShiftedAfter),
  // One that nobody asks to end, and that nothing is wrong with.
  ...livesOf([{ line: '▸ rollback' }], 'aborted'),
  ...livesOf(whenAllIsDone, 'pass'),
  ...twice,
];

/** `run, asked to end after 90 s, killed at "▸ stop"; resume; FIS leaves its faults` */
export function describeGameDayLife({ runs, isUnclean }: GameDayLife): string {
  const told = runs.map(({ event, killAt, askedToEndAfterSeconds: asked, playsPost }) => {
    const ends = asked === undefined ? '' : `, asked to end after ${asked} s`;
    const killed = killAt ? `, killed at "${gameDayMomentText(killAt)}"` : '';
    return `${event}${ends}${killed}${playsPost ? ', and finished after the job' : ''}`;
  });
  return [...told, ...(isUnclean ? ['FIS leaves its faults'] : [])].join('; ');
}

function gameDayMomentText({ afterSeconds, ...moment }: GameDayMoment): string {
  return afterSeconds === undefined ? momentText(moment) : `${momentText(moment)} + ${afterSeconds} s`;
}
