// Words that the journal of a deploy, its report and its failures have in common.
import { isFailure } from '../../define/failure.ts';
import { redactFailure } from '../plan/redact/redact-failure.ts';
import type { DeployJournal } from './journal.ts';

/** More than this nobody reads, and the journal takes no text of more than four times as much. */
const mostCharacters = 1000;

export function cut(text: string, most = mostCharacters): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

/** What went wrong, without what providers quote and must not be read. */
export function wordsOf(error: unknown): string {
  const told = isFailure(error) ? redactFailure(error).message : error instanceof Error ? error.message : String(error);
  return cut(told.replace(/\.+$/, ''));
}

/** What went wrong when an environment was frozen, as a sentence without its full stop. */
export function frozenWords({ kind, release }: Pick<DeployJournal, 'kind' | 'release'>): string {
  const commit = shortSha(release.commit);
  return kind === 'rollback' ? `the rollback to ${commit} has failed` : `the deploy of ${commit} could not be rolled back`;
}

export function shortSha(commit: string): string {
  return commit.slice(0, 7);
}
