// A GitHub in memory, as far as ChatOps asks it: who may do what, what a pull request is, and what was answered.

import { commands } from '../../../../src/actions/chatops/commands/index.ts';
import type { CommandComment, Place } from '../../../../src/actions/chatops/event.ts';
import type { GateWorld } from '../../../../src/actions/chatops/world.ts';
import type { RepositoryRole } from '../../../../src/define/command.ts';
import type { PullRequest, Review } from '../../../../src/ports/pull-requests.ts';
import type { BranchRun } from '../../../../src/ports/workflow-runs.ts';
import { runbooks } from '../../../../src/runbooks/index.ts';

export const head = 'a'.repeat(40);
export const commentedAt = '2026-11-22T10:00:00Z';
const before = '2026-11-22T09:50:00Z';

export interface Scene {
  readonly role: RepositoryRole;
  readonly customRole: string;
  readonly teams: readonly string[];
  readonly config: string | undefined;
  readonly pullRequest: Partial<PullRequest> | 'gone';
  readonly runs: readonly BranchRun[];
  readonly reviews: readonly Review[];
  readonly attempt: number;
  readonly absentJobs: readonly string[];
}

export interface Played extends GateWorld {
  /** `eyes`, `reply: ...`, in their order. */
  readonly told: string[];
  /** Every question and answer, as a request each. */
  readonly requests: string[];
}

export const openPullRequest: PullRequest = {
  number: 7,
  state: 'open',
  isDraft: false,
  isFork: false,
  isLocked: false,
  headRepository: 'acme/platform',
  headSha: head,
  headRef: 'feature',
  baseSha: 'b'.repeat(40),
  baseRef: 'main',
  author: 'ada',
  labels: [],
};

export function runOf(run: Partial<BranchRun> = {}): BranchRun {
  return {
    runId: 41,
    attempt: 1,
    headSha: head,
    createdAt: before,
    status: 'completed',
    conclusion: 'success',
    headRepository: 'acme/platform',
    workflowPath: '.github/workflows/pull-request.yml',
    event: 'pull_request',
    url: 'https://github.test/acme/platform/actions/runs/41',
    ...run,
  };
}

export function commentOf(body: string, author = 'ada'): CommandComment {
  return {
    id: 900,
    body,
    author,
    createdAt: commentedAt,
    url: 'https://github.test/acme/platform/pull/7#issuecomment-900',
    issue: 7,
    place: { kind: 'pull-request' },
  };
}

/** On issue 8, which an alarm has opened unless it says otherwise. */
export function commentOnIssue(body: string, place: Partial<Extract<Place, { readonly kind: 'issue' }>> = {}): CommandComment {
  return {
    ...commentOf(body),
    url: 'https://github.test/acme/platform/issues/8#issuecomment-900',
    issue: 8,
    place: { kind: 'issue', isClosed: false, openedBy: 'github-actions[bot]', labels: ['incident'], ...place },
  };
}

export function openScene(scene: Partial<Scene> = {}): Played {
  const { role = 'maintain', customRole, teams = [], config, pullRequest = {}, reviews = [], attempt = 1 } = scene;
  const { runs = [runOf()], absentJobs = [] } = scene;
  const told: string[] = [];
  const requests: string[] = [];
  const asked = <T>(what: string, answer: T): Promise<T> => {
    requests.push(what);
    return Promise.resolve(answer);
  };
  return {
    told,
    requests,
    commands,
    runbooks,
    settings: {
      organization: 'acme',
      workflowFile: 'pull-request.yml',
      environment: 'staging',
      author: 'github-actions[bot]',
      absentJobs,
      isFirstAttempt: attempt === 1,
    },
    progress: { info: () => undefined, warning: () => undefined, group: (_title, body) => body() },
    readConfig: async () => config,
    collaborators: {
      roleOf: (login) => asked(`role of ${login}`, { role, ...(customRole !== undefined && { customRole }) }),
      isInTeam: (organization, team, login) => asked(`${login} in ${organization}/${team}`, teams.includes(team)),
    },
    pullRequests: {
      get: (number) => asked(`pull ${number}`, pullRequest === 'gone' ? undefined : { ...openPullRequest, ...pullRequest }),
      listOpen: () => asked('pulls', [7]),
      reviews: (number) => asked(`reviews ${number}`, reviews),
    },
    workflowRuns: {
      isActive: () => asked('run', false),
      latestOfBranch: ({ branch }) => asked(`runs of ${branch}`, runs),
      activeOfBranch: (branch) =>
        asked(
          `active runs of ${branch}`,
          runs.filter(({ status }) => status !== 'completed'),
        ),
      cancel: (runId) => asked(`cancel ${runId}`, true),
    },
    assignees: { add: (issue, login) => asked(`assign ${issue} to ${login}`, true) },
    reactions: {
      add: (_comment, content) => {
        told.push(content);
        return asked(`react ${content}`, true);
      },
    },
    replies: {
      reply: (_issue, _comment, body, { isFirst = false } = {}) => {
        told.push(`reply: ${body}`);
        if (!isFirst) requests.push('earlier replies');
        return asked('reply', { url: 'https://github.test/reply' });
      },
    },
  };
}
