// What must have come of the workflows; what has not is told with the end of the log of whatever went wrong.

import { pullRequestMarker } from '../../actions/comment/slots.ts';
import { type Failure, failure } from '../../define/failure.ts';
import type { GitHubDouble } from '../github/double.ts';
import type { Comment } from '../github/state.ts';
import type { Result, WorkflowRun } from '../workflows/records.ts';
import type { Recorder } from './recorder.ts';

/** Job -> how it must have ended. */
export type Expected = Readonly<Record<string, Result>>;

const shownLines = 30;

/** @throws a Failure unless there is one run of that workflow (for that pull request) whose jobs ended like this */
export function expectRun(
  runs: readonly WorkflowRun[],
  file: string,
  expected: Expected,
  recorder: Recorder,
  ref?: string,
): WorkflowRun {
  const found = runs.filter((run) => run.file === file && (ref === undefined || run.ref === ref));
  const [run] = found;
  if (!run || found.length > 1) throw unexpected(`one run of ${file} was expected, and there are ${found.length}`, []);
  const seen = Object.fromEntries(run.jobs.map(({ key, conclusion }) => [key, conclusion ?? 'queued']));
  const wrong = Object.entries(expected).filter(([job, result]) => seen[job] !== result);
  if (wrong.length === 0) return run;
  const annotations = run.jobs.flatMap(({ name, annotations: all }) => all.map(({ message }) => `${name}: ${message}`));
  throw unexpected(
    `in ${file}, ${wrong.map(([job, result]) => `${job} should have ended as ${result}, not ${seen[job] ?? 'absent'}`).join('; ')}`,
    [...annotations, '', ...recorder.lines.slice(-shownLines)],
  );
}

/** @throws a Failure unless our bot keeps exactly one comment on it, with all of these words. @returns it */
export function expectComment({ state }: GitHubDouble, pullRequest: number, words: readonly string[]): Comment {
  const comments = commentsOn(state, pullRequest).filter(({ body }) => body.startsWith(`<!-- opsdeck:${pullRequestMarker} -->`));
  const [comment] = comments;
  if (!comment || comments.length > 1) {
    throw unexpected(`one comment was expected on #${pullRequest}, and there are ${comments.length}`, []);
  }
  const missing = words.filter((word) => !comment.body.includes(word));
  if (missing.length > 0)
    throw unexpected(`the comment on #${pullRequest} lacks ${missing.join(', ')}`, comment.body.split('\n'));
  return comment;
}

export function expectNoComment({ state }: GitHubDouble, pullRequest: number): void {
  const comments = commentsOn(state, pullRequest);
  if (comments.length > 0) throw unexpected(`nothing should have been written on #${pullRequest}`, [comments[0]?.body ?? '']);
}

export interface Answer {
  /** In their order. */
  readonly reactions: readonly string[];
  /** That the reply holds; without any, there must be no reply. */
  readonly words: readonly string[];
}

/** @throws a Failure unless the comment got exactly these reactions, and a reply with these words */
export function expectAnswer({ state }: GitHubDouble, comment: Comment, { reactions, words }: Answer, recorder: Recorder): void {
  const given = [...state.reactions.values()].filter((each) => each.comment === comment.id).map(({ content }) => content);
  const replies = commentsOn(state, comment.issue).filter(({ body }) => isReplyTo(body, comment.id));
  const reply = replies.map(({ body }) => body).join('\n');
  const missing = words.filter((word) => !reply.includes(word));
  const isSilent = words.length > 0 || replies.length === 0;
  if (given.join() === reactions.join() && missing.length === 0 && isSilent) return;
  throw unexpected(
    `the answer to ${JSON.stringify(comment.body)} is not "${reactions.join(', ')}" with ${words.join(', ') || 'no reply'}`,
    [`reactions: ${given.join(', ')}`, `reply: ${reply}`, '', ...recorder.lines.slice(-shownLines)],
  );
}

function isReplyTo(body: string, id: number): boolean {
  return [`reply ${id}`, `command-${id}`].some((marker) => body.startsWith(`<!-- opsdeck:${marker} -->`));
}

export function expectNothing(what: string, found: readonly string[]): void {
  if (found.length > 0) throw unexpected(`${what} should be gone`, found);
}

function commentsOn(state: GitHubDouble['state'], pullRequest: number): readonly Comment[] {
  return [...state.comments.values()].filter(({ issue, author, deletedAt }) => {
    return issue === pullRequest && author.type === 'Bot' && deletedAt === undefined;
  });
}

function unexpected(what: string, details: readonly string[]): Failure {
  return failure({
    code: 'rehearsal/unexpected',
    what: `The pull requests went otherwise than they should: ${what}.`,
    next: 'Read what the jobs said below; the report shows the same as a person would have seen it.',
    details,
  });
}
