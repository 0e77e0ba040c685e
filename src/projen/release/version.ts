// Decides which version comes next: after what was changed since the last one, or as somebody asks.
import gt from 'semver/functions/gt.js';
import inc from 'semver/functions/inc.js';
import major from 'semver/functions/major.js';
import valid from 'semver/functions/valid.js';
import type { Change } from './commits.ts';

export type Level = 'major' | 'minor' | 'patch';

export type Decision =
  | { readonly kind: 'release'; readonly version: string; readonly level: Level | 'first' | 'asked' }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'refused'; readonly why: string };

/** What nobody who uses it notices. */
const silentTypes: readonly string[] = ['build', 'chore', 'ci', 'docs', 'refactor', 'style', 'test'];

const firstVersion = '0.1.0';

export interface Since {
  /** Without `v`; none before the first release. */
  readonly last?: string | undefined;
  readonly changes: readonly Change[];
  /** What somebody wants it to be: how 1.0.0 comes about. */
  readonly asked?: string | undefined;
}

export function decideVersion({ last, changes, asked }: Since): Decision {
  if (asked) return decideAsked(asked, last);
  if (last === undefined) return { kind: 'release', version: firstVersion, level: 'first' };
  const found = levelOf(changes);
  if (found === undefined) return { kind: 'nothing' };
  const level = major(last) === 0 ? beforeOne[found] : found;
  const version = inc(last, level);
  return version === null ? { kind: 'refused', why: `${last} is no version` } : { kind: 'release', version, level };
}

/** Before 1.0, `^0.3.1` takes patches only: what breaks is a minor, everything else a patch. https://semver.org/#spec-item-4 */
const beforeOne: Readonly<Record<Level, Level>> = { major: 'minor', minor: 'patch', patch: 'patch' };

export function levelOf(changes: readonly Change[]): Level | undefined {
  if (changes.some(({ breaking }) => breaking !== undefined)) return 'major';
  if (changes.some(({ type }) => type === 'feat')) return 'minor';
  return changes.some(({ type }) => !silentTypes.includes(type)) ? 'patch' : undefined;
}

function decideAsked(asked: string, last: string | undefined): Decision {
  const version = valid(asked);
  if (version === null || version !== asked || version.includes('-')) {
    return { kind: 'refused', why: `${JSON.stringify(asked)} is no version: three numbers, without "v"` };
  }
  if (last !== undefined && !gt(version, last)) return { kind: 'refused', why: `${version} does not come after ${last}` };
  return { kind: 'release', version, level: 'asked' };
}

/** The tag that moves with every release of the same major: what workflows name. */
export function movingTagOf(version: string): string {
  return `v${major(version)}`;
}
