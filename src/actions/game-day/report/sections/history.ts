// The latest runs of the same drill.
import type { ReportFacts } from '../facts.ts';
import { dateText, spanText } from '../instants.ts';
import { cells, type Section } from '../table.ts';
import { verdictMarks } from '../words.ts';

export function historySection({ history }: ReportFacts): Section | undefined {
  if (history.length === 0) return undefined;
  const took = (seconds: number | undefined) => (seconds === undefined ? '–' : spanText(seconds));
  return {
    id: 'history',
    title: 'Earlier runs of this drill',
    notes: [],
    rank: 30,
    table: {
      heads: ['run', 'zone', 'verdict', 'detect', 'abort', 'recover', 'why'],
      rows: history.map(({ startedAt, zone, verdict, times, because, issueUrl }) =>
        cells(
          { words: dateText(startedAt), ...(issueUrl !== undefined && { url: issueUrl }) },
          zone ?? '–',
          verdictMarks[verdict],
          took(times.detectSeconds),
          took(times.abortSeconds),
          took(times.recoverSeconds),
          because,
        ),
      ),
    },
  };
}
