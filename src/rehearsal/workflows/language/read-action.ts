// Reads an action.yml: checked by GitHub's own parser against GitHub's own schema, then as our model.
import { library } from './library.ts';
import { readSteps } from './read-steps.ts';
import { invalid } from './read-workflow.ts';
import { isMapping, mappingAt, type Template, type TemplateMapping, templateOf } from './template.ts';
import { unsupported } from './unsupported.ts';
import type { ActionDefinition, ActionInput, ActionRuns } from './workflow.ts';

/** @throws `workflow/invalid` with every problem that GitHub's parser finds, `workflow/unsupported` */
export function readAction(file: string, content: string): ActionDefinition {
  const { context, value } = library.parseAction({ name: file, content }, new library.NoOperationTraceWriter());
  if (value !== undefined) library.convertActionTemplate(context, value);
  const problems = context.errors.getErrors().map(({ message }) => message);
  const root = value && problems.length === 0 ? templateOf(value, file) : undefined;
  if (!isMapping(root)) throw invalid(file, problems);
  return {
    name: String(root.get('name')),
    inputs: [...mappingAt(root, 'inputs')].map(([name, input]) => inputOf(name, input)),
    outputs: outputsOf(mappingAt(root, 'outputs')),
    runs: runsOf(mappingAt(root, 'runs'), file),
  };
}

function inputOf(name: string, input: Template): ActionInput {
  const facts = isMapping(input) ? input : new Map<string, Template>();
  const deprecated = facts.get('deprecationMessage');
  return { name, default: facts.get('default'), deprecated: typeof deprecated === 'string' ? deprecated : undefined };
}

function outputsOf(outputs: TemplateMapping): TemplateMapping {
  return new Map(
    [...outputs].flatMap(([name, output]) => {
      const value = isMapping(output) ? output.get('value') : undefined;
      return value === undefined ? [] : [[name, value] as const];
    }),
  );
}

function runsOf(runs: TemplateMapping, file: string): ActionRuns {
  const using = String(runs.get('using'));
  if (using === 'composite') return { kind: 'composite', steps: readSteps(runs.get('steps'), file) };
  if (using !== 'node20' && using !== 'node24') throw unsupported(file, `actions that run with ${using}`);
  const post = runs.get('post');
  return {
    kind: 'node',
    main: String(runs.get('main')),
    hasPre: runs.has('pre'),
    post: typeof post === 'string' ? post : undefined,
    // Unlike a step's own condition, this one is taken as it stands.
    postCondition: { expression: String(runs.get('post-if') ?? 'always()'), at: `${file}: post-if` },
  };
}
