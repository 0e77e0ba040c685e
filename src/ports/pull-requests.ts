// What the actions need to know about pull requests; everything a person wrote in one is hostile text.

export interface PullRequests {
  /** @returns nothing when there is no such pull request */
  get(number: number): Promise<PullRequest | undefined>;
  /** Numbers of all that are open. */
  listOpen(): Promise<readonly number[]>;
  /**
   * Oldest first; those that nobody has submitted yet are left out. The opinion of somebody is their latest review that is not
   * `commented`: a comment changes nothing about an approval.
   */
  reviews(number: number): Promise<readonly Review[]>;
}

export interface Review {
  readonly login: string;
  readonly state: 'approved' | 'changes-requested' | 'commented' | 'dismissed';
  /** The head that they looked at; empty when Git no longer has it. */
  readonly commitSha: string;
  /** By the clock of GitHub's servers: `2026-01-31T12:00:00Z`. */
  readonly submittedAt: string;
}

export interface PullRequest {
  readonly number: number;
  readonly state: 'open' | 'closed';
  readonly isDraft: boolean;
  /** From another repository: its workflows get no credentials. */
  readonly isFork: boolean;
  /** Only people who can push may comment in its conversation. */
  readonly isLocked: boolean;
  /** `owner/name`; absent when the fork was deleted. */
  readonly headRepository: string | undefined;
  readonly headSha: string;
  readonly headRef: string;
  readonly baseSha: string;
  readonly baseRef: string;
  readonly author: string;
  readonly labels: readonly string[];
}
