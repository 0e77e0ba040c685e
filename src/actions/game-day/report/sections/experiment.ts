// What FIS did, action by action, what the alarms did meanwhile, and what that costs.
import type { ExperimentAction } from '../../../../ports/experiments.ts';
import type { ReportFacts } from '../facts.ts';
import { clockText } from '../instants.ts';
import { type Cell, cells, type Section } from '../table.ts';
import { shortAlarm } from '../timeline.ts';
import { actionMarks, type Mark } from '../words.ts';

const dollars = new Intl.NumberFormat('en', { style: 'currency', currency: 'USD' });

export function experimentSection({ gameDay, drill }: ReportFacts): Section | undefined {
  const { experiment, transitions, costUsd } = gameDay;
  if (experiment === undefined) return undefined;
  const about = new Map(drill.actions.map((action) => [action.name, action.about]));
  const reason = experiment.reason === '' ? '' : `: ${experiment.reason}`;
  return {
    id: 'experiment',
    title: 'What was done',
    notes: [
      `Experiment ${experiment.id} of the template ${experiment.templateId}: ${experiment.status}${reason}`,
      ...(costUsd > 0 ? [`Cost of the experiment: ${dollars.format(costUsd)}, at $0.10 for each minute of an action.`] : []),
    ],
    rank: 60,
    table: {
      heads: ['action', 'what it does', 'status', 'from', 'to'],
      rows: experiment.actions.map((action) => actionRow(action, about.get(action.name) ?? action.actionId)),
    },
    ...(transitions.length > 0 && {
      folded: {
        summary: transitions.length === 1 ? 'One change of an alarm' : `${transitions.length} changes of alarms`,
        table: {
          heads: ['alarm', 'at (UTC)', 'from', 'to'],
          rows: transitions.map(({ name, at, from, to }) => cells(shortAlarm(name, gameDay), clockText(at), from, stateMark(to))),
        },
      },
    }),
  };
}

function actionRow({ name, status, reason, startedAt, endedAt }: ExperimentAction, about: string): readonly Cell[] {
  const { words, tone } = actionMarks[status];
  const why = reason === undefined || reason === '' ? words : `${words}: ${reason}`;
  return cells(name, about, { words: why, tone }, clockText(startedAt), clockText(endedAt));
}

function stateMark(state: string): Mark {
  if (state === 'ALARM') return { words: '❗ ALARM', tone: 'bad' };
  return state === 'OK' ? { words: '✅ OK', tone: 'good' } : { words: `❔ ${state}`, tone: 'unknown' };
}
