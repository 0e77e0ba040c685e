// What the generated workflows are told about a repository: whose actions they run, how its code is synthesized, and its names.
import type { CommandJob } from '../define/command.ts';
import type { DrillDefinition } from '../define/drill.ts';
import type { Runbook } from '../runbooks/asking.ts';
import type { Step } from './workflow-file.ts';

export interface Site {
  /** What the `uses` of a step says for the action of that name. */
  readonly useAction: (name: string) => string;
  /** What is deployed; pull requests of it are planned. */
  readonly defaultBranch: string;
  /** Where pull requests are planned, and previews are guests. */
  readonly hostEnvironment: string;
  /** Expression of GitHub, without its braces: a list as JSON of every environment, in the order in which they are deployed to. */
  readonly environmentNames: string;
  /** Expressions of GitHub, with their braces. */
  readonly region: string;
  readonly stateBucket: string;
  readonly domain: string;
  readonly image: string;
  readonly setUpNode: Step;
  readonly install: string;
  readonly synth: SynthCommands;
  readonly schedules: Schedules;
  /** What the schedule of game days plays. */
  readonly scheduledDrill: string;
  readonly drills: readonly KnownDrill[];
  readonly runbooks: readonly KnownRunbook[];
  /** Of commands that are about a part which the repository does not have. */
  readonly absentJobs: readonly CommandJob[];
}

/** What a workflow has to know of a drill. */
export type KnownDrill = Pick<DrillDefinition, 'id'>;

/** What a workflow has to know of a runbook. */
export type KnownRunbook = Pick<Runbook, 'id' | 'risk'>;

/** What the steps run that have no credentials; both write below `cdktf.out`. */
export interface SynthCommands {
  /** Finds the number of the pull request in `PULL_REQUEST`. */
  readonly pullRequest: string;
  /** Finds the name of the environment in `ENVIRONMENT`. */
  readonly environment: string;
}

/**
 * Cron expressions, in UTC; not at the full hour, when GitHub delays or drops what is scheduled:
 * https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows#schedule
 */
export interface Schedules {
  /** Destroys previews that nobody needs any more. */
  readonly reaper: string;
  /** Looks for what was changed outside of Terraform. */
  readonly drift: string;
  readonly kpi: string;
  /** On a day when everybody is there. */
  readonly gameDay: string;
  /** Looks after incidents whose events were missed. */
  readonly alarms: string;
}
