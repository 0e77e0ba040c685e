// GitHub's filter patterns for branches, tags and paths.
import { failure } from '../../../define/failure.ts';

const special = /\*\*\/|\*\*|\*|\\.|\[[^\]]*\]|[?+]|[.^${}()|/-]|./gsu;

function regexPart(token: string): string {
  if (token === '**/') return '(?:.*/)?';
  if (token === '**') return '.*';
  if (token === '*') return '[^/]*';
  // As in a regular expression: none or one, one or more of the character before.
  if (token === '?' || token === '+') return token;
  if (token.startsWith('[') && token.length > 1) return token;
  const character = token.startsWith('\\') ? token.slice(1) : token;
  return character.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}

/**
 * https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#filter-pattern-cheat-sheet
 *
 * @throws a Failure `workflow/invalid` for a pattern that is none
 */
export function patternToRegex(pattern: string): RegExp {
  const source = (pattern.match(special) ?? []).map(regexPart).join('');
  try {
    return new RegExp(`^${source}$`, 's');
  } catch (cause) {
    throw failure({
      code: 'workflow/invalid',
      what: `"${pattern}" is not a filter pattern.`,
      next: 'Look at the cheat sheet of filter patterns in GitHub’s workflow syntax.',
      cause,
    });
  }
}

/** In order: a later `!pattern` takes back what matched, and a later pattern lets it in again. */
export function matchesPatterns(value: string, patterns: readonly string[]): boolean {
  return patterns.reduce((matched, pattern) => {
    if (pattern.startsWith('!')) return matched && !patternToRegex(pattern.slice(1)).test(value);
    return matched || patternToRegex(pattern).test(value);
  }, false);
}
