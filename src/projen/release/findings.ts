// Reads the report of `npm audit`, and keeps what is high or critical in a bundled package.
import satisfies from 'semver/functions/satisfies.js';
import type { BundledPackage } from './bundled.ts';

interface Report {
  readonly error?: unknown;
  readonly vulnerabilities?: Readonly<Record<string, Vulnerability>>;
}

interface Vulnerability {
  readonly name: string;
  readonly via: readonly (string | Advisory)[];
}

/** Names of other packages stand for what those bring along: they have rows of their own. */
interface Advisory {
  readonly title: string;
  readonly url: string;
  readonly severity: string;
  /** Of versions. */
  readonly range: string;
}

/**
 * @param report of `npm audit --json`: https://docs.npmjs.com/cli/commands/npm-audit
 * @throws an Error where there was no answer: no report is not a good report
 */
export function findingsIn(report: unknown, packages: readonly BundledPackage[]): readonly string[] {
  const { error, vulnerabilities } = report as Report;
  if (error !== undefined || vulnerabilities === undefined) {
    throw new Error('npm audit gave no report: the registry does not answer such questions, or cannot be reached.');
  }
  return packages.flatMap(({ name, version }) => {
    const via = vulnerabilities[name]?.via ?? [];
    return via
      .filter((each) => typeof each === 'object')
      .filter(({ severity, range }) => ['high', 'critical'].includes(severity) && satisfies(version, range))
      .map(({ severity, title, url }) => `${name}@${version}: ${severity}, ${title} (${url})`);
  });
}
