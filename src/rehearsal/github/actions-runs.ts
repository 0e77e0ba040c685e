// Workflow runs of the GitHub double: who runs the workflows tells it how they go.
import { renderAccount } from './accounts.ts';
import type { Job, WorkflowRun } from './automation-records.ts';
import { pullsOf } from './checks.ts';
import { renderPerson } from './commits.ts';
import { type Answer, type Call, countedList, notFound, ok, type Route, refused } from './exchange.ts';
import { commitOf, resolveRef, treeSha } from './git.ts';
import { apiUrl, type Hub, type Json, nodeId, pageUrl, timestamp } from './hub.ts';
import { isGone, renderMinimalRepository } from './repository.ts';
import type { Account, Repository } from './state.ts';

export interface NewRun {
  /** Of whoever runs it; the next free one when left out. */
  readonly id?: number;
  readonly by: Account;
  readonly name: string;
  readonly workflowPath: string;
  readonly event: string;
  readonly headSha: string;
  readonly headBranch: string;
  readonly headRepository: Repository | null;
}

export function startRun(hub: Hub, { by, id = hub.nextId(), ...run }: NewRun): WorkflowRun {
  const now = timestamp(hub);
  const number = [...hub.state.runs.values()].filter(({ workflowPath }) => workflowPath === run.workflowPath).length + 1;
  const progress = { attempt: 1, status: 'in_progress', conclusion: null, isCancelRequested: false } as const;
  const started = { id, number, actor: by, ...run, ...progress, createdAt: now, updatedAt: now };
  hub.state.runs.set(started.id, started);
  return started;
}

export function changeRun(hub: Hub, id: number, changes: Partial<WorkflowRun>): WorkflowRun {
  const run = hub.state.runs.get(id);
  if (run === undefined) throw new Error(`There is no workflow run ${id} in this GitHub double.`);
  const changed = { ...run, ...changes, updatedAt: timestamp(hub) };
  hub.state.runs.set(id, changed);
  return changed;
}

/** Of the workflow file: the same for all its runs. */
function workflowId({ state }: Hub, { workflowPath }: WorkflowRun): number {
  return [...state.runs.values()].find((run) => run.workflowPath === workflowPath)?.id ?? 0;
}

function renderRun(hub: Hub, run: WorkflowRun): Json {
  const url = `${apiUrl(hub)}/actions/runs/${run.id}`;
  const workflow = workflowId(hub, run);
  const actor = renderAccount(hub, run.actor);
  const repository = renderMinimalRepository(hub, hub.state.repository);
  const head = run.headRepository;
  const { message, date, author, files } = commitOf(hub, run.headSha);
  const person = renderPerson(author);
  return {
    id: run.id,
    node_id: nodeId('WFR', run.id),
    name: run.name,
    display_title: message.split('\n', 1)[0],
    path: run.workflowPath,
    run_number: run.number,
    run_attempt: run.attempt,
    event: run.event,
    status: run.status,
    conclusion: run.conclusion,
    head_branch: run.headBranch,
    head_sha: run.headSha,
    head_commit: { id: run.headSha, tree_id: treeSha(files), message, timestamp: date, author: person, committer: person },
    workflow_id: workflow,
    check_suite_id: run.id,
    check_suite_node_id: nodeId('CS', run.id),
    url,
    html_url: `${pageUrl(hub)}/actions/runs/${run.id}`,
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    check_suite_url: `${apiUrl(hub)}/check-suites/${run.id}`,
    artifacts_url: `${url}/artifacts`,
    cancel_url: `${url}/cancel`,
    rerun_url: `${url}/rerun`,
    previous_attempt_url: run.attempt === 1 ? null : `${url}/attempts/${run.attempt - 1}`,
    workflow_url: `${apiUrl(hub)}/actions/workflows/${workflow}`,
    pull_requests: pullsOf(hub, run.headSha),
    ...{
      actor,
      triggering_actor: actor,
      repository,
      head_repository: head && !isGone(hub, head) ? renderMinimalRepository(hub, head) : null,
    },
    ...{ created_at: run.createdAt, updated_at: run.updatedAt, run_started_at: run.createdAt },
  };
}

