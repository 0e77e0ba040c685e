// Reads from git what was released last, and what was changed since.
import rcompare from 'semver/functions/rcompare.js';
import type { Commit } from './commits.ts';
import type { Tools } from './tools.ts';

export interface History {
  readonly head: string;
  /** The version that the head is tagged with already: a release that did not come to its end. */
  readonly begun?: string;
  /** The newest version before that. */
  readonly last?: string;
  /** Since then, newest first. */
  readonly commits: readonly Commit[];
  readonly tags: readonly string[];
  /** Commit by moving tag: `v0`, `v1`. */
  readonly moving: Readonly<Record<string, string>>;
}

export function readHistory({ ask }: Pick<Tools, 'ask'>): History {
  const head = ask('git', 'rev-parse', 'HEAD');
  const tags = linesOf(ask('git', 'tag', '--list', 'v*'));
  const reached = versionsIn(linesOf(ask('git', 'tag', '--list', 'v*', '--merged', 'HEAD')));
  const [begun] = versionsIn(linesOf(ask('git', 'tag', '--list', 'v*', '--points-at', 'HEAD')));
  const last = reached.find((version) => version !== begun);
  const range = last === undefined ? 'HEAD' : `v${last}..HEAD`;
  const log = ask('git', 'log', '--no-merges', '--format=%H%x1f%B%x1e', range, '--');
  const commits = log
    .split('\u001e')
    .map((entry) => entry.trim().split('\u001f'))
    .flatMap(([sha = '', message = '']) => (sha === '' ? [] : [{ sha, message }]));
  const majors = tags.filter((tag) => /^v\d+$/.test(tag));
  const moving = Object.fromEntries(majors.map((tag) => [tag, ask('git', 'rev-list', '-n', '1', tag)]));
  return { head, ...(begun && { begun }), ...(last && { last }), commits, tags, moving };
}

/** Newest first. */
function versionsIn(tags: readonly string[]): readonly string[] {
  return tags
    .filter((tag) => /^v\d+\.\d+\.\d+$/.test(tag))
    .map((tag) => tag.slice(1))
    .sort(rcompare);
}

function linesOf(text: string): readonly string[] {
  return text.split('\n').filter(Boolean);
}
