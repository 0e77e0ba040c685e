// Implements the Comments port: one comment of ours, also when several jobs write it or somebody deletes it in between.
import type { RestEndpointMethodTypes } from '@octokit/rest';
import { type Failure, failure } from '../../define/failure.ts';
import type { Comments, Marker, Revise, StickyComment } from '../../ports/comments.ts';
import { unlessGone } from './absence.ts';
import type { Client, Renewable } from './client.ts';
import { createOnce } from './create-once.ts';
import { isOurs, refuseTooLong, withMarker, withoutMarker } from './ours.ts';

export type Comment = RestEndpointMethodTypes['issues']['listComments']['response']['data'][number];

interface Place {
  readonly client: Client;
  readonly issue: number;
  readonly marker: Marker;
}

/**
 * A write that was overwritten is found after this: longer than another writer needs between its reading and its writing, which
 * is about one request each way. So it is twice what our own reading and writing have just taken, within these milliseconds.
 */
const settling = { rounds: 2, atLeast: 100, atMost: 10_000 } as const;

/** What was read before, after an outage for instance, is not written over: another writer may be done, and gone. */
const freshMilliseconds = 1_000;

/** Writers that get in each other's way this often are broken. */
const mostRounds = 6;

export function openComments(client: Client): Comments {
  return {
    find: async (issue, marker) => {
      const place = { client, issue, marker };
      const [oldest] = await listOurs(place);
      return oldest && sticky(place, oldest);
    },
    revise: (issue, marker, revise) => reviseComment({ client, issue, marker }, revise),
  };
}

export function listComments({ paginate, rest, repository }: Client, issue: number): Promise<readonly Comment[]> {
  return paginate(rest.issues.listComments, { ...repository, issue_number: issue, per_page: 100 });
}

/** Each round reads, and ends when what it reads is what should be there. */
async function reviseComment(place: Place, revise: Revise): Promise<StickyComment> {
  const { clock } = place.client;
  let written: Comment | undefined;
  for (let round = 1; round <= mostRounds; round += 1) {
    const beganAtMs = clock.now().getTime();
    const [oldest, ...others] = await readOurs(place, written);
    for (const duplicate of others) await remove(place.client, duplicate);
    const current = oldest === undefined ? '' : textOf(place, oldest);
    const wanted = revise(current);
    if (oldest !== undefined && (current === wanted || isAsWritten(oldest, written))) return sticky(place, oldest);
    written =
      oldest === undefined ? await create(place, wanted) : await update(place, { old: oldest, revise, readAtMs: beganAtMs });
    await clock.sleep(settleMilliseconds(clock.now().getTime() - beganAtMs));
  }
  throw contested(place);
}

/** @param roundMilliseconds how long reading and writing took together: two requests, or more */
function settleMilliseconds(roundMilliseconds: number): number {
  const { rounds, atLeast, atMost } = settling;
  return Math.min(Math.max(roundMilliseconds * rounds, atLeast), atMost);
}

function isAsWritten(comment: Comment, written: Comment | undefined): boolean {
  return comment.id === written?.id && comment.body === written.body;
}

/** The list may be a moment behind: what we have just written is asked for by its id. */
async function readOurs(place: Place, written: Comment | undefined): Promise<readonly Comment[]> {
  const ours = await listOurs(place);
  if (written === undefined || ours.some(({ id }) => id === written.id)) return ours;
  const { rest, repository } = place.client;
  const answer = await unlessGone(() => rest.issues.getComment({ ...repository, comment_id: written.id }));
  return answer === undefined ? ours : [...ours, answer.data].sort(byAge);
}

/** Oldest first. */
async function listOurs({ client, issue, marker }: Place): Promise<readonly Comment[]> {
  const all = await listComments(client, issue);
  return all.filter((comment) => isOurs(comment, marker, client.botLogin)).sort(byAge);
}

function byAge(one: Comment, other: Comment): number {
  return one.id - other.id;
}

interface Update {
  readonly old: Comment;
  readonly revise: Revise;
  /** When reading it began. */
  readonly readAtMs: number;
}

/** @returns nothing when somebody deleted the comment before we could write it */
async function update(place: Place, { old, revise, readAtMs }: Update): Promise<Comment | undefined> {
  const { rest, repository, clock } = place.client;
  const target = { ...repository, comment_id: old.id };
  const bodyOver = (comment: Comment): string => bodyOf(place, revise(textOf(place, comment)));
  const renew = async () => {
    const answer = await unlessGone(() => rest.issues.getComment(target));
    return { body: bodyOver(answer?.data ?? old) };
  };
  const isFresh = clock.now().getTime() - readAtMs < freshMilliseconds;
  const { body } = isFresh ? { body: bodyOver(old) } : await renew();
  const request: Renewable = { renew };
  const answer = await unlessGone(() => rest.issues.updateComment({ ...target, body, request }));
  return answer?.data;
}

/** @returns nothing when it may be another writer's: who looks for an answer that was lost, finds either */
async function create(place: Place, text: string): Promise<Comment | undefined> {
  const { client, issue } = place;
  const { rest, repository } = client;
  const body = bodyOf(place, text);
  const found = await createOnce(client, {
    create: async () => (await rest.issues.createComment({ ...repository, issue_number: issue, body })).data,
    find: async () => (await listOurs(place))[0],
  });
  return found.body === body ? found : undefined;
}

function bodyOf({ issue, marker }: Place, text: string): string {
  const body = withMarker(marker, text);
  refuseTooLong(`the comment ${marker} on #${issue}`, body);
  return body;
}

async function remove({ rest, repository }: Client, { id }: Comment): Promise<void> {
  await unlessGone(() => rest.issues.deleteComment({ ...repository, comment_id: id }));
}

function textOf({ marker }: Place, { body }: Comment): string {
  return withoutMarker(marker, body ?? '');
}

function sticky(place: Place, comment: Comment): StickyComment {
  return { url: comment.html_url, body: textOf(place, comment) };
}

function contested({ issue, marker }: Place): Failure {
  return failure({
    code: 'github/comment-contested',
    what: `The comment ${marker} on #${issue} was changed by somebody else each of the ${mostRounds} times it was written.`,
    next: 'Find the job or bot that writes the same comment, and let only one of them do it.',
  });
}
