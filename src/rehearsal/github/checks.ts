// Check runs of the GitHub double: only apps may make them.
import { renderApp } from './accounts.ts';
import type { CheckRun } from './automation-records.ts';
import {
  type Answer,
  type Call,
  checkTexts,
  countedList,
  created,
  invalid,
  notFound,
  ok,
  type Route,
  refused,
  text,
} from './exchange.ts';
import { resolveRef } from './git.ts';
import { apiUrl, type Hub, type Json, nodeId, pageUrl, timestamp } from './hub.ts';
import { isPull } from './issue-records.ts';

const mostOutputCharacters = 65_535;
const conclusions = ['success', 'failure', 'neutral', 'cancelled', 'skipped', 'timed_out', 'action_required'];
const statuses = ['queued', 'in_progress', 'completed'];

type Changes = Partial<Pick<CheckRun, 'status' | 'conclusion' | 'completedAt' | 'detailsUrl' | 'output'>>;

/** A conclusion makes it completed, and completed needs one. */
function readChanges({ hub, body }: Call): { readonly refusal: Answer } | { readonly changes: Changes } {
  const resource = 'CheckRun';
  const output = (body.output ?? {}) as Json;
  const rules = ['summary', 'text'].map((field) => ({ resource, field, most: mostOutputCharacters }));
  const refusal = checkTexts(output, rules);
  if (refusal !== undefined) return { refusal };
  const conclusion = text(body, 'conclusion');
  const status = conclusion === undefined ? text(body, 'status') : 'completed';
  if (conclusion !== undefined && !conclusions.includes(conclusion)) {
    return { refusal: invalid({ resource, field: 'conclusion', code: 'invalid' }) };
  }
  if (status !== undefined && !statuses.includes(status))
    return { refusal: invalid({ resource, field: 'status', code: 'invalid' }) };
  if (status === 'completed' && conclusion === undefined) {
    return { refusal: invalid({ resource, field: 'conclusion', code: 'missing_field' }) };
  }
  const end = { conclusion: conclusion ?? null, completedAt: conclusion === undefined ? null : timestamp(hub) };
  const detailsUrl = text(body, 'details_url');
  return {
    changes: {
      ...(status !== undefined && { status, ...end }),
      ...(detailsUrl !== undefined && { detailsUrl }),
      ...(body.output !== undefined && { output: readOutput(output) }),
    },
  };
}

function readOutput(output: Json): CheckRun['output'] {
  return { title: text(output, 'title') ?? null, summary: text(output, 'summary') ?? null, text: text(output, 'text') ?? null };
}

const appsOnly = refused(403, 'You must authenticate via a GitHub App.');

function createRun(call: Call): Answer {
  const { hub, body, caller } = call;
  if (caller.app === undefined) return appsOnly;
  const required = ['name', 'head_sha'].map((field) => ({ resource: 'CheckRun', field, required: true }));
  const refusal = checkTexts(body, required);
  if (refusal !== undefined) return refusal;
  const headSha = text(body, 'head_sha') ?? '';
  if (!hub.state.commits.has(headSha)) return refused(422, `No commit found for SHA: ${headSha}`);
  const read = readChanges(call);
  if ('refusal' in read) return read.refusal;
  const run: CheckRun = {
    id: hub.nextId(),
    suite: suiteOf(hub, headSha),
    app: caller,
    name: text(body, 'name') ?? '',
    headSha,
    externalId: text(body, 'external_id') ?? '',
    detailsUrl: null,
    status: 'queued',
    conclusion: null,
    startedAt: text(body, 'started_at') ?? timestamp(hub),
    completedAt: null,
    output: readOutput({}),
    ...read.changes,
  };
  hub.state.checkRuns.set(run.id, run);
  return created(renderRun(hub, run));
}

function updateRun(call: Call): Answer {
  const { hub, params, caller } = call;
  const run = hub.state.checkRuns.get(Number(params.check_run_id));
  if (run === undefined) return notFound;
  if (caller.id !== run.app.id) return refused(403, 'A check run can only be modified by the GitHub App that created it.');
  const read = readChanges(call);
  if ('refusal' in read) return read.refusal;
  const updated = { ...run, ...read.changes };
  hub.state.checkRuns.set(run.id, updated);
  return ok(renderRun(hub, updated));
}

/** One suite a commit. */
function suiteOf(hub: Hub, headSha: string): number {
  return [...hub.state.checkRuns.values()].find((run) => run.headSha === headSha)?.suite ?? hub.nextId();
}

function listRuns({ hub, params: { ref = '' }, query }: Call): Answer {
  const commit = resolveRef(hub, ref);
  if (commit === undefined) return refused(422, `No commit found for SHA: ${ref}`);
  const name = query.get('check_name');
  const status = query.get('status');
  const all = [...hub.state.checkRuns.values()].filter(
    (run) => run.headSha === commit.sha && (name === null || run.name === name) && (status === null || run.status === status),
  );
  const newestFirst = all.reverse();
  const isLatest = (run: CheckRun): boolean =>
    newestFirst.find((other) => other.name === run.name && other.app.id === run.app.id) === run;
  const found = query.get('filter') === 'all' ? newestFirst : newestFirst.filter(isLatest);
  return countedList(
    'check_runs',
    found.map((run) => renderRun(hub, run)),
  );
}

function renderRun(hub: Hub, run: CheckRun): Json {
  const url = `${apiUrl(hub)}/check-runs/${run.id}`;
  const page = `${pageUrl(hub)}/runs/${run.id}`;
  return {
    id: run.id,
    node_id: nodeId('CR', run.id),
    name: run.name,
    head_sha: run.headSha,
    external_id: run.externalId,
    url,
    html_url: page,
    details_url: run.detailsUrl ?? page,
    status: run.status,
    conclusion: run.conclusion,
    started_at: run.startedAt,
    completed_at: run.completedAt,
    output: { ...run.output, annotations_count: 0, annotations_url: `${url}/annotations` },
    check_suite: { id: run.suite },
    app: run.app.app === undefined ? null : renderApp(hub, run.app.app),
    pull_requests: pullsOf(hub, run.headSha),
  };
}

/** Those of forks are left out, as GitHub does. */
export function pullsOf(hub: Hub, headSha: string): readonly Json[] {
  const { id, name } = hub.state.repository;
  const repo = { id, name, url: apiUrl(hub) };
  const open = [...hub.state.issues.values()].filter(isPull).filter(({ state }) => state === 'open');
  return open
    .filter(({ pull }) => pull.headSha === headSha && !pull.headRepository.isFork)
    .map(({ number, pull }) => ({
      id: pull.id,
      number,
      url: `${apiUrl(hub)}/pulls/${number}`,
      head: { ref: pull.headRef, sha: pull.headSha, repo },
      base: { ref: pull.baseRef, sha: pull.baseSha, repo },
    }));
}

const one = '/repos/{owner}/{repo}/check-runs/{check_run_id}';

export const checkRoutes: readonly Route[] = [
  { method: 'POST', path: '/repos/{owner}/{repo}/check-runs', needs: ['checks=write'], handle: createRun },
  { method: 'PATCH', path: one, needs: ['checks=write'], handle: updateRun },
  {
    method: 'GET',
    path: one,
    needs: ['checks=read'],
    handle: ({ hub, params }) => {
      const run = hub.state.checkRuns.get(Number(params.check_run_id));
      return run === undefined ? notFound : ok(renderRun(hub, run));
    },
  },
  { method: 'GET', path: '/repos/{owner}/{repo}/commits/{ref}/check-runs', needs: ['checks=read'], handle: listRuns },
];
