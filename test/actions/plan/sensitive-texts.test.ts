// Which texts are hidden wherever they turn up.
import { describe, expect, test } from '@jest/globals';
import type { Json } from '../../../src/actions/plan/model.ts';
import { collectSensitive } from '../../../src/actions/plan/read/sensitive-texts.ts';

function collected(value: Json, mask: Json): readonly string[] {
  const texts = new Set<string>();
  collectSensitive(value, mask, texts);
  return [...texts];
}

describe('a parameter of SSM', () => {
  test('that is read as plain text is no secret', () => {
    const value = { value: 'assess-staging', insecure_value: 'assess-staging' };
    expect(collected(value, { value: true })).toEqual([]);
  });

  test.each([
    ['read as a secret', { value: 'hunter2-hunter2', insecure_value: null }],
    ['of another text', { value: 'hunter2-hunter2', insecure_value: 'assess-staging' }],
    ['without a plain twin', { value: 'hunter2-hunter2' }],
  ])('that is %s stays one', (_name, value) => {
    expect(collected(value, { value: true })).toContain('hunter2-hunter2');
  });

  test('is no excuse for what else is marked', () => {
    const value = { value: 'same-same-same', insecure_value: 'same-same-same', token: 'hunter2-hunter2' };
    expect(collected(value, { value: true, token: true })).toContain('hunter2-hunter2');
  });
});
