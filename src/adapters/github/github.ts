// Opens everything that the actions need of one repository on GitHub, with one token.
import type { Assignees } from '../../ports/assignees.ts';
import type { Checks } from '../../ports/checks.ts';
import type { Collaborators } from '../../ports/collaborators.ts';
import type { Comments } from '../../ports/comments.ts';
import type { Deployments } from '../../ports/deployments.ts';
import type { IssueThreads } from '../../ports/issues.ts';
import type { PullRequests } from '../../ports/pull-requests.ts';
import type { Reactions } from '../../ports/reactions.ts';
import type { Replies } from '../../ports/replies.ts';
import type { RepositoryFiles } from '../../ports/repository-files.ts';
import type { WorkflowRuns } from '../../ports/workflow-runs.ts';
import { openAssignees } from './assignees.ts';
import { openChecks } from './checks.ts';
import { type GitHubSetup, openClient } from './client.ts';
import { openCollaborators } from './collaborators.ts';
import { openComments } from './comments.ts';
import { openDeployments } from './deployments.ts';
import { openIssues } from './issues.ts';
import { openPullRequests } from './pull-requests.ts';
import { openReactions } from './reactions.ts';
import { openReplies } from './replies.ts';
import { openRepositoryFiles } from './repository-files.ts';
import { openWorkflowRuns } from './workflow-runs.ts';

export type { GitHubSetup };

export interface GitHub {
  readonly pullRequests: PullRequests;
  readonly comments: Comments;
  readonly checks: Checks;
  readonly deployments: Deployments;
  readonly workflowRuns: WorkflowRuns;
  readonly issues: IssueThreads;
  readonly assignees: Assignees;
  readonly reactions: Reactions;
  readonly replies: Replies;
  readonly collaborators: Collaborators;
  readonly repositoryFiles: RepositoryFiles;
}

/**
 * Asks nothing yet. Every method throws a `Failure` with a code `github/...` when GitHub refuses or cannot be reached;
 * it waits for rate limits and outages first, for a request at most five minutes.
 */
export function openGitHub(setup: GitHubSetup): GitHub {
  const client = openClient(setup);
  return {
    pullRequests: openPullRequests(client),
    comments: openComments(client),
    checks: openChecks(client),
    deployments: openDeployments(client),
    workflowRuns: openWorkflowRuns(client),
    issues: openIssues(client),
    assignees: openAssignees(client),
    reactions: openReactions(client),
    replies: openReplies(client),
    collaborators: openCollaborators(client),
    repositoryFiles: openRepositoryFiles(client),
  };
}
