// The checks before anything was injected: what is bad or unknown first, the rest folded away.
import type { PreflightFinding } from '../../game-day.ts';
import type { ReportFacts } from '../facts.ts';
import { clockText } from '../instants.ts';
import { cells, type Section, type Table } from '../table.ts';
import { findingMarks } from '../words.ts';

const order = ['bad', 'unknown', 'ok'] as const;

export function preflightSection({ gameDay: { preflight } }: ReportFacts): Section | undefined {
  if (preflight.length === 0) return undefined;
  const [bad, unknown, ok] = order.map((status) => preflight.filter((finding) => finding.status === status));
  const open = [...(bad ?? []), ...(unknown ?? [])];
  const good = ok ?? [];
  return {
    id: 'preflight',
    title: 'Before it began',
    notes: [
      open.length === 0
        ? `${good.length === 1 ? 'The one check was' : `All ${good.length} checks were`} good.`
        : `${open.length} of ${preflight.length} checks were not good.`,
    ],
    rank: open.length > 0 ? 82 : 40,
    ...(open.length > 0 && { table: tableOf(open) }),
    ...(good.length > 0 && {
      folded: {
        summary: good.length === 1 ? 'One check that was good' : `${good.length} checks that were good`,
        table: tableOf(good),
      },
    }),
  };
}

function tableOf(findings: readonly PreflightFinding[]): Table {
  return {
    heads: ['check', 'outcome', 'what was seen', 'at (UTC)'],
    rows: findings.map(({ title, status, words, at }) => cells(title, findingMarks[status], words, clockText(at))),
  };
}
