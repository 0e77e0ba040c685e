// What the modes that are about incidents leave behind: outputs, a summary, and how the step ends.
import { type Failure, failure } from '../../define/failure.ts';
import { escapeText, inlineCode } from '../comment/text.ts';
import type { Acknowledged } from './incident/acknowledge.ts';
import type { AlarmsOutcome } from './incident/handle-alarms.ts';
import { failureOfAlarms, messageOf, renderAlarmsSummary } from './incident/render/summary.ts';
import type { Report } from './report.ts';

export function reportOfAlarms(outcome: AlarmsOutcome): Report {
  const failed = failureOfAlarms(outcome);
  const outputs = { status: failed ? 'unfinished' : 'done', message: escapeText(messageOf(outcome)), journal: '' };
  return { outputs, markdown: renderAlarmsSummary(outcome), ...(failed && { failure: failed }) };
}

export function reportOfAck(result: Acknowledged): Report {
  const { kind } = result;
  switch (kind) {
    case 'acknowledged': {
      const minutes = Math.round(result.seconds / 60);
      return said(kind, `${inlineCode(result.alarm)} is looked after, ${minutes} minutes after its incident was opened.`);
    }
    case 'already':
      return said(kind, `${escapeText(result.by)} looks after it already, since ${escapeText(result.at)}.`);
    case 'closed':
      return said(kind, 'The incident is over: there is nothing to look after.');
    case 'none':
      return { ...said(kind, 'This is no issue of an incident.'), failure: noIncident() };
    default:
      return kind satisfies never;
  }
}

function said(status: string, message: string): Report {
  return { outputs: { status, message, journal: '' }, markdown: message };
}

function noIncident(): Failure {
  return failure({
    code: 'incident/none',
    what: 'This is no issue of an incident.',
    next: 'Comment /ack in the issue that the alarm has opened.',
  });
}
