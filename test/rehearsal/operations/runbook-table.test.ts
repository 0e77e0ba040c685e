// What came of playing the runbooks, as a terminal and the documentation show it.
import { expect, test } from '@jest/globals';
import { measuredOf, renderRunbookRows } from '../../../src/rehearsal/operations/runbook-table.ts';
import { parseMeasured } from '../../../src/runbooks/document.ts';

const rows = [
  { runbook: 'ecs-scale', runSeconds: 41.4, failure: 'ecs:UpdateService denied', undoSeconds: 6.6 },
  { runbook: 'rotate-database-secret', runSeconds: 61, failure: 'secretsmanager:DescribeSecret denied' },
  { runbook: 'collect-diagnostics', runSeconds: 44 },
];

test('each runbook has a row: what failed in its middle, and whether that was undone', () => {
  expect(renderRunbookRows(rows).join('\n')).toMatchInlineSnapshot(`
"runbook                 plan   run         planted failure                       undone
ecs-scale               ready  done, 41 s  ecs:UpdateService denied              all, 7 s
rotate-database-secret  ready  done, 61 s  secretsmanager:DescribeSecret denied  nobody can
collect-diagnostics     ready  done, 44 s  – (it changes nothing)                –"
`);
});

test('the documentation gets whole seconds, by the name of the runbook', () => {
  const measured = measuredOf(rows);
  expect(measured).toEqual({
    'collect-diagnostics': { runSeconds: 44 },
    'ecs-scale': { runSeconds: 41, undoSeconds: 7 },
    'rotate-database-secret': { runSeconds: 61 },
  });
  expect(Object.keys(measured)).toEqual(Object.keys(measured).toSorted());
  expect(parseMeasured(JSON.stringify(measured))).toEqual(measured);
});
