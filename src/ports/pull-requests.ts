// What the actions need to know about pull requests; everything a person wrote in one is hostile text.

export interface PullRequests {
  /** @returns nothing when there is no such pull request */
  get(number: number): Promise<PullRequest | undefined>;
  /** Numbers of all that are open. */
  listOpen(): Promise<readonly number[]>;
}

export interface PullRequest {
  readonly number: number;
  readonly state: 'open' | 'closed';
  readonly isDraft: boolean;
  /** From another repository: its workflows get no credentials. */
  readonly isFork: boolean;
  readonly headSha: string;
  readonly headRef: string;
  readonly baseSha: string;
  readonly baseRef: string;
  readonly author: string;
  readonly labels: readonly string[];
}
