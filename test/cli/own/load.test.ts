// The definitions of the repository that a command runs in: found from any of its folders, and never silently left out.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { knownDefinitions } from '../../../src/cli/own/known.ts';
import { loadOwnDefinitions } from '../../../src/cli/own/load.ts';
import { catalogue } from '../../../src/kpis/index.ts';
import { runbooks } from '../../../src/runbooks/index.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'opsdeck-own-test-'));
  folders.push(root);
  for (const path of ['.git', '.github/opsdeck/dist', 'stacks/deep']) mkdirSync(join(root, path), { recursive: true });
  write('.github/opsdeck/own.json', '{"file":"ops/own.ts"}');
  write('.github/opsdeck/dist/package.json', '{"type":"module"}');
});

const write = (path: string, content: string) => writeFileSync(join(root, path), content);
const bundle = (own: unknown) => write('.github/opsdeck/dist/definitions.js', `export const own = ${JSON.stringify(own)};`);
const countOrders = { id: 'count-orders', symptoms: [], steps: [] };
const age = { id: 'orders-age', runbook: 'count-orders', aborts: [] };

describe('a repository with definitions of its own', () => {
  test.each(['', 'stacks', 'stacks/deep'])('is known in its folder "%s"', async (folder) => {
    bundle({ runbooks: [countOrders] });
    expect(await loadOwnDefinitions(join(root, folder))).toEqual({ runbooks: [countOrders] });
  });

  test('is not known to a clone below it', async () => {
    bundle({ runbooks: [countOrders] });
    mkdirSync(join(root, 'stacks/.git'));
    expect(await loadOwnDefinitions(join(root, 'stacks/deep'))).toEqual({});
  });

  test('has none once .projenrc names none, whatever is left of the bundles', async () => {
    bundle({ runbooks: [countOrders] });
    rmSync(join(root, '.github/opsdeck/own.json'));
    expect(await loadOwnDefinitions(root)).toEqual({});
  });

  test('adds them to ours', async () => {
    bundle({ runbooks: [countOrders], kpis: [age] });
    const warnings: string[] = [];
    const known = await knownDefinitions(root, (text) => warnings.push(text));
    expect(known.runbooks).toEqual([...runbooks, countOrders]);
    expect(known.catalogue.kpis).toEqual([...catalogue.kpis, age]);
    expect(warnings).toEqual([]);
  });
});

describe('definitions that cannot be used', () => {
  const broken: readonly (readonly [string, () => void, object])[] = [
    ['a source that is no JSON', () => write('.github/opsdeck/own.json', '{'), { code: 'own/source' }],
    [
      'no bundle',
      () => undefined,
      { code: 'own/not-bundled', message: expect.stringContaining('though ops/own.ts has definitions') },
    ],
    [
      'a bundle that throws',
      () => write('.github/opsdeck/dist/definitions.js', "throw new Error('no orders');"),
      {
        code: 'own/not-loaded',
        message: expect.stringMatching(/definitions\.js, made of ops\/own\.ts, cannot be loaded: no orders/),
      },
    ],
    [
      'a bundle of an older Opsdeck, whose ids are taken now',
      () => bundle({ runbooks: [{ id: 'az-evacuation', symptoms: [], steps: [] }] }),
      { code: 'own/definitions', details: ['own.runbooks has "az-evacuation", and so has Opsdeck.'] },
    ],
  ];

  test.each(broken)('are told: %s', async (_what, breakIt, expected) => {
    breakIt();
    await expect(loadOwnDefinitions(root)).rejects.toMatchObject({
      name: 'Failure',
      next: expect.stringContaining('npx projen'),
      ...expected,
    });
  });

  test('do not keep anybody from ours: trouble does not wait', async () => {
    const warnings: string[] = [];
    const known = await knownDefinitions(root, (text) => warnings.push(stripVTControlCharacters(text)));
    expect(known).toEqual({ runbooks, catalogue });
    expect(warnings.map((text) => text.replaceAll(root, '.'))).toEqual([
      [
        '✖ The definitions of this repository cannot be used: ./.github/opsdeck/dist/definitions.js is not there, though ops/own.ts has definitions.',
        '→ Correct the file where it is wrong, run "npx projen", and commit what it writes.',
        '  (own/not-bundled)',
        'Going on with what comes with Opsdeck alone.',
      ].join('\n'),
    ]);
  });
});
