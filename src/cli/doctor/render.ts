// What the doctor found, for a terminal and for scripts: one line a finding, with the fix.
import pc from 'picocolors';
import { renderColumns } from '../runbook/wrap.ts';
import { areas, type Finding, type FindingState, isWell } from './findings.ts';

const marks: Readonly<Record<FindingState, string>> = {
  ok: pc.green('✔'),
  wrong: pc.red('✖'),
  advice: pc.yellow('!'),
  'not-asked': pc.dim('?'),
};

export function renderFindings(findings: readonly Finding[], width: number): readonly string[] {
  const rows = groupAlike(findings);
  const widest = Math.max(0, ...rows.map(({ subject }) => subject.length));
  const sections = areas.flatMap((area) => {
    const those = rows.filter((finding) => finding.area === area);
    if (those.length === 0) return [];
    return [pc.bold(area), ...those.flatMap((finding) => renderFinding(finding, widest, width)), ''];
  });
  return [...sections, renderVerdict(findings)];
}

/** What is the same for several is said once, with all their names. */
function groupAlike(findings: readonly Finding[]): readonly Finding[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = JSON.stringify([finding.area, finding.state, finding.says, finding.fix]);
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first || group.length === 1) return group;
    const isOneCheck = new Set(group.map(({ check }) => check)).size === 1;
    const subject = isOneCheck ? first.check : 'not asked';
    return [{ ...first, subject, says: `${group.map((each) => each.subject).join(', ')}: ${first.says}` }];
  });
}

function renderFinding({ state, subject, says, fix }: Finding, widest: number, width: number): readonly string[] {
  const text = fix ? `${says} → ${fix}` : says;
  const paint = (cell: string, column: number): string => (column === 1 && state === 'not-asked' ? pc.dim(cell) : cell);
  const [row = ''] = renderColumns([[subject.padEnd(widest), text]], { width, indent: 4, paint });
  return [`  ${marks[state]} ${row.trimStart()}`];
}

function renderVerdict(findings: readonly Finding[]): string {
  const count = (state: FindingState): number => findings.filter((finding) => finding.state === state).length;
  const parts = [
    count('wrong') > 0 ? pc.red(`${count('wrong')} wrong`) : pc.green('nothing wrong'),
    `${count('ok')} well`,
    ...(count('advice') > 0 ? [`${count('advice')} could be better`] : []),
    ...(count('not-asked') > 0 ? [`${count('not-asked')} not asked`] : []),
  ];
  return parts.join(', ');
}

export function findingsAsJson(findings: readonly Finding[]): object {
  return { isWell: isWell(findings), findings };
}
