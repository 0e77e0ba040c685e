// The one open issue of a kind that we keep, found by marker and author: a drifted stack, a failed game day, an incident.
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

export interface IssueState extends Issue {
  readonly isOpen: boolean;
  /** Logins of people who have taken it on. */
  readonly assignees: readonly string[];
  /** The first comment of a person who belongs to the repository, by the clock of GitHub's servers: `2026-01-31T12:00:00Z`. */
  readonly firstAnswer?: { readonly by: string; readonly at: string };
}

/** Of an issue whose number is known: it need not be looked for. Nothing happens to one that is not ours. */
export interface IssueThreads extends Issues {
  /** @returns nothing when there is none of ours with that number and marker */
  look(number: number, marker: Marker): Promise<IssueState | undefined>;
  /** Open or closed, it stays so. @returns nothing when it is not ours */
  update(number: number, report: IssueReport): Promise<Issue | undefined>;
  /** Opens it again, and says why. @returns nothing when it is not ours */
  reopen(number: number, marker: Marker, comment: string): Promise<Issue | undefined>;
  /** Once only, however often it is said. */
  comment(number: number, body: string): Promise<void>;
}
