// Computes the inputs of an action: what `with` gives, and the action's defaults.
import { evaluateText, evaluateTexts } from '../language/expressions.ts';
import type { Template } from '../language/template.ts';
import type { ActionInput } from '../language/workflow.ts';
import type { StepRuntime } from './runtime.ts';

type Texts = Readonly<Record<string, string>>;

/** Input names are case insensitive; what the action does not know, it gets all the same, with a warning. */
export function actionInputs({ scope, output }: StepRuntime, given: Template | undefined, known: readonly ActionInput[]): Texts {
  const values = new Map(Object.entries(evaluateTexts(given, scope)).map(([name, value]) => [name.toLowerCase(), value]));
  const unexpected = [...values.keys()].filter((name) => !known.some((input) => input.name.toLowerCase() === name));
  if (unexpected.length > 0) {
    const valid = known.map(({ name }) => `'${name}'`).join(', ');
    output.annotate('warning', `Unexpected input(s) '${unexpected.join("', '")}', valid inputs are [${valid}]`);
  }
  for (const { name, deprecated } of known) {
    if (deprecated !== undefined && values.has(name.toLowerCase())) {
      output.annotate('warning', `Input '${name}' has been deprecated with message: ${deprecated}`);
    }
  }
  const defined = known.map((input) => [input.name, values.get(input.name.toLowerCase()) ?? evaluateText(input.default, scope)]);
  const others = unexpected.map((name) => [name, values.get(name) ?? '']);
  return Object.fromEntries([...defined, ...others]);
}
