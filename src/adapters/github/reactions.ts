// Implements the Reactions port.
import type { Reactions } from '../../ports/reactions.ts';
import { type Client, repeatable } from './client.ts';

export function openReactions({ rest, repository }: Client): Reactions {
  return {
    add: async (commentId, content) => {
      const target = { ...repository, comment_id: commentId };
      const { status } = await rest.reactions.createForIssueComment({ ...target, content, request: repeatable });
      // 200: it was there. The types of Octokit know the other one only.
      return Number(status) === 201;
    },
  };
}
