// A plain answer to one comment: one of ours for each, found again by a later attempt.

export interface Reply {
  readonly url: string;
}

export interface ReplyOptions {
  /** Nobody can have replied yet: saves looking for an earlier reply. */
  readonly isFirst?: boolean;
}

export interface Replies {
  /**
   * Says it in a new comment; where we have replied to that comment already, the reply is brought up to date instead.
   *
   * @param issue the issue or pull request that the comment is on
   * @param body Markdown; with its marker at most 65,536 characters
   * @throws `github/conversation-locked`: there nobody but people who can push may comment
   */
  reply(issue: number, commentId: number, body: string, options?: ReplyOptions): Promise<Reply>;
}
