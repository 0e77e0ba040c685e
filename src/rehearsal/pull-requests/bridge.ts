// Between the GitHub double and the workflow runner: webhooks become runs, and runs become what GitHub's API says of them.
import type { GitHubDouble } from '../github/double.ts';
import type { Webhook } from '../github/webhooks.ts';
import type { JobIdentity, RunEvent, RunIdentity } from '../workflows/records.ts';
import type { Permissions } from '../workflows/rules/permissions.ts';
import type { Runner } from '../workflows/runner.ts';
import type { WorkflowEvent } from '../workflows/triggers/event.ts';

interface PullRequestPayload {
  readonly number: number;
  readonly merge_commit_sha: string | null;
  readonly head: { readonly ref: string; readonly sha: string; readonly repo: { readonly full_name: string } | null };
  readonly base: { readonly ref: string; readonly repo: { readonly full_name: string } };
}

interface PushPayload {
  readonly ref: string;
  readonly after: string;
  readonly deleted: boolean;
}

interface Payload {
  readonly sender: { readonly login: string; readonly id: number };
  readonly repository: { readonly default_branch: string };
  readonly pull_request?: PullRequestPayload;
}

/** What is not about a commit takes the workflows, and the newest commit, of the default branch. */
const ofDefaultBranch: readonly string[] = ['schedule', 'issue_comment', 'workflow_dispatch', 'repository_dispatch'];

/** @returns nothing for events that no workflow of the rehearsal is about */
export function workflowEventOf(webhook: Webhook, github: GitHubDouble, workflowsFolder: string): WorkflowEvent | undefined {
  const { event: name, payload, startsWorkflows } = webhook;
  if (!startsWorkflows) return undefined;
  const { sender, repository, pull_request: pull } = payload as unknown as Payload;
  const shared = {
    name,
    payload: payload as WorkflowEvent['payload'],
    workflowsFolder,
    actor: sender.login,
    actorId: sender.id,
  };
  if (name === 'pull_request' && pull) {
    return {
      ...shared,
      // A closed pull request has no test merge: GitHub takes the commit of the base then.
      sha: pull.merge_commit_sha ?? pull.head.sha,
      ref: `refs/pull/${pull.number}/merge`,
      headRef: pull.head.ref,
      baseRef: pull.base.ref,
      fromFork: pull.head.repo?.full_name !== pull.base.repo.full_name,
    };
  }
  if (name === 'push') {
    const { ref, after, deleted } = payload as unknown as PushPayload;
    return deleted ? undefined : { ...shared, sha: after, ref };
  }
  if (!ofDefaultBranch.includes(name)) return undefined;
  const { default_branch: branch } = repository;
  const owner = github.state.repository.owner.login;
  const sha = github.state.branches.get(`${owner}:${branch}`);
  return sha === undefined ? undefined : { ...shared, sha, ref: `refs/heads/${branch}` };
}

/** Tells GitHub how its runs and jobs go: that is what decides whether a lock is stale. */
export function mirrorRuns(github: GitHubDouble): (event: RunEvent) => void {
  const jobs = new Map<number, number>();
  const jobOf = ({ id }: JobIdentity): number => jobs.get(id) ?? 0;
  return (event) => {
    switch (event.kind) {
      case 'run-started': {
        const { id, attempt, workflow: name, file, event: eventName, actor: by } = event.run;
        const workflow = { name, workflowPath: `.github/workflows/${file}`, event: eventName };
        if (attempt > 1) github.runs.startAgain(id);
        else github.runs.start({ id, by, ...workflow, ...headOf(event.run, github) });
        return;
      }
      case 'run-ended':
        return github.runs.finish(event.run.id, event.conclusion);
      case 'job-started':
        jobs.set(event.job.id, github.runs.startJob(event.job.run.id, event.job.name));
        return;
      case 'job-ended':
        if (jobs.has(event.job.id)) github.runs.finishJob(jobOf(event.job), event.conclusion);
        return;
      default:
        return;
    }
  };
}

interface Head {
  readonly headSha: string;
  readonly headBranch: string;
  readonly fork?: string;
}

/**
 * Of a run for a pull request GitHub's API names the branch and the commit that are to be merged, where the run itself has the
 * test merge: https://docs.github.com/en/rest/actions/workflow-runs#get-a-workflow-run
 */
function headOf({ sha, ref }: RunIdentity, { state }: GitHubDouble): Head {
  const number = /^refs\/pull\/(\d+)\/merge$/.exec(ref)?.[1];
  const pull = state.issues.get(Number(number))?.pull;
  if (pull === undefined) return { headSha: sha, headBranch: ref.replace('refs/heads/', '') };
  // The head may have moved since: what was merged is the second parent, where there was a test merge.
  const merged = sha === pull.headSha ? undefined : state.commits.get(sha)?.parents[1];
  const { headRef, headRepository } = pull;
  return { headSha: merged ?? sha, headBranch: headRef, ...(headRepository.isFork && { fork: headRepository.owner.login }) };
}

/** @returns what ends it */
export function passOnCancels(github: GitHubDouble, runner: Pick<Runner, 'isRunning' | 'cancel'>): () => void {
  return github.onCancel((runId) => {
    if (runner.isRunning(runId)) runner.cancel(runId);
  });
}

/** GitHub's API writes the scopes of a token with underscores. */
export function tokenPermissions(permissions: Permissions): Readonly<Record<string, 'read' | 'write'>> {
  return Object.fromEntries(Object.entries(permissions).map(([scope, access]) => [scope.replaceAll('-', '_'), access]));
}
