// What was hit, beside what was meant to be.
import type { DrillTarget } from '../../../../define/drill.ts';
import type { ResolvedTarget } from '../../../../ports/experiments.ts';
import type { ReportFacts } from '../facts.ts';
import { type Cell, cells, type Section } from '../table.ts';
import { type Mark, targetWords } from '../words.ts';

interface Comparison {
  readonly target: string;
  readonly expected: readonly string[];
  /** Nothing where AWS does not tell. */
  readonly hit: readonly string[] | undefined;
  readonly definition: DrillTarget | undefined;
}

export function targetsSection(facts: ReportFacts): Section | undefined {
  const { hitTargets, verdict } = facts.gameDay;
  // Not looked for yet.
  if (hitTargets === undefined && facts.gameDay.expectedTargets.length === 0) return undefined;
  const comparisons = compareTargets(facts);
  const resources = comparisons.flatMap(resourceRows);
  const isUntold = hitTargets === undefined && verdict !== undefined && verdict !== 'refused';
  return {
    id: 'targets',
    title: hitTargets === undefined ? 'What is meant to be hit' : 'What was hit',
    notes: isUntold ? ['AWS did not tell what it hit: this is what was meant.'] : [],
    rank: 50,
    table: { heads: ['target', 'what', 'expected', 'hit', 'as expected?'], rows: comparisons.map(comparisonRow) },
    ...(resources.length > 0 && {
      folded: {
        summary: resources.length === 1 ? 'The one resource' : `All ${resources.length} resources`,
        table: { heads: ['resource', 'target', 'expected and hit?'], rows: resources },
      },
    }),
  };
}

function compareTargets({ gameDay, drill }: ReportFacts): readonly Comparison[] {
  const { expectedTargets, hitTargets } = gameDay;
  const names = [...Object.keys(drill.targets), ...[...expectedTargets, ...(hitTargets ?? [])].map(({ target }) => target)];
  const of = (targets: readonly ResolvedTarget[], name: string) =>
    targets.filter(({ target }) => target === name).map(resourceText);
  return [...new Set(names)].map((target) => ({
    target,
    expected: of(expectedTargets, target),
    hit: hitTargets && of(hitTargets, target),
    definition: Object.hasOwn(drill.targets, target) ? drill.targets[target] : undefined,
  }));
}

/** Its ARN, or all that is known of it. */
export function resourceText({ facts }: ResolvedTarget): string {
  const values = Object.values(facts);
  return (
    values.find((value) => value.startsWith('arn:')) ??
    Object.entries(facts)
      .map(([name, value]) => `${name} ${value}`)
      .sort()
      .join(', ')
  );
}

function comparisonRow(comparison: Comparison): readonly Cell[] {
  const { target, expected, hit, definition } = comparison;
  const kind = definition === undefined ? 'not of the drill' : targetWords[definition.kind];
  return cells(target, kind, String(expected.length), hit === undefined ? '–' : String(hit.length), judge(comparison));
}

function judge({ expected, hit, definition }: Comparison): Mark {
  if (hit === undefined) return { words: '➖', tone: 'plain' };
  const missed = expected.filter((each) => !hit.includes(each)).length;
  const extra = hit.filter((each) => !expected.includes(each)).length;
  if (missed + extra > 0) {
    const parts = [missed > 0 ? `${missed} not hit` : '', extra > 0 ? `${extra} not expected` : ''].filter(Boolean);
    return { words: `❌ ${parts.join(', ')}`, tone: 'bad' };
  }
  if (hit.length > 0) return { words: '✅ yes', tone: 'good' };
  return definition?.mayBeEmpty === undefined
    ? { words: '❔ nothing to hit', tone: 'unknown' }
    : { words: `➖ nothing: ${definition.mayBeEmpty}`, tone: 'plain' };
}

/** Differences first. */
function resourceRows({ target, expected, hit }: Comparison): readonly (readonly Cell[])[] {
  const rows = [...new Set([...expected, ...(hit ?? [])])].map((resource) => {
    const [isExpected, isHit] = [expected.includes(resource), hit?.includes(resource)];
    const isOdd = isHit !== undefined && isHit !== isExpected;
    return { isOdd, row: cells(resource, target, resourceMark(isExpected, isHit)) };
  });
  return rows.toSorted((one, other) => Number(other.isOdd) - Number(one.isOdd)).map(({ row }) => row);
}

function resourceMark(isExpected: boolean, isHit: boolean | undefined): Mark {
  if (isHit === undefined) return { words: '➖ expected', tone: 'plain' };
  if (isExpected && isHit) return { words: '✅ hit', tone: 'good' };
  return isHit ? { words: '❌ hit, but not expected', tone: 'bad' } : { words: '❌ expected, but not hit', tone: 'bad' };
}
