// How long it took to notice, to stop and to recover, each beside the time that there was.
import type { DrillDefinition } from '../../../../define/drill.ts';
import { catalogue } from '../../../../kpis/index.ts';
import { publicationDelaySeconds } from '../../../../ports/metrics.ts';
import type { Times } from '../../game-day.ts';
import type { ReportFacts } from '../facts.ts';
import { spanText } from '../instants.ts';
import { cells, type Section } from '../table.ts';
import { inTime, type Mark, tooLate } from '../words.ts';

type Budgets = Readonly<Record<keyof Times, number>>;

/** One poll of five seconds, and as much again for the request. */
const abortBudgetSeconds = 10;
/** AWS takes about half a minute to end what runs; twice that. */
const stopBudgetSeconds = 60;

export function computeBudgets({ recoverySeconds }: Pick<DrillDefinition, 'recoverySeconds'>): Budgets {
  const reactions = catalogue.kpis
    .filter(({ aborts }) => aborts.some((aborted) => aborted === 'game-day'))
    .map(({ alarm, periodSeconds }) => (alarm?.periods ?? 0) * periodSeconds);
  return {
    detectSeconds: Math.max(...reactions) + publicationDelaySeconds,
    abortSeconds: abortBudgetSeconds,
    stopSeconds: stopBudgetSeconds,
    recoverSeconds: recoverySeconds,
  };
}

const rows: readonly (readonly [keyof Times, string, string])[] = [
  ['detectSeconds', 'Detect', 'first fault to first alarm; the slowest alarm, and the delay of metrics'],
  ['abortSeconds', 'Abort', 'alarm to the request to stop; one poll and one request'],
  ['stopSeconds', 'Stop', 'alarm to the end of the experiment; what AWS takes, twice'],
  ['recoverSeconds', 'Recover', 'end of the experiment to all well; the drill says so'],
];

/** Nothing while nothing was timed, and something still may be. */
export function timesSection({ gameDay, drill }: ReportFacts): Section | undefined {
  if (gameDay.verdict === undefined && Object.values(gameDay.times).length === 0) return undefined;
  const budgets = computeBudgets(drill);
  const hasRung = gameDay.transitions.some(({ to }) => to === 'ALARM');
  const isOver = gameDay.verdict !== undefined;
  const silence = isOver && !hasRung && gameDay.experiment !== undefined ? '➖ no alarm rang' : '➖';
  return {
    id: 'times',
    title: 'Times',
    notes: [],
    rank: 80,
    table: {
      heads: ['time to', 'took', 'budget', 'in time?', 'from ... to; what the budget is made of'],
      rows: rows.map(([key, name, about]) => {
        const took = gameDay.times[key];
        const budget = budgets[key];
        const none: Mark = { words: key === 'recoverSeconds' ? '➖' : silence, tone: 'plain' };
        const mark = took === undefined ? none : took <= budget ? inTime : tooLate;
        return cells(name, took === undefined ? '–' : spanText(took), spanText(budget), mark, about);
      }),
    },
  };
}
