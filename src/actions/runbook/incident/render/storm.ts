// The issue of an alarm storm: everything that rings and has no issue of its own.
import { escapeText, inlineCode, link } from '../../../comment/text.ts';
import { dateText } from '../../../game-day/report/instants.ts';
import { mostNewIssues } from '../decide.ts';
import type { Storm } from '../incident.ts';
import type { Situation } from '../situation.ts';
import type { Suspect } from '../suspects.ts';

/** GitHub takes 65,536 characters; the rest is counted. */
const budget = 50_000;

interface StormFacts {
  readonly storm: Storm;
  readonly situation: Pick<Situation, 'byName' | 'known'>;
  readonly suspects: readonly Suspect[];
  readonly now: Date;
  readonly runUrl: string;
}

export function stormTitleOf({ environment }: Storm): string {
  return `Alarm storm in ${environment}`;
}

/** Markdown. */
export function renderStorm({ storm, situation, suspects, now, runUrl }: StormFacts): string {
  const { environment, rows, openedAt, past } = storm;
  const ringing = rows.filter(({ alarm }) => situation.byName.get(alarm)?.state === 'ALARM').length;
  return [
    `🌩️ **${ringing} alarms ring in ${inlineCode(environment)} that have no issue of their own**, since ${dateText(openedAt)}.`,
    `More than ${mostNewIssues} began to ring at once, so they are listed here. Look for what they have in common; ${inlineCode(`/runbook run collect-diagnostics environment=${environment}`)} collects what there is to see. Nothing is started by itself meanwhile.`,
    renderRows(storm, situation),
    past === 0 ? '' : `${past} others have come and gone.`,
    suspects.length === 0
      ? ''
      : [
          '**What changed lately:**',
          ...suspects.slice(0, 10).map(({ words, at }) => `- ${dateText(at)}: ${escapeText(words)}`),
        ].join('\n'),
    `<sub>Last brought up to date at ${dateText(now.toISOString())} by a ${link('run', runUrl)}. It closes itself when all of it is OK; when few are left, each gets its own issue.</sub>`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function renderRows({ rows }: Storm, { byName, known }: StormFacts['situation']): string {
  const lines: string[] = [];
  let left = budget;
  for (const { alarm, severity, since } of rows) {
    const line = `| ${inlineCode(alarm).replaceAll('|', '\\|')} | ${severity} | ${byName.get(alarm)?.state ?? 'gone'} | ${dateText(since)} | ${escapeText(known.get(alarm)?.about ?? '')} |`;
    left -= line.length + 1;
    if (left < 0) break;
    lines.push(line);
  }
  const more = rows.length - lines.length;
  const table = ['| Alarm | Severity | State | since | |', '|---|---|---|---|---|', ...lines].join('\n');
  return more === 0 ? table : `${table}\n\n*${more} more*`;
}

export function renderStormEnd({ past }: Pick<Storm, 'past'>, promoted: number): string {
  const own = promoted === 0 ? '' : ` ${promoted} that still ring have issues of their own now.`;
  return `🌤️ The storm is over: ${past} alarms have come and gone.${own}`;
}
