import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { duration, renderEnded, renderRunning } from '../../../src/rehearsal/progress/render.ts';
import type { StepState } from '../../../src/rehearsal/progress/state.ts';

const running: StepState = {
  step: 'platform',
  title: 'Apply the platform',
  status: 'running',
  startedAtMs: 0,
  resources: 200,
  resourcesDone: 50,
  inFlight: new Map([
    ['aws_lb.a', { action: 'create', sinceMs: 1_000 }],
    ['aws_rds_cluster.b', { action: 'create', sinceMs: 11_000 }],
    ['aws_subnet.c', { action: 'create', sinceMs: 60_000 }],
  ]),
};

describe('a running step', () => {
  test('shows how far it is, and the slowest first', () => {
    expect(renderRunning([running], 61_500, 100)).toMatchInlineSnapshot(`
[
  "  Apply the platform 1 min 02 s  █████░░░░░░░░░░░░░░░ 50/200",
  "      create aws_lb.a 1 min 01 s",
  "      create aws_rds_cluster.b 51 s",
]
`);
  });

  test('never wraps: a redrawn line must stay one line', () => {
    const lines = renderRunning([running], 61_500, 20);
    expect(lines.map((line) => line.length)).toEqual([20, 20, 20]);
    expect(lines[0]).toBe('  Apply the platfor…');
  });

  test('is full when there is nothing to do', () => {
    const [line] = renderRunning([{ ...running, resources: 0, resourcesDone: 0, inFlight: new Map() }], 1_000, 100);
    expect(line).toBe('  Apply the platform 1.0 s  ████████████████████ 0/0');
  });
});

test.each([
  [{ status: 'done', endedAtMs: 12_345, seen: '200 added' }, '✔ Apply the platform 12 s  200 added'],
  [{ status: 'failed', endedAtMs: 900 }, '✖ Apply the platform 0.9 s'],
] as const)('a step that has ended is one line: %j', (end, line) => {
  expect(stripVTControlCharacters(renderEnded({ ...running, ...end }))).toBe(line);
});

test.each([
  [0, '0.0 s'],
  [9_949, '9.9 s'],
  [10_000, '10 s'],
  [59_499, '59 s'],
  [59_700, '1 min 00 s'],
  [125_000, '2 min 05 s'],
])('%i ms read as %s', (ms, text) => {
  expect(duration(ms)).toBe(text);
});
