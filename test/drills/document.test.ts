import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import type { DrillDefinition } from '../../src/define/drill.ts';
import { renderDrillsDocument } from '../../src/drills/document.ts';
import { drills } from '../../src/drills/index.ts';
import { catalogue } from '../../src/kpis/index.ts';

const { kpis } = catalogue;
const [first] = drills;
if (!first) throw new Error('there are no drills');

const rendered = (...some: readonly DrillDefinition[]) => renderDrillsDocument({ drills: some, kpis });

test('docs/drills.md is what the drills say', () => {
  expect(readFileSync('docs/drills.md', 'utf8')).toBe(rendered(...drills));
});

test('every drill has a section, and the command that plays it', () => {
  const text = rendered(...drills);
  for (const { id, isZonal } of drills) {
    expect(text).toContain(`\n## ${id}\n`);
    expect(text).toContain(`\`/game-day run ${id}${isZonal ? ' zone=a' : ''}\``);
  }
});

test('what is done at once is a milestone, what lasts is a bar', () => {
  const text = rendered({
    ...first,
    actions: [
      { name: 'break-it', about: 'Break it', actionId: 'aws:rds:failover-db-cluster', target: 'database' },
      { name: 'watch', about: 'Watch', actionId: 'aws:fis:wait', durationSeconds: 90, after: ['break-it'] },
    ],
  });
  expect(text).toContain('  break-it :milestone, 0, 0\n  watch :0, 90\n```');
  expect(text).toContain('Watch, for 90 s');
});

test('a bar does not end its cell', () => {
  const [action] = first.actions;
  if (!action) throw new Error('the drill has no actions');
  expect(rendered({ ...first, actions: [{ ...action, about: 'One | the other' }] })).toContain('One \\| the other');
});

test('a KPI that there is not is a bug', () => {
  const drill = { ...first, hypothesis: [{ kpi: 'none', tolerated: 1, windowSeconds: 60 }] };
  expect(() => rendered(drill)).toThrow('no KPI is called none');
});

test('a drill that leaves nothing behind says so', () => {
  expect(rendered({ ...first, rollback: [] })).toContain('**Rollback:** nothing to do, FIS itself ends it.');
});