function renderJob(hub: Hub, job: Job): Json {
  const run = hub.state.runs.get(job.runId);
  const isDone = job.status === 'completed';
  return {
    id: job.id,
    node_id: nodeId('CR', job.id),
    run_id: job.runId,
    run_url: `${apiUrl(hub)}/actions/runs/${job.runId}`,
    run_attempt: job.attempt,
    head_sha: run?.headSha,
    head_branch: run?.headBranch,
    workflow_name: run?.name,
    name: job.name,
    status: job.status,
    conclusion: job.conclusion,
    created_at: job.startedAt,
    started_at: job.startedAt,
    completed_at: isDone ? job.completedAt : null,
    url: `${apiUrl(hub)}/actions/jobs/${job.id}`,
    html_url: `${pageUrl(hub)}/actions/runs/${job.runId}/job/${job.id}`,
    check_run_url: `${apiUrl(hub)}/check-runs/${job.id}`,
    ...{ labels: ['ubuntu-latest'], runner_id: 1, runner_name: 'rehearsal', runner_group_id: 1, runner_group_name: 'Default' },
    steps: [],
  };
}

function withRun({ hub, params }: Call, act: (run: WorkflowRun) => Answer): Answer {
  const run = hub.state.runs.get(Number(params.run_id));
  return run === undefined ? notFound : act(run);
}

function listRuns({ hub, query }: Call, isAmong: (run: WorkflowRun) => boolean = () => true): Answer {
  const wanted = {
    event: query.get('event'),
    branch: query.get('branch'),
    status: query.get('status'),
    sha: query.get('head_sha'),
  };
  const matches = (run: WorkflowRun): boolean =>
    isAmong(run) &&
    [null, run.event].includes(wanted.event) &&
    [null, run.headBranch].includes(wanted.branch) &&
    [null, run.status, run.conclusion].includes(wanted.status) &&
    [null, run.headSha].includes(wanted.sha);
  const newestFirst = [...hub.state.runs.values()].filter(matches).reverse();
  return countedList(
    'workflow_runs',
    newestFirst.map((run) => renderRun(hub, run)),
  );
}

/** By the name of its file, or by its id. */
function listRunsOfWorkflow(call: Call): Answer {
  const { hub, params } = call;
  const { workflow_id: wanted = '' } = params;
  const path = `.github/workflows/${wanted}`;
  const isOfIt = (run: WorkflowRun): boolean => run.workflowPath === path || String(workflowId(hub, run)) === wanted;
  const isKnown = [...hub.state.runs.values()].some(isOfIt);
  const main = resolveRef(hub, hub.state.repository.defaultBranch);
  return isKnown || main?.files.has(path) === true ? listRuns(call, isOfIt) : notFound;
}

/** GitHub only takes note: the run ends when its jobs have. */
function cancel({ hub }: Call, { id, status }: WorkflowRun): Answer {
  if (status === 'completed') return refused(409, 'Cannot cancel a workflow run that is completed.');
  changeRun(hub, id, { isCancelRequested: true });
  hub.askToCancel(id);
  return { kind: 'json', status: 202, body: {} };
}

function listJobs({ hub, query }: Call, { id, attempt }: WorkflowRun): Answer {
  const all = [...hub.state.jobs.values()].filter(({ runId }) => runId === id);
  const found = query.get('filter') === 'all' ? all : all.filter((job) => job.attempt === attempt);
  return countedList(
    'jobs',
    found.map((job) => renderJob(hub, job)),
  );
}

const all = '/repos/{owner}/{repo}/actions/runs';
const one = `${all}/{run_id}`;
const read = ['actions=read'] as const;

export const runRoutes: readonly Route[] = [
  { method: 'GET', path: all, needs: read, handle: (call) => listRuns(call) },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs',
    needs: read,
    handle: listRunsOfWorkflow,
  },
  { method: 'GET', path: one, needs: read, handle: (call) => withRun(call, (run) => ok(renderRun(call.hub, run))) },
  { method: 'GET', path: `${one}/jobs`, needs: read, handle: (call) => withRun(call, (run) => listJobs(call, run)) },
  {
    method: 'POST',
    path: `${one}/cancel`,
    needs: ['actions=write'],
    handle: (call) => withRun(call, (run) => cancel(call, run)),
  },
];
