// What the gate is given: GitHub, the catalogue of commands, and where the Terraform JSON comes from.
import type { CommandDefinition } from '../../define/command.ts';
import type { Assignees } from '../../ports/assignees.ts';
import type { Collaborators } from '../../ports/collaborators.ts';
import type { Progress } from '../../ports/progress.ts';
import type { PullRequests } from '../../ports/pull-requests.ts';
import type { Reactions } from '../../ports/reactions.ts';
import type { Replies } from '../../ports/replies.ts';
import type { WorkflowRuns } from '../../ports/workflow-runs.ts';
import type { Runbook } from '../../runbooks/asking.ts';

export interface GateWorld {
  readonly collaborators: Collaborators;
  readonly assignees: Assignees;
  readonly pullRequests: PullRequests;
  readonly workflowRuns: WorkflowRuns;
  readonly reactions: Reactions;
  readonly replies: Replies;
  readonly progress: Progress;
  readonly commands: readonly CommandDefinition[];
  readonly runbooks: readonly Runbook[];
  readonly settings: GateSettings;
  /** The content of `.github/opsdeck.json` on the default branch; nothing when there is none. */
  readConfig(): Promise<string | undefined>;
}

export interface GateSettings {
  /** Of the repository: teams belong to it. */
  readonly organization: string;
  /** The file of the workflow that makes the Terraform JSON of each commit: `pull-request.yml`. */
  readonly workflowFile: string;
  /** That pull requests are planned against. */
  readonly environment: string;
  /** Login that we write as: issues of anybody else are no incidents. */
  readonly author: string;
  /** Jobs that there are not: nothing could perform their commands. */
  readonly absentJobs: readonly string[];
  /** Of the run: before the first one nobody can have replied. */
  readonly isFirstAttempt: boolean;
}
