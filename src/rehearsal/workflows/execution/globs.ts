// The glob patterns of hashFiles() and of artifacts: `*`, `**`, `?`, `[...]`, and `!` in front to leave files out.
import { readdirSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';

const special = /\*\*\/|\*\*|\*|\?|\[[^\]]+\]|./gsu;

function regexPart(token: string): string {
  if (token === '**/') return '(?:.*/)?';
  if (token === '**') return '.*';
  if (token === '*') return '[^/]*';
  if (token === '?') return '[^/]';
  if (token.startsWith('[') && token.length > 1) return token.replace(/^\[!/, '[^');
  return token.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}

/** A pattern for absolute paths: what it matches, and everything below that. */
export function globToRegex(pattern: string): RegExp {
  const source = (pattern.replace(/\/+$/, '').match(special) ?? []).map(regexPart).join('');
  return new RegExp(`^${source}(?:/.*)?$`, 's');
}

export interface GlobSearch {
  /** Where relative patterns start. */
  readonly folder: string;
  readonly patterns: readonly string[];
  /** Files and folders whose name begins with a dot. */
  readonly includeHidden: boolean;
}

/** The files that match, as absolute and sorted paths; a later pattern decides over an earlier one. */
export function findFiles({ folder, patterns, includeHidden }: GlobSearch): readonly string[] {
  const rules = patterns.map((pattern) => {
    const negated = pattern.startsWith('!');
    const path = negated ? pattern.slice(1) : pattern;
    return { negated, regex: globToRegex(isAbsolute(path) ? path : join(folder, path)) };
  });
  const matches = (path: string): boolean =>
    rules.reduce((matched, { negated, regex }) => (regex.test(path) ? !negated : matched), false);
  const roots = new Set(patterns.filter((pattern) => !pattern.startsWith('!')).map((pattern) => searchRoot(folder, pattern)));
  const found = [...roots].flatMap((root) => filesBelow(root, includeHidden)).filter(matches);
  return [...new Set(found)].sort();
}

/** The deepest folder (or the one file) in which everything that matches must be. */
export function searchRoot(folder: string, pattern: string): string {
  const segments = (isAbsolute(pattern) ? pattern : join(folder, pattern)).split('/');
  const firstSpecial = segments.findIndex((segment) => /[*?[]/.test(segment));
  return resolve(segments.slice(0, firstSpecial < 0 ? undefined : firstSpecial).join('/') || '/');
}

function filesBelow(path: string, includeHidden: boolean): readonly string[] {
  const entries = entriesOf(path);
  if (entries === 'missing') return [];
  if (entries === 'a file') return [path];
  return entries
    .filter(({ name }) => includeHidden || !name.startsWith('.'))
    .flatMap((entry) => {
      const child = join(path, entry.name);
      return entry.isDirectory() ? filesBelow(child, includeHidden) : entry.isFile() ? [child] : [];
    });
}

function entriesOf(path: string) {
  try {
    return readdirSync(path, { withFileTypes: true });
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOTDIR' ? 'a file' : 'missing';
  }
}
