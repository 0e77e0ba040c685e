// Whatever anybody says, as it may be written down: without secrets, and short enough to be read again.
import type { Change } from '../../../define/runbook.ts';
import { createRedactor } from '../../plan/redact/redact.ts';

/** Nothing tells here what is secret: names, shapes and randomness have to do. */
const redactor = createRedactor([]);
const longestWords = 1000;

export function cleanWords(words: string): string {
  const clean = redactor.text(words);
  return clean.length > longestWords ? `${clean.slice(0, longestWords - 1)}…` : clean;
}

/** Without a full stop, of whatever was thrown. */
export function wordsOf(error: unknown): string {
  return cleanWords(error instanceof Error ? error.message : String(error)).replace(/\.$/, '');
}

export function cleanChanges(changes: readonly Change[]): readonly Change[] {
  return changes.map(({ what, from, to }) => ({ what: cleanWords(what), from: cleanWords(from), to: cleanWords(to) }));
}
