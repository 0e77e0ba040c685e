// What a report is made of: the record, its drill and history, and the instant as of which it is told.
import type { DrillDefinition } from '../../../define/drill.ts';
import type { GameDay, PastGameDay } from '../game-day.ts';
import { knownInstants } from './instants.ts';

export interface ReportFacts {
  readonly gameDay: GameDay;
  /** Of the same drill, newest first, without this one. */
  readonly history: readonly PastGameDay[];
  readonly drill: DrillDefinition;
  readonly nowMs: number;
}

/** A history table of more would be a page of its own. */
export const historyLength = 10;

/** @param now when left out, the latest instant that the record tells */
export function collectFacts(
  gameDay: GameDay,
  past: readonly PastGameDay[],
  drill: DrillDefinition,
  now: Date | undefined,
): ReportFacts {
  const history = past
    .filter(({ id }) => id !== gameDay.id)
    .toSorted((one, other) => (one.startedAt < other.startedAt ? 1 : -1))
    .slice(0, historyLength);
  return { gameDay, history, drill, nowMs: now?.getTime() ?? latestMs(gameDay) };
}

function latestMs(gameDay: GameDay): number {
  const { startedAt, endedAt, experiment, preflight, transitions, abort, rollback, recovery } = gameDay;
  const texts = [
    startedAt,
    endedAt,
    experiment?.createdAt,
    experiment?.startedAt,
    experiment?.endedAt,
    abort?.decidedAt,
    abort?.requestedAt,
    ...(experiment?.actions ?? []).flatMap((action) => [action.startedAt, action.endedAt]),
    ...[...preflight, ...transitions, ...rollback, ...recovery].map(({ at }) => at),
  ];
  // One at a time: a spread of many thousands of arguments would not fit on the stack.
  return knownInstants(texts).reduce((latest, each) => Math.max(latest, each), 0);
}
