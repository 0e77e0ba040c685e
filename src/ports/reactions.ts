// Reactions to a comment: the quickest answer there is.

/** https://docs.github.com/en/rest/reactions/reactions#about-reactions: those that we use */
export type Reaction = 'eyes' | 'rocket' | '+1' | '-1' | 'confused';

export interface Reactions {
  /**
   * To a comment of an issue or pull request; one of a kind is there once, however often it is added.
   *
   * @returns whether it is new; false also when the answer to a first try was lost, and a second one found it there
   * @throws `github/not-found` when the comment was deleted, `github/conversation-locked`
   */
  add(commentId: number, content: Reaction): Promise<boolean>;
}
