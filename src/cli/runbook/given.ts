// What stands on the command line of a runbook, taken apart: the words, and the inputs as `name=value`.
import { failure } from '../../define/failure.ts';

export const runbookActions = ['list', 'explain', 'plan', 'run', 'resume'] as const;
export type RunbookAction = (typeof runbookActions)[number];

export interface Given {
  readonly action: RunbookAction;
  /** Id of the runbook; of `resume`, what it works on. Empty where it is not given. */
  readonly subject: string;
  readonly inputs: Readonly<Record<string, string>>;
}

/** @throws a Failure `cli/usage` that names every problem */
export function readGiven(words: readonly string[]): Given {
  const [action = 'list', ...rest] = words;
  const pairs = rest.filter((word) => word.includes('='));
  const [subject = '', ...more] = rest.filter((word) => !word.includes('='));
  const names = pairs.map((pair) => pair.slice(0, pair.indexOf('=')));
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  const problems = [
    ...(isAction(action) ? [] : [`${JSON.stringify(action)} is none of ${runbookActions.join(', ')}`]),
    ...more.map((word) => `nothing is expected where it says ${JSON.stringify(word)}; inputs are written name=value`),
    ...names.flatMap((name) => (name === '' ? ['an input without a name'] : [])),
    ...new Set(twice.map((name) => `${name} is given twice`)),
  ];
  if (problems.length > 0 || !isAction(action)) throw usage(problems.join('; '));
  const inputs = Object.fromEntries(pairs.map((pair, index) => [names[index] ?? '', pair.slice(pair.indexOf('=') + 1)]));
  return { action, subject, inputs };
}

function isAction(word: string): word is RunbookAction {
  return runbookActions.some((action) => action === word);
}

export function usage(what: string, next = 'Run "opsdeck runbook --help" for what it takes.') {
  return failure({ code: 'cli/usage', what: `opsdeck runbook: ${what}${/[.?!]$/.test(what) ? '' : '.'}`, next });
}
