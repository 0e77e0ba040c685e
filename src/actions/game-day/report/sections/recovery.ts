// What was put right, and what recovered when.
import type { ReportFacts } from '../facts.ts';
import { clockText, instantMs, spanText } from '../instants.ts';
import { cells, type Section } from '../table.ts';
import { checkWords, recoveryMarks, rollbackMarks, strategyWords } from '../words.ts';

export function rollbackSection({ gameDay: { rollback } }: ReportFacts): Section | undefined {
  if (rollback.length === 0) return undefined;
  return {
    id: 'rollback',
    title: 'Rollback',
    notes: [],
    rank: rollback.some(({ status }) => status === 'failed') ? 90 : 70,
    table: {
      heads: ['what', 'outcome', 'what was done', 'at (UTC)'],
      rows: rollback.map(({ strategy, status, words, at }) =>
        cells(strategyWords[strategy], rollbackMarks[status], words, clockText(at)),
      ),
    },
  };
}

export function recoverySection({ gameDay, drill }: ReportFacts): Section | undefined {
  const { recovery, experiment } = gameDay;
  if (recovery.length === 0) return undefined;
  const endMs = instantMs(experiment?.endedAt);
  const afterText = (at: string | undefined): string => {
    const ms = instantMs(at);
    return ms === undefined || endMs === undefined ? '–' : spanText((ms - endMs) / 1000);
  };
  return {
    id: 'recovery',
    title: 'Recovery',
    notes: [`All of it is to be true within ${spanText(drill.recoverySeconds)} of the end of the experiment.`],
    rank: recovery.some(({ status }) => status !== 'ok') ? 88 : 70,
    table: {
      heads: ['what', 'outcome', 'what was seen', 'at (UTC)', 'after'],
      rows: recovery.map(({ check, status, words, at }) =>
        cells(checkWords[check], recoveryMarks[status], words, clockText(at), afterText(at)),
      ),
    },
  };
}
