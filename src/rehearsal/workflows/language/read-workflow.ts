// Reads a workflow file: checked by GitHub's own parser against GitHub's own schema, then as our model.
import { failure } from '../../../define/failure.ts';
import { conditionOf } from './expressions.ts';
import { library } from './library.ts';
import { readSteps } from './read-steps.ts';
import { isList, isMapping, mappingAt, stringsIn, type Template, type TemplateMapping, templateOf } from './template.ts';
import { refuseUnknownKeys, unsupported } from './unsupported.ts';
import type { Job, Workflow } from './workflow.ts';

const workflowKeys = ['name', 'run-name', 'on', 'permissions', 'env', 'defaults', 'concurrency', 'jobs'];
const sharedJobKeys = ['name', 'needs', 'if', 'permissions', 'strategy', 'concurrency'];
const callKeys = [...sharedJobKeys, 'uses', 'with', 'secrets'];
const stepsKeys = [
  ...sharedJobKeys,
  ...['runs-on', 'environment', 'env', 'defaults', 'outputs', 'timeout-minutes', 'continue-on-error', 'steps'],
];

/** A valid file: whether the runner supports what it says, shows when it is read. */
export interface WorkflowFile extends Pick<Workflow, 'file' | 'triggers'> {
  /** @throws `workflow/unsupported` */
  read(): Workflow;
}

/** @throws `workflow/invalid` with every problem that GitHub's parser finds */
export async function parseWorkflowFile(file: string, content: string): Promise<WorkflowFile> {
  const { context, value } = library.parseWorkflow({ name: file, content }, new library.NoOperationTraceWriter());
  if (value !== undefined) await library.convertWorkflowTemplate(context, value);
  const problems = context.errors.getErrors().map(({ message }) => message);
  if (value === undefined || problems.length > 0) throw invalid(file, problems);
  const root = templateOf(value, file);
  if (!isMapping(root)) throw invalid(file, ['it is no mapping']);
  return { file, triggers: triggersOf(root.get('on')), read: () => modelOf(root, file) };
}

export function invalid(file: string, problems: readonly string[]) {
  return failure({
    code: 'workflow/invalid',
    what: `${file} is not valid: ${problems[0] ?? 'it is empty'}`,
    next: 'Correct the file: GitHub would refuse it, too.',
    details: problems.slice(1),
  });
}

function modelOf(root: TemplateMapping, file: string): Workflow {
  refuseUnknownKeys(root, workflowKeys, file);
  const name = root.get('name');
  return {
    file,
    name: typeof name === 'string' ? name : `.github/workflows/${file}`,
    runName: root.get('run-name'),
    triggers: triggersOf(root.get('on')),
    permissions: root.get('permissions'),
    env: root.get('env'),
    defaults: mappingAt(mappingAt(root, 'defaults'), 'run'),
    concurrency: root.get('concurrency'),
    jobs: [...mappingAt(root, 'jobs')].map(([id, job]) => jobOf(id, job, file)),
  };
}

function triggersOf(on: Template | undefined): ReadonlyMap<string, Template> {
  if (isMapping(on)) return on;
  return new Map((isList(on) ? on : [on ?? null]).map((event) => [String(event), null]));
}

function jobOf(id: string, job: Template, file: string): Job {
  const place = `${file}, job ${id}`;
  if (!isMapping(job)) throw invalid(file, [`job ${id} is no mapping`]);
  const facts = {
    id,
    name: job.get('name'),
    needs: stringsIn(job.get('needs')),
    condition: conditionOf(job.get('if'), place),
    permissions: job.get('permissions'),
    strategy: job.get('strategy'),
    concurrency: job.get('concurrency'),
  };
  const uses = job.get('uses');
  if (typeof uses === 'string') {
    refuseUnknownKeys(job, callKeys, place);
    return { ...facts, kind: 'call', uses, with: job.get('with'), secrets: job.get('secrets') };
  }
  return { ...facts, ...stepsJobOf(job, place) };
}

function stepsJobOf(job: TemplateMapping, place: string) {
  refuseUnknownKeys(job, stepsKeys, place);
  const runsOn = job.get('runs-on');
  if (runsOn === undefined || isMapping(runsOn)) throw unsupported(place, 'runs-on with groups');
  return {
    kind: 'steps' as const,
    runsOn,
    environment: job.get('environment'),
    env: job.get('env'),
    defaults: mappingAt(mappingAt(job, 'defaults'), 'run'),
    outputs: mappingAt(job, 'outputs'),
    timeoutMinutes: job.get('timeout-minutes'),
    continueOnError: job.get('continue-on-error'),
    steps: readSteps(job.get('steps'), place),
  };
}
