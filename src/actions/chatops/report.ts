// Tells how a command ended: a line in the reply to its comment, a reaction, a check on the commit, an entry in the summary.

import type { CommandJob } from '../../define/command.ts';
import { failure } from '../../define/failure.ts';
import { type Field, oneOf, optional, parseRecord, record, text } from '../../define/fields.ts';
import type { Checks } from '../../ports/checks.ts';
import type { Comments } from '../../ports/comments.ts';
import type { Reactions } from '../../ports/reactions.ts';
import { escapeText, inlineCode, link } from '../comment/text.ts';
import { fromJson, type Leg } from './legs.ts';

export interface ReportWorld {
  readonly comments: Comments;
  readonly reactions: Reactions;
  readonly checks: Checks;
  readonly runUrl: string;
}

export type CommandResult = 'succeeded' | 'failed' | 'cancelled';

/** What GitHub knows of the jobs that may have performed the command: `toJSON(needs)`. */
export type JobResults = Readonly<Record<string, JobResult>>;

interface JobResult {
  readonly result: 'success' | 'failure' | 'cancelled' | 'skipped';
  readonly outputs?: JobOutputs;
}

interface JobOutputs {
  readonly message?: string;
  readonly failure?: string;
}

const jobResult = record<JobResult>({
  result: oneOf('success', 'failure', 'cancelled', 'skipped'),
  outputs: optional(record<JobOutputs>({ message: optional(text), failure: optional(text) })),
});

const jobResults: Field<JobResults> = {
  expected: 'the results of jobs by name',
  isOptional: false,
  read: (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    const read = Object.entries(value).map(([name, each]) => [name, jobResult.read(each)] as const);
    return read.every(([, each]) => each !== undefined) ? (Object.fromEntries(read) as JobResults) : undefined;
  },
};

/** @throws a Failure `action/inputs`: only the workflow writes it */
export function parseJobs(json: string): JobResults {
  const parsed = parseRecord<{ readonly jobs: JobResults }>({ jobs: fromJson(json) }, { jobs: jobResults });
  if (parsed.kind === 'valid') return parsed.value.jobs;
  throw failure({
    code: 'action/inputs',
    what: `Bad input "jobs": ${parsed.problems.join('; ')}`,
    next: 'Pass on `toJSON(needs)`.',
  });
}

export interface CommandEnd {
  readonly result: CommandResult;
  /** One line, in Markdown that our own actions wrote; empty when none of them had anything to say. */
  readonly message: string;
}

/**
 * The jobs stand in the order in which they are performed; those of other commands are skipped. So is the command's own one where
 * the one before it found that there is nothing to do: then it was not done.
 */
export function decideEnd(jobs: JobResults, own: CommandJob): CommandEnd {
  const performed = Object.values(jobs).filter(({ result }) => result !== 'skipped');
  const results = performed.map(({ result }) => result);
  const said = performed.flatMap(({ outputs = {} }) => (outputs.failure ? [escapeText(outputs.failure)] : outputs.message || []));
  const message = said.at(-1) ?? '';
  if (results.includes('failure') || results.length === 0) return { result: 'failed', message };
  if (results.includes('cancelled')) return { result: 'cancelled', message };
  return { result: jobs[own]?.result === 'success' ? 'succeeded' : 'failed', message };
}

export async function reportCommand(world: ReportWorld, leg: Leg, end: CommandEnd): Promise<void> {
  const { comments, reactions, checks, runUrl } = world;
  const line = renderLine(leg, end, runUrl);
  await comments.revise(leg.issue, replyMarker(leg), (current) => withLine(current, leg.index, line));
  const { result } = end;
  // A thumb up is for all of them.
  if (result !== 'succeeded') await reactions.add(leg.comment, '-1');
  else if (leg.index === leg.of) await reactions.add(leg.comment, '+1');
  // Where there is no commit, there is nothing to check: the reply tells it all.
  if (leg.headSha === undefined) return;
  await checks.report({
    name: 'opsdeck command',
    headSha: leg.headSha,
    conclusion: conclusions[result],
    title: `${leg.text} ${verbs[result]}`,
    summary: renderAudit(leg, end),
    detailsUrl: runUrl,
  });
}

const conclusions = { succeeded: 'success', failed: 'failure', cancelled: 'cancelled' } as const;
const verbs: Readonly<Record<CommandResult, string>> = { succeeded: 'done', failed: 'failed', cancelled: 'was cancelled' };
const signs: Readonly<Record<CommandResult, string>> = { succeeded: '✅', failed: '❌', cancelled: '⏹️' };

/** Of the reply to one comment: its commands have a line each. */
export function replyMarker({ comment }: Pick<Leg, 'comment'>): string {
  return `command-${comment}`;
}

/** What takes more than a line stands below it. */
function renderLine({ text: written }: Leg, { result, message }: CommandEnd, runUrl: string): string {
  const ended = `${signs[result]} ${inlineCode(written)} ${verbs[result]}.`;
  const run = link('run', runUrl);
  return message.includes('\n') ? `${ended} · ${run}\n\n${message}` : `${[ended, message].filter(Boolean).join(' ')} · ${run}`;
}

const part = /<!-- opsdeck:part (\d+) -->\n([\s\S]*?)\n<!-- opsdeck:end -->/g;

/** @param index of the command, from 1: what the reply says of the others stays as it is */
export function withLine(current: string, index: number, line: string): string {
  const lines = new Map([...current.replaceAll('\r\n', '\n').matchAll(part)].map(([, at, text]) => [Number(at), text ?? '']));
  lines.set(index, line.replaceAll('<!-- opsdeck:', '<!-- '));
  return [...lines]
    .sort(([one], [other]) => one - other)
    .map(([at, text]) => `<!-- opsdeck:part ${at} -->\n${text}\n<!-- opsdeck:end -->`)
    .join('\n\n');
}

/** Who, what, on which commit, with which result. */
export function renderAudit(leg: Leg, { result, message }: CommandEnd): string {
  const rows = [
    ['Command', inlineCode(leg.text)],
    ['By', inlineCode(leg.by)],
    [leg.pullRequest === undefined ? 'Issue' : 'Pull request', `#${leg.issue}`],
    ...(leg.headSha === undefined ? [] : [['Commit', inlineCode(leg.headSha)]]),
    ['Comment', link('the comment', leg.commentUrl)],
    ['Result', [verbs[result], message].filter(Boolean).join('. ')],
  ];
  return ['| | |', '| --- | --- |', ...rows.map(([name, value]) => `| ${name} | ${value?.replaceAll('|', '\\|')} |`)].join('\n');
}
