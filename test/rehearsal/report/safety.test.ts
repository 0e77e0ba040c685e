// Whatever people write, the report only shows it.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { renderReport } from '../../../src/rehearsal/report/render.ts';
import { sampleReport } from './sample.ts';
import { type Element, findHarm, parseElements } from './support/elements.ts';
import { hostileText, withTexts } from './support/hostile.ts';

/** Elements of the page itself: nothing that a person wrote may add to them, or take from them. */
function skeleton(elements: readonly Element[]): Readonly<Record<string, number>> {
  const count = (accepts: (element: Element) => boolean): number => elements.filter(accepts).length;
  return {
    styles: count(({ name }) => name === 'style'),
    metas: count(({ name }) => name === 'meta'),
    mains: count(({ name }) => name === 'main'),
    ids: count(({ attributes }) => attributes.id !== undefined),
    entries: count(({ attributes }) => attributes.class === 'entry'),
    bodies: count(({ attributes }) => attributes.class === 'markdown'),
    symbols: count(({ name }) => name === 'svg'),
  };
}

describe('the report', () => {
  const expected = skeleton(parseElements(renderReport(sampleReport)));

  test('of hostile texts in every place is a harmless page of the same build', () => {
    fc.assert(
      fc.property(fc.array(hostileText, { minLength: 1, maxLength: 30 }), (texts) => {
        const elements = parseElements(renderReport(withTexts(sampleReport, texts)));
        expect(findHarm(elements)).toEqual([]);
        expect(skeleton(elements)).toEqual(expected);
      }),
      { numRuns: 25 },
    );
  });

  test('is found harmful if a script gets in: the check can fail', () => {
    const page = renderReport(sampleReport);
    expect(findHarm(parseElements(page.replace('<main>', '<main onclick="x"><script>1</script>')))).toEqual([
      '<main {"onclick":"x"}>',
      '<script {}>',
    ]);
  });

  test('forbids the browser everything but its own style sheet', () => {
    const [policy] = /Content-Security-Policy" content="([^"]+)"/.exec(renderReport(sampleReport))?.slice(1) ?? [];
    expect(policy).toMatch(/^default-src &#39;none&#39;; style-src &#39;sha256-[\w+/]{43}=&#39;; img-src data:; base-uri/);
  });
});
