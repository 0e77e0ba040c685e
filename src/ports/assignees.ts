// Who looks after an issue.

export interface Assignees {
  /**
   * Beside those that are there already.
   *
   * @returns whether that person looks after it now: GitHub passes over whoever may not, without a word
   */
  add(issue: number, login: string): Promise<boolean>;
}
