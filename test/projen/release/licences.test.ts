// Licences and bill of materials of packages, whichever they are.
import { describe, expect, test } from '@jest/globals';
import { type BundledPackage, packageFoldersOf } from '../../../src/projen/release/bundled.ts';
import { findingsIn } from '../../../src/projen/release/findings.ts';
import { isAllowed, notAllowed, renderLicences } from '../../../src/projen/release/licences.ts';
import { purlOf, renderSbom } from '../../../src/projen/release/sbom.ts';

const one: BundledPackage = {
  name: '@acme/one',
  version: '1.2.3',
  licence: 'MIT',
  licenceText: 'Do what you like.',
  integrity: `sha512-${Buffer.from('ab').toString('base64')}`,
};
const two: BundledPackage = { ...one, name: 'two', version: '2.0.0' };
const odd: BundledPackage = { name: 'odd', version: '0.0.1', licence: 'GPL-3.0-only', licenceText: '' };

describe('a licence', () => {
  test.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0-only)', true],
    ['MIT AND ISC', true],
    ['MIT AND GPL-3.0-only', false],
    ['GPL-3.0-only', false],
    ['SEE LICENSE IN LICENSE', false],
    ['', false],
  ])('%s', (expression, allowed) => expect(isAllowed(expression)).toBe(allowed));

  test('that is not allowed is told with its package', () => {
    expect(notAllowed([one, odd, { ...odd, licence: '' }])).toEqual(['odd@0.0.1: GPL-3.0-only', 'odd@0.0.1: no licence']);
  });
});

test('the list has each text once', () => {
  const text = renderLicences([one, two, odd]);
  expect(text.match(/Do what you like\./g)).toHaveLength(1);
  expect(text).toContain('@acme/one 1.2.3 (MIT)\ntwo 2.0.0 (MIT)');
  expect(text).toContain('(The package brings no text; its package.json says GPL-3.0-only.)');
});

describe('the bundler tells packages', () => {
  test('of which something is in an output', () => {
    const input = (bytesInOutput: number) => ({ bytesInOutput });
    const inputs = {
      'src/a.ts': input(5),
      'node_modules/two/lib/a.js': input(5),
      'node_modules/two/lib/b.js': input(5),
      'node_modules/@acme/one/node_modules/@acme/deep/a.js': input(1),
      'node_modules/shaken/a.js': input(0),
      'lazy:two': input(3),
    };
    const output = { bytes: 1, imports: [], exports: [], inputs };
    expect(packageFoldersOf({ outputs: { 'dist/a.js': output } })).toEqual([
      'node_modules/@acme/one/node_modules/@acme/deep',
      'node_modules/two',
    ]);
  });
});

describe('the bill of materials', () => {
  test('names each package, where it comes from, and what it hashes to', () => {
    const { components, dependencies } = JSON.parse(renderSbom({ version: '1.0.0', packages: [one] }));
    expect({ components, dependencies }).toEqual({
      components: [
        {
          type: 'library',
          'bom-ref': 'pkg:npm/%40acme/one@1.2.3',
          group: '@acme',
          name: 'one',
          version: '1.2.3',
          purl: 'pkg:npm/%40acme/one@1.2.3',
          licenses: [{ license: { id: 'MIT' } }],
          hashes: [{ alg: 'SHA-512', content: '6162' }],
        },
      ],
      dependencies: [{ ref: 'pkg:npm/opsdeck@1.0.0', dependsOn: ['pkg:npm/%40acme/one@1.2.3'] }],
    });
  });

  test('is the same for the same packages', () => {
    expect(renderSbom({ version: '1.0.0', packages: [one] })).toBe(renderSbom({ version: '1.0.0', packages: [one] }));
    expect(purlOf({ name: 'a', version: '1.0.0+b' })).toBe('pkg:npm/a@1.0.0%2Bb');
  });
});

describe('what npm knows of weaknesses', () => {
  const advisory = { title: 'Slow', url: 'https://github.com/advisories/GHSA-1', severity: 'high', range: '<1.3.0' };
  const report = (via: readonly unknown[], name = '@acme/one') => ({ vulnerabilities: { [name]: { name, via } } });

  test.each([
    ['a high one', report([advisory]), ['@acme/one@1.2.3: high, Slow (https://github.com/advisories/GHSA-1)']],
    ['one of another version', report([{ ...advisory, range: '<1.0.0' }]), []],
    ['a low one', report([{ ...advisory, severity: 'low' }]), []],
    ['one of what is not bundled', report([advisory], 'jest'), []],
    ['one that another brings along', report(['two']), []],
    ['none', { vulnerabilities: {} }, []],
  ])('%s', (_what, given, expected) => expect(findingsIn(given, [one])).toEqual(expected));

  test('is not guessed where the registry does not answer', () => {
    expect(() => findingsIn({ error: { summary: '' } }, [one])).toThrow('npm audit gave no report');
  });
});
