// Holds `opsdeck ...` in the documents against the definitions of the command line.
import { type ArgsDef, parseArgs } from 'citty';
import { doctorCommand } from '../../../src/cli/commands/doctor.ts';
import { gateCommand } from '../../../src/cli/commands/gate.ts';
import { initCommand } from '../../../src/cli/commands/init.ts';
import { planCommentCommand } from '../../../src/cli/commands/plan-comment.ts';
import { rehearseCommand } from '../../../src/cli/commands/rehearse.ts';
import { runbookCommand } from '../../../src/cli/commands/runbook.ts';
import { synthCommand } from '../../../src/cli/commands/synth.ts';
import { checkOptions } from '../../../src/cli/options.ts';
import { readGiven } from '../../../src/cli/runbook/given.ts';
import { parseRunbookInputs } from '../../../src/define/runbook-inputs.ts';
import { isScenarioName } from '../../../src/rehearsal/scenario-names.ts';
import { runbooks } from '../../../src/runbooks/index.ts';
import { parseSettings } from '../../../src/stacks/settings.ts';

/** The test that runs `opsdeck --help` holds this list to the one of `src/cli/main.ts`. */
export const opsdeckCommands: Readonly<Record<string, ArgsDef>> = {
  synth: synthCommand.args as ArgsDef,
  gate: gateCommand.args as ArgsDef,
  'plan-comment': planCommentCommand.args as ArgsDef,
  runbook: runbookCommand.args as ArgsDef,
  init: initCommand.args as ArgsDef,
  doctor: doctorCommand.args as ArgsDef,
  rehearse: rehearseCommand.args as ArgsDef,
};

/** @param words behind `opsdeck`; `...` at the end stands for whatever there is */
export function opsdeckProblems(words: readonly string[]): readonly string[] {
  const [name = '--help', ...rest] = words.filter((word) => word !== '...');
  const definition = opsdeckCommands[name];
  if (definition === undefined) return /^(--help|-h)$/.test(name) ? [] : [`there is no command "${name}"`];
  if (rest.includes('--help')) return [];
  return problemOf(() => {
    checkOptions(name, rest, definition);
    checkValues(name, parseArgs([...rest], definition));
  });
}

function checkValues(name: string, given: Readonly<Record<string, unknown>> & { readonly _: readonly string[] }): void {
  const text = (option: string): string | undefined => ownValue(given[option]);
  if (name === 'rehearse' && !isScenarioName(text('scenario') ?? 'pull-request'))
    throw new Error(`there is no scenario "${String(given.scenario)}"`);
  if (name === 'runbook') checkRunbook(given._.map(String));
  const [environment, service] = [text('environment'), text('service')];
  parseSettings({ profile: text('profile') ?? 'production', region: text('region') ?? 'eu-west-2', environment, service });
}

/** What is missing is asked for at a terminal. */
function checkRunbook(words: readonly string[]): void {
  const { action, subject, inputs } = readGiven(words);
  if (action === 'list' || action === 'resume' || ownValue(subject) === undefined) return;
  const runbook = runbooks.find(({ id }) => id === subject);
  if (runbook === undefined) throw new Error(`there is no runbook "${subject}"`);
  const { environment: _environment, reason: _reason, ...own } = inputs;
  const parsed = parseRunbookInputs(runbook.inputs, own);
  const problems = parsed.kind === 'bad' ? parsed.problems.filter((problem) => !problem.includes(': missing;')) : [];
  if (problems.length > 0) throw new Error(problems.join('; '));
}

/** @returns nothing for what stands for a value: `$PROFILE`, `<profile>`, `DIR` */
function ownValue(value: unknown): string | undefined {
  return typeof value === 'string' && /^[^$<A-Z]/.test(value) ? value : undefined;
}

function problemOf(check: () => void): readonly string[] {
  try {
    check();
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

/** Whether the value of its last option is left out: then the text speaks of the option, and nobody can run it. */
export function isCutOff(words: readonly string[]): boolean {
  const last = words.at(-1) ?? '';
  const takesValue = (definition: ArgsDef): boolean => definition[last.replace(/^--/, '')]?.type === 'string';
  return last === '...' || (last.startsWith('--') && Object.values(opsdeckCommands).some(takesValue));
}
