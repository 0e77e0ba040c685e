// What a run has done about the alarms, for the page of the run; and whether it has to fail, because something is left undone.
import { type Failure, failure } from '../../../../define/failure.ts';
import { escapeText, inlineCode, link } from '../../../comment/text.ts';
import type { AlarmsOutcome } from '../handle-alarms.ts';
import type { Performed } from '../perform.ts';

const kindWords: Readonly<Record<Performed['kind'], string>> = {
  open: '🔴 opened',
  reopen: '🔴 opened again',
  adopt: '🔗 summed up',
  absorb: '🔗 goes on elsewhere',
  update: '✏️ brought up to date',
  miss: '➖ there is no such alarm any more',
  close: '✅ closed',
};

/** One line of plain text. */
export function messageOf({ environment, alarms, ringing, performed, storm, failures }: AlarmsOutcome): string {
  const count = (...kinds: readonly Performed['kind'][]) =>
    performed.filter(({ kind, failure: failed }) => kinds.includes(kind) && failed === undefined).length;
  const parts = [
    `${count('open', 'reopen', 'adopt')} opened`,
    `${count('update')} brought up to date`,
    `${count('close')} closed`,
    ...(storm ? [`a storm of ${storm.rows.length}`] : []),
    ...(failures.length > 0 ? [`${failures.length} failed`] : []),
  ];
  return `${ringing} of ${alarms} alarms ring in ${environment}; incidents: ${parts.join(', ')}.`;
}

/** Markdown. */
export function renderAlarmsSummary(outcome: AlarmsOutcome): string {
  const { environment, performed, storm, automatic, ignored, deferred, failures } = outcome;
  const rows = performed.map(({ kind, alarm, told, failure: failed }) => {
    const issue = told?.incident.issueUrl === undefined ? '' : link(`#${told.incident.issue}`, told.incident.issueUrl);
    return `| ${inlineCode(alarm).replaceAll('|', '\\|')} | ${failed === undefined ? kindWords[kind] : '❌ failed'} | ${issue} |`;
  });
  return [
    `## Alarms of ${escapeText(environment)}`,
    escapeText(messageOf(outcome)),
    rows.length === 0 ? '' : ['| Alarm | | Issue |', '|---|---|---|', ...rows].join('\n'),
    storm?.issueUrl === undefined ? '' : `🌩️ ${link('Alarm storm', storm.issueUrl)}: ${storm.rows.length} alarms.`,
    ...automatic.map(
      ({ runbook, status, words }) => `📗 ${inlineCode(runbook)}, started by an alarm: ${status}. ${escapeText(words)}`,
    ),
    deferred === 0 ? '' : `${deferred} incidents are left for the next run.`,
    ignored.map((line) => `- Ignored: ${escapeText(line)}`).join('\n'),
    failures.map((line) => `- ❌ ${escapeText(line)}`).join('\n'),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** What is left undone is to be seen, although the next run does it. */
export function failureOfAlarms({ environment, failures }: AlarmsOutcome): Failure | undefined {
  if (failures.length === 0) return undefined;
  return failure({
    code: 'incident/incomplete',
    what: `Of the alarms of ${environment}, ${failures.length} could not be told of: ${failures[0]}.`,
    next: 'Mend what the log says; the next event, or the schedule, does the rest.',
    details: failures,
  });
}
