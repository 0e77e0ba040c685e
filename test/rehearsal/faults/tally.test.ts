// What the faults of a rehearsal were, as a table.
import { expect, test } from '@jest/globals';
import { renderFaults, sumUpFaults } from '../../../src/rehearsal/faults/tally.ts';

const ofGitHub = [
  { kind: 'GET /a', index: 0, fault: { kind: 'lost' } as const, status: 200 },
  { kind: 'GET /a', index: 1, status: 200 },
  { kind: 'GET /a', index: 2, fault: { kind: 'error', status: 502 } as const },
];
const proxies = [
  { name: 'GitHub', requests: ofGitHub },
  { name: 'AWS', requests: [] },
];

test('counts by kind and by whom they stood before', () => {
  expect(`\n${renderFaults({ percent: 30, seed: 7 }, proxies).join('\n')}\n`).toMatchInlineSnapshot(`
"
faults at 30 %, seed 7         GitHub     AWS
requests of actions                 3       0
answered with 500, 502 or 503       1       0
answered with 429                   0       0
reset before it arrived             0       0
done, and its answer lost           1       0
done, and its answer cut off        0       0
answered late                       0       0
"
`);
});

test('sums them up in a sentence', () => {
  expect(sumUpFaults({ percent: 30, seed: 7 }, proxies)).toMatchInlineSnapshot(
    `"2 of 3 requests went wrong on purpose (30 %, seed 7): 1 answered with 500, 502 or 503, 0 answered with 429, 0 reset before it arrived, 1 done, and its answer lost, 0 done, and its answer cut off, 0 answered late"`,
  );
});
