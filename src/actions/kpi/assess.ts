// The report of a window as data: every KPI judged and compared, the worst first.
import { type Kpi, type KpiGroup, kpiGroups } from '../../define/kpi.ts';
import type { Series } from '../../ports/metrics.ts';
import { type Budget, computeBudget } from './budget.ts';
import { type Comparison, compare } from './compare.ts';
import { type Evaluation, evaluate } from './evaluate.ts';
import { badnessOf, judge, type Verdict } from './judge.ts';
import { type Answers, answerTo, type Question, type Questions, unknownLimit } from './questions.ts';

export interface KpiRow {
  readonly id: string;
  readonly kpi: Kpi;
  readonly title: string;
  readonly now: Evaluation;
  readonly base?: Evaluation;
  readonly comparison?: Comparison;
  /** In the unit of the KPI. */
  readonly target?: number;
  /** There is a target, but the limit that it is a share of is not known here. */
  readonly isTargetUnknown: boolean;
  readonly verdict: Verdict;
  /** Higher is worse. */
  readonly badness: number;
}

export interface KpiGroupRows {
  readonly group: KpiGroup;
  readonly title: string;
  readonly rows: readonly KpiRow[];
}

export interface Assessment {
  /** The worst first. */
  readonly rows: readonly KpiRow[];
  readonly budgets: readonly Budget[];
}

export interface Asked {
  readonly questions: readonly Questions[];
  readonly answers: Answers;
}

export function assess(now: Asked, base?: Asked): Assessment {
  const inBase = new Map((base?.questions ?? []).flatMap(({ kpis }) => kpis.map((question) => [question.id, question])));
  const rows = now.questions.flatMap(({ kpis }) =>
    kpis.map((question) => rowOf(question, evaluateQuestion(question, now.answers), baseOf(inBase.get(question.id), base))),
  );
  return { rows: worstFirst(rows), budgets: now.questions.flatMap(({ slos }) => budgetsOf(slos, now.answers)) };
}

function baseOf(question: Question | undefined, base: Asked | undefined): Evaluation | undefined {
  if (base === undefined) return undefined;
  return question ? evaluateQuestion(question, base.answers) : { kind: 'unavailable', because: 'it is not measured there' };
}

function evaluateQuestion({ measure, inputs, missing }: Question, answers: Answers): Evaluation {
  if (measure === undefined) return { kind: 'unavailable', because: `nothing was found with a name for: ${missing.join(', ')}` };
  const series: Record<string, Series> = {};
  for (const name in inputs) {
    const query = inputs[name];
    if (query) series[name] = answerTo(query, answers);
  }
  return evaluate(measure, series);
}

function rowOf(question: Question, now: Evaluation, base: Evaluation | undefined): KpiRow {
  const { id, kpi, label } = question;
  const target = typeof kpi.target === 'number' ? kpi.target : undefined;
  return {
    id,
    kpi,
    title: label === undefined ? kpi.title : `${kpi.title} (${label})`,
    now,
    ...(base && { base, comparison: compare(now, base, kpi.good) }),
    ...(target !== undefined && { target }),
    isTargetUnknown: unknownLimit(kpi) !== undefined,
    verdict: judge(now, target, kpi.good),
    badness: badnessOf(now, target, kpi.good),
  };
}

function budgetsOf(slos: Questions['slos'], answers: Answers): readonly Budget[] {
  return slos.map(({ slo, bad, all }) => computeBudget(slo, answerTo(bad, answers), answerTo(all, answers)));
}

export function worstFirst(rows: readonly KpiRow[]): readonly KpiRow[] {
  return rows
    .map((row) => ({ row, rank: rankOf(row) }))
    .sort((one, other) => {
      const byRank = one.rank - other.rank;
      // Two that are infinitely bad differ by NaN.
      return byRank !== 0 || one.row.badness === other.row.badness ? byRank : other.row.badness - one.row.badness;
    })
    .map(({ row }) => row);
}

/** What got worse comes right after what is bad, and what nobody knows before what is well. */
function rankOf({ verdict, comparison }: KpiRow): number {
  const isWorse = comparison?.kind === 'differs' && comparison.direction === 'worse';
  if (verdict === 'breach') return isWorse ? 0 : 1;
  return isWorse ? 2 : { 'insufficient-data': 3, met: 4, 'no-target': 5 }[verdict];
}

/** Groups in the order of their worst rows. */
export function groupRows(rows: readonly KpiRow[]): readonly KpiGroupRows[] {
  const groups = new Map<KpiGroup, KpiRow[]>();
  for (const row of rows) {
    const known = groups.get(row.kpi.group);
    if (known) known.push(row);
    else groups.set(row.kpi.group, [row]);
  }
  return [...groups].map(([group, inGroup]) => ({ group, title: kpiGroups[group], rows: inGroup }));
}

/** What a headline is about: the row that is in breach or got worse most; nothing when all is well. */
export function worstOf({ rows: [first] }: Assessment): KpiRow | undefined {
  return first !== undefined && rankOf(first) <= 2 ? first : undefined;
}

export function countOf({ rows }: Assessment, verdict: Verdict): number {
  return rows.filter((row) => row.verdict === verdict).length;
}
