// The one open issue of a kind that we keep, found by marker and author: a drifted stack, a failed game day.
import type { Marker } from './comments.ts';

export interface IssueReport {
  /** Names what the issue is for, for instance `drift/platform`. */
  readonly marker: Marker;
  readonly title: string;
  /** Markdown; with the marker at most 65,536 characters. */
  readonly body: string;
  /** These are there afterwards; what people added stays. */
  readonly labels: readonly string[];
}

export interface Issue {
  readonly number: number;
  readonly url: string;
}

export interface Issues {
  /** Brings the open issue of ours up to date, or opens one: an issue that was closed is never reopened. */
  upsertOpen(report: IssueReport): Promise<Issue>;
  /** Comments on it, then closes it as completed. @returns nothing when none of ours is open */
  close(marker: Marker, comment: string): Promise<Issue | undefined>;
}
