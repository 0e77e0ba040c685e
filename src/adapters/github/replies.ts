// Implements the Replies port: one reply of ours a comment, also when an answer is lost or a job runs again.
import type { Replies, Reply } from '../../ports/replies.ts';
import type { Client } from './client.ts';
import { type Comment, listComments } from './comments.ts';
import { createOnce } from './create-once.ts';
import { isOurs, refuseTooLong, withMarker } from './ours.ts';

/** Where in GitHub the reply is to be, and what it is to say, its marker included. */
interface Place {
  readonly issue: number;
  readonly marker: string;
  readonly body: string;
}

export function openReplies(client: Client): Replies {
  return {
    reply: async (issue, commentId, text, { isFirst = false } = {}) => {
      const marker = `reply ${commentId}`;
      const place = { issue, marker, body: withMarker(marker, text) };
      refuseTooLong(`the reply on #${issue}`, place.body);
      const earlier = isFirst ? undefined : await find(client, place);
      return replyOf(earlier === undefined ? await create(client, place) : await update(client, place, earlier));
    },
  };
}

async function find(client: Client, { issue, marker }: Place): Promise<Comment | undefined> {
  const all = await listComments(client, issue);
  return all.find((comment) => isOurs(comment, marker, client.botLogin));
}

function create(client: Client, place: Place): Promise<Comment> {
  const { rest, repository } = client;
  const request = { ...repository, issue_number: place.issue, body: place.body };
  return createOnce(client, {
    create: async () => (await rest.issues.createComment(request)).data,
    find: () => find(client, place),
  });
}

async function update({ rest, repository }: Client, { body }: Place, earlier: Comment): Promise<Comment> {
  if (earlier.body === body) return earlier;
  return (await rest.issues.updateComment({ ...repository, comment_id: earlier.id, body })).data;
}

function replyOf({ html_url: url }: Comment): Reply {
  return { url };
}
