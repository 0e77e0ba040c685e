// A tree of blocks under a budget.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fence, htmlCode } from '../../../src/actions/comment/text.ts';
import { renderTree, smallestBudget, type TreeNode } from '../../../src/actions/comment/tree.ts';

function leaf(risk: number, text: string, body?: string): TreeNode {
  return { risk, text: () => text, ...(body === undefined ? {} : { body: () => fence(body) }) };
}

function group(name: string, children: readonly TreeNode[]): TreeNode {
  return { risk: 0, fold: 'closed', text: () => htmlCode(name), children };
}

const tree = [
  group('data', [leaf(90, 'delete database', 'gone'), leaf(30, 'create table', 'new')]),
  group('web', [leaf(40, 'change alarm', 'threshold')]),
];

describe('a tree', () => {
  test('is rendered whole when there is room', () => {
    expect(renderTree(tree, { budget: 1000 })).toMatchInlineSnapshot(`
"<details><summary><code>data</code></summary>

delete database

\`\`\`
gone
\`\`\`

create table

\`\`\`
new
\`\`\`

</details>

<details><summary><code>web</code></summary>

change alarm

\`\`\`
threshold
\`\`\`

</details>"
`);
  });

  test('drops what ranks lowest, and says how much', () => {
    expect(renderTree(tree, { budget: 300 })).toMatchInlineSnapshot(`
"<details><summary><code>data</code></summary>

delete database

\`\`\`
gone
\`\`\`

*1 omitted*

</details>

*1 omitted*"
`);
  });

  test('renders nothing that is not shown', () => {
    const asked: number[] = [];
    const nodes = Array.from({ length: 1000 }, (_, risk) => ({ risk, text: () => String(asked.push(risk)).padStart(50) }));
    expect(renderTree(nodes, { budget: 600 })).toContain('omitted*');
    expect(asked.length).toBeLessThan(15);
  });

  test('measures what it is told to', () => {
    const nodes = [leaf(2, 'ä'.repeat(50)), leaf(1, 'b')];
    expect(renderTree(nodes, { budget: 140 })).not.toContain('omitted');
    expect(renderTree(nodes, { budget: 140, measure: Buffer.byteLength })).toBe('*2 omitted*');
  });
});

describe('for every tree and budget', () => {
  const text = fc.string({ unit: fc.constantFrom('a', '`', '\n', '<', ' '), minLength: 1, maxLength: 30 });
  const { node } = fc.letrec<{ node: TreeNode }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 3, depthSize: 'small' },
      fc
        .tuple(fc.integer({ min: 0, max: 100 }), text, fc.option(text, { nil: undefined }))
        .map(([risk, one, body]) => leaf(risk, fence(one), body)),
      fc.tuple(text, fc.array(tie('node'), { maxLength: 5 })).map(([name, children]) => group(name, children)),
    ),
  }));
  const nodes = fc.array(node, { maxLength: 8 });
  const leaves = (all: readonly TreeNode[]): readonly TreeNode[] =>
    all.flatMap((one) => (one.children === undefined ? [one] : leaves(one.children)));

  test('the text fits, and everything that opens closes', () => {
    fc.assert(
      fc.property(nodes, fc.integer({ min: smallestBudget, max: 900 }), (all, budget) => {
        const rendered = renderTree(all, { budget });
        expect(rendered.length).toBeLessThanOrEqual(budget);
        const lines = rendered.split('\n');
        expect(lines.filter((line) => line.startsWith('<details>')).length).toBe(
          lines.filter((line) => line === '</details>').length,
        );
        expect(openFences(lines)).toBe(0);
      }),
    );
  });

  test('nothing is shown that ranks below something that is left out, and all that is left out is counted', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 500 }), { maxLength: 30 }),
        fc.integer({ min: smallestBudget, max: 900 }),
        (risks, budget) => {
          const all = risks.map((risk, index) =>
            index % 3 === 0 ? group('g', [leaf(risk, `risk ${risk}`)]) : leaf(risk, `risk ${risk}`),
          );
          const rendered = renderTree(all, { budget });
          const shown = [...rendered.matchAll(/risk (\d+)/g)].map(([, risk]) => Number(risk));
          const sorted = [...risks].sort((one, other) => other - one);
          expect(new Set(shown)).toEqual(new Set(sorted.slice(0, shown.length)));
          const omitted = [...rendered.matchAll(/\*(\d+) omitted\*/g)].reduce((sum, [, count]) => sum + Number(count), 0);
          expect(shown.length + omitted).toBe(leaves(all).length);
        },
      ),
    );
  });
});

/** How many code blocks are open at the end. */
function openFences(lines: readonly string[]): number {
  let open = '';
  for (const line of lines) {
    if (open === '') open = /^`{3,}/.exec(line)?.[0] ?? '';
    else if (line === open) open = '';
  }
  return open === '' ? 0 : 1;
}
