// The licences of what is bundled: which may be, and the file in which each is told with its words.
import type { BundledPackage } from './bundled.ts';

export const licencesFile = 'dist/THIRD-PARTY-LICENSES.txt';

/** Those that ask for nothing but that they are told: https://spdx.org/licenses/ */
export const allowedLicences: readonly string[] = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'Unlicense',
];

/** Of alternatives one has to be allowed, of several at once all: https://spdx.github.io/spdx-spec/v2.3/SPDX-license-expressions/ */
export function isAllowed(expression: string): boolean {
  const alternatives = expression.replace(/^\((.*)\)$/, '$1').split(' OR ');
  return alternatives.some((one) =>
    one
      .split(' AND ')
      .map((name) => name.trim())
      .every((name) => allowedLicences.includes(name)),
  );
}

export function notAllowed(packages: readonly BundledPackage[]): readonly string[] {
  return packages
    .filter(({ licence }) => !isAllowed(licence))
    .map(({ name, version, licence }) => `${name}@${version}: ${licence || 'no licence'}`);
}

/** Each text once, with all that are under it. */
export function renderLicences(packages: readonly BundledPackage[]): string {
  const byText = new Map<string, BundledPackage[]>();
  for (const each of packages) byText.set(each.licenceText, [...(byText.get(each.licenceText) ?? []), each]);
  const sections = [...byText].map(([text, those]) => {
    const names = those.map(({ name, version, licence }) => `${name} ${version} (${licence})`);
    return [rule, ...names, '', text || `(The package brings no text; its package.json says ${those[0]?.licence}.)`, ''].join(
      '\n',
    );
  });
  return `The bundles of the actions contain parts of these ${packages.length} packages.\n\n${sections.join('\n')}`;
}

const rule = '-'.repeat(100);
