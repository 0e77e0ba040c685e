// The gate against a corpus of hostile stacks: each is an accepted one with one thing changed, and refused for that.
import { describe, expect, test } from '@jest/globals';
import { gateRules, type RuleId } from '../../../src/actions/gate/rules/index.ts';
import { stackNamed } from '../../stacks/support/synthesized.ts';
import { blocks } from './corpus/blocks.ts';
import { files } from './corpus/files.ts';
import { identities } from './corpus/identities.ts';
import { resources } from './corpus/resources.ts';
import { expressions, types } from './corpus/types.ts';
import { gateFiles, gateJson, type Hostile, type Judged, rulesOf, subjects } from './support.ts';

const corpus: readonly Hostile[] = [...files, ...blocks, ...types, ...expressions, ...identities, ...resources];
const labels = Object.keys(subjects) as Judged[];

test.each(labels)('%s is accepted as it is', (label) => {
  const { resources: all } = stackNamed(label);
  expect(gateJson(label, stackNamed(label).json)).toEqual({ kind: 'accepted', stack: expect.any(String), resources: all.length });
});

const judged = new Map<Hostile, readonly RuleId[]>();
function refusedFor(hostile: Hostile): readonly RuleId[] {
  const rules = judged.get(hostile) ?? rulesOf(gateFiles(hostile.of, hostile.files()));
  judged.set(hostile, rules);
  return rules;
}

describe('refused', () => {
  test.each(corpus.map((hostile) => [`${hostile.rule}: ${hostile.name}`, hostile] as const))('%s', (_title, hostile) => {
    expect(refusedFor(hostile)).toContain(hostile.rule);
  });

  test('every rule alone holds something back: without it, that would have passed', () => {
    const alone = new Set(corpus.map(refusedFor).flatMap((rules) => (rules.length === 1 ? rules : [])));
    expect(gateRules.map(({ id }) => id).filter((id) => !alone.has(id))).toEqual([]);
  });

  test('no two entries are called the same', () => {
    const titles = corpus.map(({ of, rule, name }) => `${of} ${rule} ${name}`);
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  });
});
