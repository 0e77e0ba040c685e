// Decides whether an event starts a workflow: its name, its activity type, branches, tags, paths.
import { isList, isMapping, stringsIn, type Template, type TemplateMapping } from '../language/template.ts';
import { refuseUnknownKeys, unsupported } from '../language/unsupported.ts';
import { isObject, type Value } from '../language/values.ts';
import type { Workflow } from '../language/workflow.ts';
import type { WorkflowEvent } from './event.ts';
import { matchesPatterns } from './patterns.ts';

type Listener = Pick<Workflow, 'file' | 'triggers'>;

export type TriggerDecision = { readonly kind: 'runs' } | { readonly kind: 'ignored'; readonly because: string };

const runs: TriggerDecision = { kind: 'runs' };
const ignored = (because: string): TriggerDecision => ({ kind: 'ignored', because });

/** https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows */
const defaultTypes: Readonly<Record<string, readonly string[]>> = {
  pull_request: ['opened', 'synchronize', 'reopened'],
  pull_request_target: ['opened', 'synchronize', 'reopened'],
};

const skipMarks = ['[skip ci]', '[ci skip]', '[no ci]', '[skip actions]', '[actions skip]'];

/** @throws `workflow/unsupported` for a filter that nobody reads, or that needs facts the event lacks */
export function decideTrigger(workflow: Listener, event: WorkflowEvent): TriggerDecision {
  const trigger = workflow.triggers.get(event.name);
  if (trigger === undefined) return ignored(`it does not listen to ${event.name}`);
  if (event.name === 'schedule') return decideSchedule(trigger, event);
  if (event.name === 'workflow_dispatch') return decideDispatch(workflow, event);
  if (event.name === 'workflow_call') return ignored('it is called by other workflows only');
  if (event.name === 'push' && isSkipped(event)) return ignored('the commit asks to skip it');
  const filters: TemplateMapping = isMapping(trigger) ? trigger : new Map();
  refuseUnknownKeys(filters, knownFilters[event.name] ?? ['types'], `${workflow.file}, on.${event.name}`);
  return [decideType, decideWorkflows, decideRef, decidePaths].reduce<TriggerDecision>(
    (decision, decide) => (decision.kind === 'runs' ? decide(filters, event) : decision),
    runs,
  );
}

const branches = ['branches', 'branches-ignore'];
const paths = ['paths', 'paths-ignore'];
const knownFilters: Readonly<Record<string, readonly string[]>> = {
  push: [...branches, 'tags', 'tags-ignore', ...paths],
  pull_request: ['types', ...branches, ...paths],
  pull_request_target: ['types', ...branches, ...paths],
  workflow_run: ['types', 'workflows', ...branches],
};

function decideSchedule(trigger: Template, { payload }: WorkflowEvent): TriggerDecision {
  const crons = (isList(trigger) ? trigger : []).map((entry) => (isMapping(entry) ? entry.get('cron') : undefined));
  return crons.some((cron) => cron === payload.schedule) ? runs : ignored(`its schedule is ${crons.join(', ')}`);
}

function decideDispatch({ file }: Listener, { payload }: WorkflowEvent): TriggerDecision {
  return payload.workflow === `.github/workflows/${file}` || payload.workflow === file
    ? runs
    : ignored('another one is dispatched');
}

/** https://docs.github.com/en/actions/how-tos/manage-workflow-runs/skip-workflow-runs */
function isSkipped({ payload }: WorkflowEvent): boolean {
  const message = isObject(payload.head_commit) ? payload.head_commit.message : undefined;
  return typeof message === 'string' && skipMarks.some((mark) => message.includes(mark));
}

function decideType(filters: TemplateMapping, { name, payload }: WorkflowEvent): TriggerDecision {
  const types = filters.has('types') ? stringsIn(filters.get('types')) : defaultTypes[name];
  if (types === undefined || types.includes(String(payload.action))) return runs;
  return ignored(`it listens to ${types.join(', ')}, not to ${String(payload.action)}`);
}

function decideWorkflows(filters: TemplateMapping, { payload }: WorkflowEvent): TriggerDecision {
  if (!filters.has('workflows')) return runs;
  const name = isObject(payload.workflow_run) ? payload.workflow_run.name : undefined;
  const names = stringsIn(filters.get('workflows'));
  return matchesPatterns(String(name), names) ? runs : ignored(`it follows ${names.join(', ')}`);
}

function decideRef(filters: TemplateMapping, event: WorkflowEvent): TriggerDecision {
  if (event.name === 'push') return decidePushedRef(filters, event.ref);
  const branch = event.name === 'workflow_run' ? headBranchOf(event.payload.workflow_run) : event.baseRef;
  return decideName('branches', filters, branch, event.name);
}

function headBranchOf(run: Value | undefined): string | undefined {
  return isObject(run) && typeof run.head_branch === 'string' ? run.head_branch : undefined;
}

/** A filter for branches alone keeps tags out, and the other way around; paths alone let both in. */
function decidePushedRef(filters: TemplateMapping, ref: string): TriggerDecision {
  const kind = ref.startsWith('refs/tags/') ? 'tags' : 'branches';
  const other = kind === 'tags' ? 'branches' : 'tags';
  const filtered = (what: string): boolean => filters.has(what) || filters.has(`${what}-ignore`);
  if (!filtered(kind) && filtered(other)) return ignored(`it listens to ${other} only`);
  return decideName(kind, filters, ref.replace(/^refs\/(heads|tags)\//, ''), 'push');
}

function decideName(kind: string, filters: TemplateMapping, name: string | undefined, event: string): TriggerDecision {
  const wanted = filters.has(kind) ? stringsIn(filters.get(kind)) : undefined;
  const unwanted = stringsIn(filters.get(`${kind}-ignore`));
  if (wanted === undefined && unwanted.length === 0) return runs;
  if (name === undefined) throw unsupported(`on.${event}.${kind}`, `a filter for ${kind}, because the event names none`);
  if (wanted !== undefined && !matchesPatterns(name, wanted)) return ignored(`${name} is not among ${wanted.join(', ')}`);
  return matchesPatterns(name, unwanted) ? ignored(`it ignores ${name}`) : runs;
}

function decidePaths(filters: TemplateMapping, { name, ref, changedFiles }: WorkflowEvent): TriggerDecision {
  const wanted = filters.has('paths') ? stringsIn(filters.get('paths')) : undefined;
  const unwanted = stringsIn(filters.get('paths-ignore'));
  // GitHub does not look at the paths of a pushed tag.
  if ((wanted === undefined && unwanted.length === 0) || ref.startsWith('refs/tags/')) return runs;
  if (changedFiles === undefined) throw unsupported(`on.${name}.paths`, 'a filter for paths, because the event names no files');
  const counts = (file: string): boolean => (wanted ? matchesPatterns(file, wanted) : !matchesPatterns(file, unwanted));
  return changedFiles.some(counts) ? runs : ignored('no changed file is among its paths');
}
