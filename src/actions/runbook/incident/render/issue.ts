// The issue of an incident: what users notice, since when, what may have caused it, and what to do now.
import { escapeText, inlineCode, link, visibleLine } from '../../../comment/text.ts';
import { dateText, spanText } from '../../../game-day/report/instants.ts';
import type { IncidentFacts } from '../facts.ts';
import type { Incident, Severity } from '../incident.ts';
import type { Subject } from '../situation.ts';
import { type Suspect, suspectSeconds } from '../suspects.ts';
import { renderActions } from './actions.ts';
import { renderCourse } from './course.ts';
import { renderMoments, renderTimes } from './times.ts';

const severityWords: Readonly<Record<Severity, string>> = {
  critical: 'critical: users notice',
  major: 'major: users soon may notice',
  minor: 'minor: it can wait until the morning',
};

export function labelsOf({ severity }: { readonly severity: Severity }): readonly string[] {
  return ['incident', `severity: ${severity}`];
}

/** GitHub takes 256 characters: https://docs.github.com/en/rest/issues/issues */
const longestTitle = 200;

/** Plain text. */
export function titleOf(subject: Subject, { environment }: Incident): string {
  const title = `Incident in ${environment}: ${visibleLine(subject.known?.title ?? subject.alarm.name)}`;
  return title.length > longestTitle ? `${title.slice(0, longestTitle - 1)}…` : title;
}

/** Markdown. */
export function renderIncident(facts: IncidentFacts): string {
  const { incident } = facts;
  return [
    renderHeadline(facts),
    renderState(facts),
    renderCourse(facts.course),
    renderSuspects(facts.suspects),
    renderActions(facts),
    '### Times',
    renderTimes(incident),
    renderMoments(incident),
    renderFooter(facts),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function renderHeadline({ subject, standing, incident, now, quietSeconds }: IncidentFacts): string {
  const about = escapeText(subject.known?.about ?? `The alarm ${subject.alarm.name} rings`);
  const where = `in ${inlineCode(incident.environment)}`;
  const since = `${dateText(incident.openedAt)} (${spanText((now.getTime() - Date.parse(incident.openedAt)) / 1000)})`;
  switch (standing.kind) {
    case 'ringing':
      return `🔴 **${about}** ${where}, since ${since}.`;
    case 'ok': {
      const closesAt = new Date(Date.parse(standing.since) + quietSeconds * 1000).toISOString();
      return `🟡 **It is over so far:** ${about} ${where} from ${dateText(incident.openedAt)} to ${dateText(standing.since)}. It is closed when it stays so until ${dateText(closesAt)}.`;
    }
    case 'unknown':
      return `⚪ **Nobody can tell whether it is over:** ${about} ${where}, since ${since}; now there is too little data.`;
    default:
      return standing satisfies never;
  }
}

const stateSigns = { ALARM: '🔴 rings', OK: '🟢 OK', INSUFFICIENT_DATA: '⚪ no data' } as const;
const mostMembers = 30;
const longestReason = 300;

function renderState({ subject, incident, region }: IncidentFacts): string {
  const { alarm, members } = subject;
  const shown = members.filter(({ name, state }) => state !== 'OK' || incident.members.includes(name));
  const rows = [alarm, ...shown.slice(0, mostMembers)].map(({ name, state, transitionedAt, reason }) => {
    const words = reason.length > longestReason ? `${reason.slice(0, longestReason)}…` : reason;
    return `| ${link(name, consoleAddress(region, name))} | ${stateSigns[state]} | ${dateText(transitionedAt)} | ${escapeText(words)} |`;
  });
  const rings = incident.rings > 1 ? ` It has rung ${incident.rings} times.` : '';
  const left = shown.length > mostMembers ? `\n\n*${shown.length - mostMembers} alarms more*` : '';
  const table = ['| Alarm | State | since | CloudWatch says |', '|---|---|---|---|', ...rows].join('\n');
  return `Severity **${severityWords[incident.severity]}**.${rings}${acknowledgedText(incident)}\n\n${table}${left}`;
}

function acknowledgedText({ acknowledged }: Incident): string {
  return acknowledged
    ? ` Acknowledged by ${escapeText(acknowledged.by)}.`
    : ` Nobody has acknowledged it: comment ${inlineCode('/ack')}.`;
}

function consoleAddress(region: string, alarm: string): string {
  return `https://${region}.console.aws.amazon.com/cloudwatch/home?region=${region}#alarmsV2:alarm/${encodeURIComponent(alarm)}`;
}

const suspectSigns: Readonly<Record<Suspect['kind'], string>> = {
  deploy: '🚀',
  merge: '🔀',
  'game-day': '🎯',
  runbook: '📗',
  lock: '🔒',
  hold: '🔒',
};
const mostSuspects = 15;

function renderSuspects(suspects: readonly Suspect[]): string {
  const heading = '### What changed lately';
  const hours = suspectSeconds / 3600;
  if (suspects.length === 0)
    return `${heading}\n\nNothing that we know of: no deploy, merge, game day or runbook within ${hours} hours.`;
  const lines = suspects.slice(0, mostSuspects).map(({ kind, words, at, url, isUnderWay }) => {
    const told = url === undefined ? escapeText(words) : link(words, url);
    return `- ${suspectSigns[kind]} ${dateText(at)}: ${told}${isUnderWay ? ' **(under way)**' : ''}`;
  });
  const left = suspects.length > mostSuspects ? [`- *${suspects.length - mostSuspects} more*`] : [];
  return [heading, '', ...lines, ...left].join('\n');
}

function renderFooter({ now, runUrl }: IncidentFacts): string {
  return `<sub>Kept up to date by Opsdeck; last at ${dateText(now.toISOString())} by a ${link('run', runUrl)}. It closes itself when the alarm stays OK.</sub>`;
}
