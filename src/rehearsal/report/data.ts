// What a rehearsal's report is made of: plain data, every text of it hostile, every instant in milliseconds since 1970.

export interface ReportData {
  readonly title: string;
  readonly result: Result;
  readonly startedAtMs: number;
  readonly endedAtMs: number;
  readonly facts: readonly Fact[];
  readonly timings: readonly Timing[];
  readonly pullRequests: readonly PullRequestStory[];
  /**
   * Hosts (with their subdomains, with the port where it is not the scheme's own) that were up only during the rehearsal:
   * links there are shown, but lead nowhere any more.
   */
  readonly emulatedHosts: readonly string[];
}

export type Result =
  | { readonly kind: 'ok' }
  | { readonly kind: 'failed'; readonly message: string; readonly next?: string; readonly details?: readonly string[] };

/** Says what was played with the real thing, and what stood in for it. */
export interface Fact {
  readonly nature: 'real' | 'emulated';
  readonly name: string;
  readonly value: string;
}

/** A step of the rehearsal itself. */
export interface Timing {
  readonly step: string;
  readonly title: string;
  readonly seconds: number;
  /** What was seen at its end. */
  readonly seen: string;
  /** Since the rehearsal's start; without it, the step followed the one before. */
  readonly startSeconds?: number;
}

export interface PullRequestStory {
  readonly number: number;
  readonly title: string;
  readonly author: string;
  readonly isFork: boolean;
  readonly headRef: string;
  readonly finalState: 'open' | 'closed' | 'merged';
  /** What this pull request is there to show, in a sentence. */
  readonly about?: string;
  readonly entries: readonly Entry[];
}

/** Something that happened in or around a pull request. Who did it is the author of the pull request unless `by` says otherwise. */
export type Entry = { readonly atMs: number } & (
  | { readonly kind: 'opened'; readonly body?: string }
  | { readonly kind: 'reopened'; readonly by?: string }
  | { readonly kind: 'pushed'; readonly sha: string; readonly message: string; readonly by?: string }
  | { readonly kind: 'closed'; readonly merged: boolean; readonly by?: string }
  | { readonly kind: 'labeled'; readonly label: string; readonly by?: string; readonly removed?: boolean }
  | CommentEntry
  | CheckEntry
  | DeploymentEntry
  | RunEntry
  | { readonly kind: 'summary'; readonly job: string; readonly markdown: string }
  | { readonly kind: 'note'; readonly text: string }
);

export type EntryOf<Kind extends Entry['kind']> = Extract<Entry, { readonly kind: Kind }>;

interface CommentEntry {
  readonly kind: 'comment';
  readonly author: string;
  readonly isBot: boolean;
  readonly url: string;
  /** As it stood after each edit; the first is as it was posted. */
  readonly versions: readonly CommentVersion[];
  readonly reactions?: readonly Reaction[];
}

export interface CommentVersion {
  readonly atMs: number;
  readonly markdown: string;
}

/** https://docs.github.com/en/rest/reactions/reactions#about-reactions */
export type Reaction = '+1' | '-1' | 'laugh' | 'confused' | 'heart' | 'hooray' | 'rocket' | 'eyes';

/** https://docs.github.com/en/rest/checks/runs#create-a-check-run */
export type Conclusion =
  | 'success'
  | 'failure'
  | 'neutral'
  | 'cancelled'
  | 'skipped'
  | 'timed_out'
  | 'action_required'
  | 'in_progress';

interface CheckEntry {
  readonly kind: 'check';
  readonly name: string;
  readonly conclusion: Conclusion;
  readonly title: string;
  readonly summary: string;
  readonly sha: string;
}

interface DeploymentEntry {
  readonly kind: 'deployment';
  readonly environment: string;
  readonly state: 'in_progress' | 'success' | 'failure' | 'inactive';
  readonly url?: string;
  readonly description?: string;
}

/** A workflow run; `atMs` is when it began. */
interface RunEntry {
  readonly kind: 'run';
  readonly workflow: string;
  readonly event: string;
  readonly conclusion: Conclusion;
  readonly seconds: number;
  readonly jobs: readonly RunJob[];
}

export interface RunJob {
  readonly name: string;
  readonly conclusion: Conclusion;
  readonly seconds: number;
  readonly steps: readonly RunStep[];
  /** Since the run began; without it, the job is drawn from the beginning of the run. */
  readonly startSeconds?: number;
}

export interface RunStep {
  readonly name: string;
  readonly conclusion: Conclusion;
  readonly seconds: number;
  /** What was played instead of the action that the workflow names. */
  readonly standIn?: string;
}
