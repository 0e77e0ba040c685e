import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { renderKpisDocument } from '../../src/kpis/document.ts';
import { catalogue } from '../../src/kpis/index.ts';

const [first] = catalogue.kpis;
if (!first) throw new Error('the catalogue is empty');

test('docs/kpis.md is what the catalogue says', () => {
  expect(readFileSync('docs/kpis.md', 'utf8')).toBe(renderKpisDocument(catalogue));
});

test('a group without a KPI has no heading, and no objectives have no section', () => {
  const headings = renderKpisDocument({ kpis: [first], slos: [] })
    .split('\n')
    .filter((line) => line.startsWith('#'));
  expect(headings).toEqual(['# KPIs', '## Edge']);
});

test('a bar does not end its cell', () => {
  const text = renderKpisDocument({ kpis: [{ ...first, about: 'One | the other' }], slos: [] });
  expect(text).toContain('One \\| the other');
});
