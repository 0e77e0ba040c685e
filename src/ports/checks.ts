// The line among a commit's checks that says how something went.

export type CheckConclusion = 'success' | 'failure' | 'neutral' | 'cancelled' | 'action_required';

export interface CheckReport {
  /** Same name and commit: the same check, brought up to date. */
  readonly name: string;
  readonly headSha: string;
  /** Absent while it is in progress. */
  readonly conclusion?: CheckConclusion;
  readonly title: string;
  /** Markdown, at most 65,535 characters. */
  readonly summary: string;
  readonly detailsUrl: string;
}

export interface Checks {
  report(check: CheckReport): Promise<void>;
}
