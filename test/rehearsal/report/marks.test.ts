import { describe, expect, test } from '@jest/globals';
import { renderHtml } from '../../../src/rehearsal/report/html.ts';
import { renderElapsed, renderInstant } from '../../../src/rehearsal/report/instants.ts';
import { initials } from '../../../src/rehearsal/report/marks.ts';

test.each([
  ['github-actions[bot]', 'GA'],
  ['amara', 'A'],
  ['élodie_van.der', 'ÉV'],
  ['𝒜𝒷 x', '𝒜X'],
  ['…', '?'],
  ['', '?'],
])('the initials of %j are %s', (login, expected) => {
  expect(initials(login)).toBe(expected);
});

describe('an instant', () => {
  const noonMs = Date.UTC(2026, 2, 2, 12);

  test('is told in UTC', () => {
    expect(renderHtml(renderInstant(noonMs))).toBe('<time datetime="2026-03-02T12:00:00.000Z">2026-03-02 12:00:00 UTC</time>');
  });

  test.each([
    [0, '+0.0 s'],
    [1_240, '+1.2 s'],
    [72_000, '+1 min 12 s'],
    [-5, '+0.0 s'],
  ])('%i ms after the beginning is %s', (afterMs, expected) => {
    expect(renderHtml(renderElapsed(noonMs + afterMs, noonMs))).toContain(`>${expected}</time>`);
  });
});
