// What came of the acts, as a terminal shows it.
import { expect, test } from '@jest/globals';
import { renderRows } from '../../../src/rehearsal/operations/table.ts';

test('each act has a row, and what did not happen has no time', () => {
  const rows = [
    { act: 'Lose a zone', verdict: 'PASS', seconds: { recover: 234.6 }, because: 'The hypothesis held.' },
    { act: 'Start while an alarm rings', verdict: 'REFUSED', seconds: { abort: 0 }, because: '' },
  ];
  expect(renderRows(rows, ['abort', 'recover']).join('\n')).toMatchInlineSnapshot(`
"                            verdict  abort  recover
Lose a zone                 PASS     –      235 s    The hypothesis held.
Start while an alarm rings  REFUSED  0 s    –"
`);
});
