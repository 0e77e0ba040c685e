// The course of a game day as spans and instants: what both drawings of it are made of.
import type { AlarmTransition } from '../../../ports/alarms.ts';
import { prefixOf } from '../../gate/subject.ts';
import type { GameDay } from '../game-day.ts';
import type { ReportFacts } from './facts.ts';
import { instantMs, knownInstants } from './instants.ts';
import { actionMarks, checkWords, recoveryMarks, rollbackMarks, strategyWords, type Tone } from './words.ts';

export const timelineGroups = ['Phases', 'Experiment', 'Alarms', 'Rollback', 'Recovery'] as const;
export type TimelineGroup = (typeof timelineGroups)[number];

export interface TimelineItem {
  readonly group: TimelineGroup;
  readonly name: string;
  /** How it ended, with a sign. */
  readonly words: string;
  readonly tone: Tone;
  readonly fromMs: number;
  /** The same as `fromMs`: an instant. */
  readonly toMs: number;
}

/** FIS ends an experiment after 12 hours: what a record tells beyond a day was never part of it. */
const longestMs = 24 * 3600 * 1000;

/** In the order of the groups; nothing without a start, or before there is more than a beginning. */
export function computeTimeline(facts: ReportFacts): readonly TimelineItem[] {
  const { startedAt } = facts.gameDay;
  const startMs = instantMs(startedAt);
  if (startMs === undefined) return [];
  const isNear = (ms: number) => Math.abs(ms - startMs) <= longestMs;
  const parts = [phaseItems, actionItems, alarmItems, rollbackItems, recoveryItems];
  const items = parts
    .flatMap((part) => part(facts))
    .map((item) => ({ ...item, toMs: Math.max(item.fromMs, item.toMs) }))
    .filter(({ fromMs, toMs }) => isNear(fromMs) && isNear(toMs));
  return items.length > 1 ? items : [];
}

function phaseItems({ gameDay, nowMs }: ReportFacts): readonly TimelineItem[] {
  const { preflight, experiment, rollback, recovery, phase } = gameDay;
  const isOpen = gameDay.verdict === undefined && phase !== 'ended';
  const end = instantMs(gameDay.endedAt);
  const rollbackEnd = lastMs(rollback);
  const bounds = [
    { name: 'preflight', fromMs: instantMs(gameDay.startedAt), toMs: instantMs(experiment?.createdAt) ?? lastMs(preflight) },
    { name: 'experiment', fromMs: experimentStartMs(gameDay), toMs: instantMs(experiment?.endedAt) },
    { name: 'rollback', fromMs: rollbackEnd && instantMs(experiment?.endedAt), toMs: rollbackEnd },
    { name: 'recovery', fromMs: recovery.length === 0 ? undefined : rollbackEnd, toMs: lastMs(recovery) ?? end },
  ];
  const known = bounds.flatMap(({ name, fromMs, toMs }) => (fromMs === undefined ? [] : [{ name, fromMs, toMs }]));
  return known.map(({ name, fromMs, toMs }, index) => {
    const isLast = isOpen && index === known.length - 1;
    const words = isLast ? '▸ going on' : '';
    return { group: 'Phases', name, words, tone: 'plain', fromMs, toMs: isLast ? nowMs : (toMs ?? end ?? nowMs) };
  });
}

function actionItems({ gameDay: { experiment, abort }, nowMs }: ReportFacts): readonly TimelineItem[] {
  const actions = (experiment?.actions ?? []).flatMap(({ name, status, startedAt, endedAt }): TimelineItem[] => {
    const fromMs = instantMs(startedAt) ?? (status === 'skipped' ? instantMs(experiment?.startedAt) : undefined);
    if (fromMs === undefined) return [];
    const { words, tone } = actionMarks[status];
    const untilMs = status === 'skipped' ? fromMs : (instantMs(experiment?.endedAt) ?? nowMs);
    return [{ group: 'Experiment', name, words, tone, fromMs, toMs: instantMs(endedAt) ?? untilMs }];
  });
  const atMs = instantMs(abort?.requestedAt ?? abort?.decidedAt);
  if (atMs === undefined) return actions;
  return [...actions, { group: 'Experiment', name: 'stop', words: '🛑 asked for', tone: 'bad', fromMs: atMs, toMs: atMs }];
}

/** From each change for the worse until the next change of the same alarm. */
function alarmItems({ gameDay, nowMs }: ReportFacts): readonly TimelineItem[] {
  const names = [...new Set(gameDay.transitions.map(({ name }) => name))];
  const endMs = instantMs(gameDay.endedAt) ?? nowMs;
  return names.flatMap((name) => {
    const own = gameDay.transitions.filter((transition) => transition.name === name);
    return own.flatMap(({ to, at }, index): TimelineItem[] => {
      const fromMs = instantMs(at);
      if (to === 'OK' || fromMs === undefined) return [];
      const mark =
        to === 'ALARM' ? ({ words: '❗ ALARM', tone: 'bad' } as const) : ({ words: '❔ no data', tone: 'unknown' } as const);
      return [
        { group: 'Alarms', name: shortAlarm(name, gameDay), ...mark, fromMs, toMs: instantMs(own[index + 1]?.at) ?? endMs },
      ];
    });
  });
}

/** Without what all alarms of the environment begin with. */
export function shortAlarm(name: AlarmTransition['name'], gameDay: Pick<GameDay, 'environment'>): string {
  const prefix = `${prefixOf(gameDay)}-`;
  return name.startsWith(prefix) ? name.slice(prefix.length) : name;
}

function rollbackItems({ gameDay: { rollback, experiment, abort } }: ReportFacts): readonly TimelineItem[] {
  const startMs = instantMs(experiment?.endedAt) ?? instantMs(abort?.decidedAt);
  return rollback.flatMap(({ strategy, status, at }, index): TimelineItem[] => {
    const toMs = instantMs(at);
    if (toMs === undefined) return [];
    const fromMs = Math.min(toMs, (index === 0 ? startMs : instantMs(rollback[index - 1]?.at)) ?? toMs);
    return [{ group: 'Rollback', name: strategyWords[strategy], ...rollbackMarks[status], fromMs, toMs }];
  });
}

function recoveryItems({ gameDay, nowMs }: ReportFacts): readonly TimelineItem[] {
  const { recovery, experiment, rollback, endedAt } = gameDay;
  const fromMs = instantMs(experiment?.endedAt) ?? lastMs(rollback);
  if (fromMs === undefined) return [];
  return recovery.map(({ check, status, at }) => {
    const toMs = instantMs(at) ?? instantMs(endedAt) ?? nowMs;
    return { group: 'Recovery', name: checkWords[check], ...recoveryMarks[status], fromMs, toMs };
  });
}

/** When the faults began, as far as AWS has told. */
export function experimentStartMs({ experiment }: GameDay): number | undefined {
  return instantMs(experiment?.startedAt) ?? instantMs(experiment?.createdAt);
}

function lastMs(outcomes: readonly { readonly at?: string }[]): number | undefined {
  const known = knownInstants(outcomes.map(({ at }) => at));
  return known.length === 0 ? undefined : known.reduce((one, other) => Math.max(one, other));
}
