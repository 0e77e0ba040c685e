// Expressions as GitHub evaluates them.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  conditionOf,
  evaluate,
  evaluateBoolean,
  evaluateNumber,
  evaluateText,
  evaluateTexts,
} from '../../../../src/rehearsal/workflows/language/expressions.ts';
import { parseWorkflowFile } from '../../../../src/rehearsal/workflows/language/read-workflow.ts';
import { isMapping } from '../../../../src/rehearsal/workflows/language/template.ts';

const at = 'test.yml:1';
const scope = {
  contexts: {
    github: { ref: 'refs/heads/main', event: { labels: [{ name: 'a' }, { name: 'b' }], number: 7, draft: false } },
    env: { N: '3' },
  },
  functions: { success: () => true, failure: () => false, always: () => true, cancelled: () => false, hashFiles: () => 'hash' },
};
const resultOf = (expression: string) => evaluate({ expression, at }, scope);

test.each([
  ["github.ref == 'REFS/heads/main'", true],
  ['github.event.number > 6 && github.event.number', 7],
  ['github.event.missing.deeper', null],
  ["github.event.missing || 'otherwise'", 'otherwise'],
  ['github.event.labels.*.name', ['a', 'b']],
  ["contains(github.event.labels.*.name, 'b')", true],
  ["github['event'].labels[1].name", 'b'],
  ['fromJSON(\'{"a": [1, null]}\').a', [1, null]],
  ['toJSON(github.event.labels[0])', '{\n  "name": "a"\n}'],
  ["format('{0} it''s {1} {{x}}', 'so', env.N)", "so it's 3 {x}"],
  ["join(github.event.labels.*.name, ', ')", 'a, b'],
  ["startsWith(github.ref, 'refs/heads/') && endsWith(github.ref, 'main')", true],
  ["env.N == 3 && '' == 0 && null == ''", true],
  ["hashFiles('**')", 'hash'],
  ['!cancelled() && (success() || failure())', true],
])('%s', (expression, expected) => {
  expect(resultOf(expression)).toEqual(expected);
});

describe('text around expressions', () => {
  const textOf = async (text: string): Promise<string> => {
    const content = `on: push\njobs: { a: { runs-on: ubuntu-latest, steps: [{ run: ${JSON.stringify(text)} }] } }`;
    const [job] = (await parseWorkflowFile('test.yml', content)).read().jobs;
    const [step] = job?.kind === 'steps' ? job.steps : [];
    return step?.kind === 'run' ? evaluateText(step.run, scope) : 'no step';
  };

  test('stays as it is, whatever quotes and braces it has', async () => {
    const text = fc.string({ maxLength: 20, unit: fc.constantFrom(...'ab\'"{}\\ \n$') }).filter((one) => !one.includes('${{'));
    await fc.assert(
      fc.asyncProperty(text, text, async (before, after) => {
        fc.pre(!`${before}$`.includes('${{') && !before.endsWith('$'));
        expect(await textOf(`x${before}\${{ env.N }}${after}y`)).toBe(`x${before}3${after}y`);
      }),
      { numRuns: 60 },
    );
  });

  test('gets scalars as GitHub writes them', async () => {
    expect(await textOf('${{ true }} ${{ null }}. ${{ 1.50 }} ${{ github.event.draft }}')).toBe('true . 1.5 false');
  });
});

describe('a condition', () => {
  test.each([
    [undefined, 'success()'],
    ['', 'success()'],
    [false, 'success() && (false)'],
    ["github.ref == 'x'", "success() && (github.ref == 'x')"],
    [{ expression: 'env.N', at }, 'success() && (env.N)'],
    ['always()', 'always()'],
    ["!cancelled() && env.N == 'success()'", "!cancelled() && env.N == 'success()'"],
    ["env.N == 'always()'", "success() && (env.N == 'always()')"],
  ])('%j asks for success() unless it asks for a status itself', (template, expected) => {
    expect(conditionOf(template, at).expression).toBe(expected);
  });
});

describe('a wrong value is refused', () => {
  const expression = (text: string) => ({ expression: text, at });
  test.each([
    ['a mapping as text', () => evaluateText(expression('github.event'), scope), 'text was expected'],
    ['text as a mapping', () => evaluateTexts(expression('github.ref'), scope), 'a mapping was expected'],
    ['a list inside of a mapping', () => evaluateTexts(expression('github.event'), scope), 'text was expected'],
    [
      'text as true or false',
      () => evaluateBoolean(expression("'true'"), scope, false),
      'true or false was expected; got "true"',
    ],
    ['text as a number', () => evaluateNumber(expression('env.N'), scope, 1), 'a number was expected; got "3"'],
    ['a function without meaning', () => evaluate(expression('success()'), { contexts: {} }), 'success() has no meaning here'],
    ['no JSON', () => resultOf("fromJSON('{')"), 'The template is not valid. test.yml:1'],
  ])('%s', (_what, evaluateIt, problem) => {
    expect(evaluateIt).toThrow(problem);
  });
});

test('what an expression gives is never taken for an expression', () => {
  const contexts = { github: { event: { expression: 'secrets.KEY', at } }, secrets: { KEY: 'secret' } };
  expect(evaluateTexts({ expression: 'github.event', at }, { contexts })).toEqual({ expression: 'secrets.KEY', at });
});

test('a mapping stays a mapping, in its order', () => {
  const template = new Map([['b', { expression: 'env.N', at }]]);
  expect([isMapping(template), evaluate(template, scope)]).toEqual([true, { b: '3' }]);
});
