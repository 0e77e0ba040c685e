// Preview environments as their leases tell of them.

export interface PreviewLease {
  readonly pullRequest: number;
  readonly status: string;
  readonly expiresAt: string;
  readonly version: string;
}

export interface Previews {
  /** @returns nothing when the pull request has none */
  find(pullRequest: number): Promise<PreviewLease | undefined>;
  /** Lets its lease end at that instant: whoever takes previews down does so then. @returns false when somebody else has written it meanwhile */
  expire(lease: PreviewLease, at: Date): Promise<boolean>;
}
