// What made an incident better first: a deploy, a rollback or a runbook that has changed something, or that the alarm was OK.
import type { Incident, Moment } from './incident.ts';
import type { Suspect } from './suspects.ts';

/**
 * What ended before it rang was no answer to it.
 *
 * @param resolved when the alarm was OK for good, once that is so
 */
export function mitigationOf(
  { openedAt, mitigated }: Pick<Incident, 'openedAt' | 'mitigated'>,
  suspects: readonly Suspect[],
  resolved?: Moment,
): Moment | undefined {
  const changes = suspects.flatMap(({ hasChanged, words, endedAt }) =>
    hasChanged && endedAt !== undefined && endedAt > openedAt ? [{ at: endedAt, words }] : [],
  );
  const all = [...(mitigated ? [mitigated] : []), ...changes, ...(resolved ? [resolved] : [])];
  return [...all].sort((one, other) => one.at.localeCompare(other.at))[0];
}
