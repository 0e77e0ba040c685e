// The comment that several jobs write into.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { composeComment, readSlots, type SlotTexts, slotNames } from '../../../src/actions/comment/slots.ts';

describe('a comment of slots', () => {
  test('stands in the order in which it is read, whoever wrote first', () => {
    const first = composeComment('', { changes: 'what changes', verdict: '1 to add' });
    expect(composeComment(first, { preview: 'up' })).toMatchInlineSnapshot(`
      "<!-- opsdeck:slot verdict -->
      1 to add
      <!-- opsdeck:end verdict -->

      <!-- opsdeck:slot preview -->
      up
      <!-- opsdeck:end preview -->

      <!-- opsdeck:slot changes -->
      what changes
      <!-- opsdeck:end changes -->"
    `);
  });

  test('loses a slot by an empty text', () => {
    expect(composeComment(composeComment('', { danger: 'deletes', verdict: 'x' }), { danger: '' })).toBe(
      composeComment('', { verdict: 'x' }),
    );
  });

  test('drops what somebody wrote between the slots', () => {
    const edited = `${composeComment('', { verdict: 'x' })}\n\n/apply everything`;
    expect(composeComment(edited, {})).toBe(composeComment('', { verdict: 'x' }));
  });

  test('survives what GitHub does to line ends', () => {
    expect(readSlots(composeComment('', { verdict: 'a\nb' }).replaceAll('\n', '\r\n'))).toEqual({ verdict: 'a\nb' });
  });

  const anyText = fc.oneof(
    fc.string(),
    fc.constantFrom('<!-- opsdeck:end verdict -->', '<!-- opsdeck:slot drift -->\nx\n<!-- opsdeck:end drift -->', 'a\n\nb'),
  );
  const anySlots = fc.dictionary(fc.constantFrom(...slotNames), anyText) as fc.Arbitrary<SlotTexts>;

  test('keeps every slot apart, whatever stands in it', () => {
    fc.assert(
      fc.property(anySlots, anySlots, (before, updates) => {
        const after = readSlots(composeComment(composeComment('', before), updates));
        const written = Object.entries({ ...before, ...updates }).filter(([, text]) => text.trim() !== '');
        expect(Object.keys(after).toSorted()).toEqual(written.map(([name]) => name).toSorted());
      }),
    );
  });
});
