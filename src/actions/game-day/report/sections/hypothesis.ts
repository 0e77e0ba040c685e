// What should hold for users: tolerated, before, at the worst, and in the zone that was hit beside the others.
import type { KpiOutcome } from '../../game-day.ts';
import { amountText, findKpi, toleratedText } from '../amounts.ts';
import type { ReportFacts } from '../facts.ts';
import { spanText } from '../instants.ts';
import { type Cell, cells, type Section } from '../table.ts';
import { kpiMarks } from '../words.ts';

export function hypothesisSection(facts: ReportFacts): Section {
  const { gameDay, drill } = facts;
  const measured = gameDay.kpis.map((outcome) => measuredRow(outcome, facts));
  const open = drill.hypothesis
    .filter(({ kpi }) => gameDay.kpis.every((outcome) => outcome.kpi !== kpi))
    .map(({ kpi, tolerated }) => {
      const row = findKpi(kpi);
      const unit = row?.unit ?? '';
      const isLost = gameDay.verdict !== undefined;
      const status = { words: isLost ? '➖ not measured' : '➖ not measured yet', tone: 'plain' } as const;
      return cells(row?.title ?? kpi, limitText(kpi, tolerated, unit, facts), '–', '–', ...zoneCells(facts), status);
    });
  const zoneHeads = drill.isZonal ? ['other zones (control)', `${gameDay.zone ?? 'its zone'} (hit)`] : [];
  return {
    id: 'hypothesis',
    title: 'Did it hold for users?',
    notes: drill.isZonal
      ? ['The zones that were not hit are the control: what is bad there, too, has spread, or has another cause.']
      : [],
    rank: 85,
    table: {
      heads: ['KPI', 'tolerated', 'before', 'worst during', ...zoneHeads, 'held?'],
      rows: [...measured, ...open],
    },
  };
}

function measuredRow(outcome: KpiOutcome, facts: ReportFacts): readonly Cell[] {
  const { kpi, title, unit, tolerated, before, worst, status } = outcome;
  const limit = limitText(kpi, tolerated, unit, facts);
  return cells(title, limit, amountText(before, unit), amountText(worst, unit), ...zoneCells(facts, outcome), kpiMarks[status]);
}

/** `≤ 1 % over 5 min` */
function limitText(kpi: string, tolerated: number, unit: string, { drill }: ReportFacts): string {
  const expectation = drill.hypothesis.find((each) => each.kpi === kpi);
  const window = expectation === undefined ? '' : ` over ${spanText(expectation.windowSeconds)}`;
  return toleratedText(kpi, tolerated, unit) + window;
}

function zoneCells({ drill }: ReportFacts, outcome?: KpiOutcome): readonly string[] {
  if (!drill.isZonal) return [];
  return [outcome?.control, outcome?.experiment].map((value) => amountText(value, outcome?.unit ?? ''));
}
