// Finds the workflow that a job calls, and what goes into it: inputs and secrets.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { failure } from '../../../define/failure.ts';
import { evaluate, evaluateTexts, type Scope } from '../language/expressions.ts';
import { parseWorkflowFile } from '../language/read-workflow.ts';
import { emptyMapping, isExpression, isMapping, mappingAt, type Template, type TemplateMapping } from '../language/template.ts';
import { unsupported } from '../language/unsupported.ts';
import { isObject, type ValueObject } from '../language/values.ts';
import type { CallJob, Workflow } from '../language/workflow.ts';
import { resolveInputs } from '../triggers/inputs.ts';

type Texts = Readonly<Record<string, string>>;

export interface Called {
  readonly workflow: Workflow;
  readonly inputs: ValueObject;
  readonly secrets: Texts;
  readonly outputs: TemplateMapping;
}

/** @throws `workflow/unsupported`, `workflow/invalid`, `workflow/bad-inputs` */
export async function readCalled(job: CallJob, workflowsFolder: string, secrets: Texts, scope: Scope): Promise<Called> {
  const [, file] = /^\.\/\.github\/workflows\/([\w.-]+\.ya?ml)$/.exec(job.uses) ?? [];
  if (file === undefined) throw unsupported(`job ${job.id}`, `the workflow of another repository or folder: ${job.uses}`);
  const content = await readFile(join(workflowsFolder, file), 'utf8').catch(() => undefined);
  if (content === undefined) throw cannotCall(job, 'there is no such file');
  const parsed = await parseWorkflowFile(file, content);
  const workflow = parsed.read();
  const trigger = workflow.triggers.get('workflow_call');
  if (trigger === undefined) throw cannotCall(job, 'it does not listen to workflow_call');
  if (workflow.concurrency !== undefined) throw unsupported(file, 'the concurrency of a called workflow');
  refuseToken(job);
  const given = job.with === undefined ? {} : evaluate(job.with, scope);
  const definitions = mappingAt(trigger, 'inputs');
  const inputs = resolveInputs({ source: 'call', place: file, definitions, given: isObject(given) ? given : {}, scope });
  return { workflow, inputs, secrets: secretsFor(job, trigger, secrets, scope), outputs: outputsOf(trigger) };
}

/** A job that calls a workflow has no machine, so that there is no token yet which it could pass on. */
function refuseToken(job: CallJob): void {
  const texts = [...expressionsIn(job.with ?? null), ...expressionsIn(job.secrets ?? null)];
  if (texts.some((text) => /secrets\s*\.\s*github_token|github\s*\.\s*token/i.test(text))) {
    throw unsupported(`job ${job.id}`, 'passing the token on to a called workflow (every job of it has one)');
  }
}

function expressionsIn(template: Template): readonly string[] {
  if (isExpression(template)) return [template.expression];
  return isMapping(template) ? [...template.values()].flatMap(expressionsIn) : [];
}

function outputsOf(trigger: Template): TemplateMapping {
  return new Map(
    [...mappingAt(trigger, 'outputs')].map(([name, output]) => [name, (isMapping(output) ? output.get('value') : null) ?? null]),
  );
}

function secretsFor(job: CallJob, trigger: Template, secrets: Texts, scope: Scope): Texts {
  if (job.secrets === 'inherit') return secrets;
  const given = evaluateTexts(job.secrets ?? emptyMapping, scope);
  const missing = [...mappingAt(trigger, 'secrets')].filter(
    ([name, definition]) => isMapping(definition) && definition.get('required') === true && !Object.hasOwn(given, name),
  );
  if (missing.length > 0) throw cannotCall(job, `the secret ${missing.map(([name]) => name).join(', ')} is required`);
  return given;
}

function cannotCall({ id, uses }: CallJob, problem: string) {
  return failure({
    code: 'workflow/invalid',
    what: `The job ${id} cannot call ${uses}: ${problem}.`,
    next: 'Correct the calling job, or the workflow that it calls.',
  });
}
