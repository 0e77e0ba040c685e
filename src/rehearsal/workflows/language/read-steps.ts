// Reads the steps of a job or of a composite action.
import { conditionOf } from './expressions.ts';
import { isList, isMapping, type Template } from './template.ts';
import { refuseUnknownKeys, unsupported } from './unsupported.ts';
import type { Step } from './workflow.ts';

const shared = ['id', 'name', 'if', 'env', 'continue-on-error', 'timeout-minutes'];
const ofRun = [...shared, 'run', 'shell', 'working-directory'];
const ofUses = [...shared, 'uses', 'with'];

/** @throws a Failure `workflow/unsupported` for what the runner cannot do */
export function readSteps(template: Template | undefined, place: string): readonly Step[] {
  if (!isList(template)) return [];
  return template.map((step, index) => readStep(step, `${place}, step ${index + 1}`));
}

function readStep(step: Template, place: string): Step {
  if (!isMapping(step)) throw unsupported(place, 'a step that is no mapping');
  const id = step.get('id');
  const facts = {
    id: typeof id === 'string' ? id : undefined,
    name: step.get('name'),
    condition: conditionOf(step.get('if'), place),
    env: step.get('env'),
    continueOnError: step.get('continue-on-error'),
    timeoutMinutes: step.get('timeout-minutes'),
  };
  const uses = step.get('uses');
  if (typeof uses === 'string') {
    refuseUnknownKeys(step, ofUses, place);
    return { ...facts, kind: 'uses', uses, with: step.get('with') };
  }
  refuseUnknownKeys(step, ofRun, place);
  const run = step.get('run') ?? '';
  return { ...facts, kind: 'run', run, shell: step.get('shell'), workingDirectory: step.get('working-directory') };
}
