// Decides whether a command makes sense where it was given: on a pull request, on any issue, on one that an alarm has opened.
import type { CommandDefinition } from '../../define/command.ts';
import { inlineCode } from '../comment/text.ts';
import type { Place } from './event.ts';

/** Of every issue that we open when an alarm rings. */
export const incidentLabel = 'incident';

/** @param author who we write as: whatever else bears the label, is none of ours. @returns why it does not */
export function refusePlace(
  { name, on = 'pull-request', mutates }: CommandDefinition,
  place: Place,
  author: string,
): string | undefined {
  const command = inlineCode(`/${name}`);
  if (on === 'pull-request')
    return place.kind === 'pull-request' ? undefined : `${command} is about a pull request: give it there.`;
  if (on === 'incident' && !isIncident(place, author)) {
    return `${command} is about an incident: give it on the issue that the alarm has opened.`;
  }
  return mutates && place.kind === 'issue' && place.isClosed ? 'The issue is closed.' : undefined;
}

function isIncident(place: Place, author: string): boolean {
  return place.kind === 'issue' && place.openedBy === author && place.labels.includes(incidentLabel);
}
