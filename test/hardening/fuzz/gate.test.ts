// The gate and what it says: stacks that are nearly good never break it, and its words fit in a comment and do nothing there.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isAccepted, stacksOfPullRequest } from '../../../src/actions/gate/output.ts';
import { judge } from '../../../src/actions/gate/pass.ts';
import { renderGate, renderGateText } from '../../../src/actions/gate/render.ts';
import { fileOf, textOf } from '../../actions/gate/support.ts';
import { harms } from './support/harmless.ts';
import { expedition, hostileTexts, mutatedText, mutatedValue } from './support/mutate.ts';

const request = { pullRequest: 7, environment: 'staging', region: 'eu-west-2' };
const [guest] = stacksOfPullRequest(request, 7).filter(({ subject }) => subject.service === 'pr-7');
const path = `${guest?.folder}/cdk.tf.json`;
const good = textOf('staging/service-pr-7');

/** Beside the other parts of the comment, of which the plan's are empty then. */
const mostText = 40_000;

function expectGoodWords(content: string): void {
  const verdict = judge([fileOf(content, path)], request);
  const markdown = renderGate(verdict);
  expect(markdown.length).toBeLessThan(mostText);
  expect(harms(markdown)).toEqual([]);
  expect(renderGateText(verdict).length).toBeLessThan(mostText);
}

test('the stack that all of this begins with is accepted', () => {
  expect(isAccepted(judge([fileOf(good, path)], request))).toBe(true);
});

test('texts that are nearly a stack', () => {
  fc.assert(fc.property(mutatedText([good]), expectGoodWords), { ...expedition, numRuns: expedition.numRuns / 2 });
});

test('documents that are nearly a stack', () => {
  const documents = mutatedValue([JSON.parse(good)]).map((value) => JSON.stringify(value) ?? '');
  fc.assert(fc.property(documents, expectGoodWords), { ...expedition, numRuns: expedition.numRuns / 2 });
});

describe('names that somebody chose', () => {
  const texts = hostileTexts.map((text) => [text.slice(0, 30), text] as const);
  test.each(texts)('%j', (_beginning, text) => {
    const resource = {
      [text]: { [text]: { [text]: text, '//': { metadata: { path: text } } } },
      aws_iam_role: { [text]: { name: text } },
    };
    expectGoodWords(JSON.stringify({ ...JSON.parse(good), resource, [text]: text }));
    const verdict = judge([fileOf('{}', `${text}/cdk.tf.json`), fileOf('{}', text)], request);
    expect(renderGate(verdict).length).toBeLessThan(mostText);
    expect(harms(renderGate(verdict))).toEqual([]);
  });

  test('a thousand of them, each as long as may be', () => {
    const resource = Object.fromEntries(
      Array.from({ length: 1000 }, (_, index) => [`aws_${index}_${'x'.repeat(4_000)}`, { a: {} }]),
    );
    expectGoodWords(JSON.stringify({ resource }));
  });
});
