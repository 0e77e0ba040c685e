// Numbers that the documentation quotes.
import { describe, expect, test } from '@jest/globals';
import { fillBlock, type Numbers, renderNumbers } from '../../src/projen/numbers.ts';

const numbers: Numbers = {
  plan: {
    on: '2026-01-31',
    node: '24.1.0',
    cpus: 2,
    outcomes: [
      { what: 'time, against JSON.parse', measured: 1.374, most: 1.5, unit: ' x', digits: 2 },
      { what: 'characters of the comment', measured: 61_234, most: 60_000, unit: '', digits: 0 },
    ],
  },
};

describe('numbers', () => {
  test('are a table, and what is beyond its bound says so', () => {
    expect(renderNumbers(numbers)).toMatchInlineSnapshot(`
"| \`npm run bench --\` | what | measured | at most | on |
|---|---|--:|--:|---|
| \`plan\` | time, against JSON.parse | 1.37 x | 1.50 x | 2026-01-31, Node 24.1.0, 2 CPUs |
| \`plan\` | characters of the comment | **61,234**, beyond it | 60,000 | 2026-01-31, Node 24.1.0, 2 CPUs |"
`);
  });

  test('stand between their markers, and only there', () => {
    const text = 'before\n<!-- numbers -->\nold\n<!-- /numbers -->\nafter';
    const filled = fillBlock(text, 'numbers', 'new');
    expect(filled).toBe('before\n<!-- numbers -->\nnew\n<!-- /numbers -->\nafter');
    expect(fillBlock(filled, 'numbers', 'new')).toBe(filled);
    expect(() => fillBlock('nothing', 'numbers', 'new')).toThrow('there is no <!-- numbers -->');
  });
});
