// What an action takes, gives and may do, as data: action.yml, its README, its types and its parser derive from it.
import { failure } from './failure.ts';

export type Access = 'read' | 'write';

/** https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#permissions */
export type Scope = 'actions' | 'checks' | 'contents' | 'deployments' | 'id-token' | 'issues' | 'pull-requests' | 'statuses';

/** The identities of the bootstrap stack; each is bound to the GitHub environment of the same name. */
export type CloudRole = 'plan' | 'preview' | 'deploy' | 'game-day' | 'ops';

export interface ActionContract {
  /** Folder under `actions/` and `src/actions/`. */
  readonly name: string;
  /** One line: the action's name in GitHub's lists. */
  readonly title: string;
  readonly about: string;
  readonly inputs: Readonly<Record<string, InputDefinition>>;
  readonly outputs: Readonly<Record<string, OutputDefinition>>;
  /** What the job that runs it must grant. */
  readonly permissions: Readonly<Partial<Record<Scope, Access>>>;
  /** The AWS identity it acts as; none works without credentials. */
  readonly role?: CloudRole;
  /** Events that start the workflow it is made for. */
  readonly triggers: readonly string[];
  /** Cleans up after the job, even a cancelled one. */
  readonly post?: true;
}

interface InputBase {
  readonly about: string;
  /** Must be given; what has a default, or is neither, may be left out. */
  readonly required?: true;
}

export type InputDefinition =
  | (InputBase & { readonly kind: 'text'; readonly default?: string })
  /** A whole number. */
  | (InputBase & { readonly kind: 'number'; readonly default?: number; readonly least?: number; readonly most?: number })
  | (InputBase & { readonly kind: 'flag'; readonly default: boolean })
  | (InputBase & { readonly kind: 'choice'; readonly choices: readonly string[]; readonly default?: string })
  /** Separated by commas or line breaks. */
  | (InputBase & { readonly kind: 'list'; readonly default?: readonly string[] })
  /** `90m`, `36h`, `3d`: read as seconds. */
  | (InputBase & { readonly kind: 'duration'; readonly default?: string });

export interface OutputDefinition {
  readonly about: string;
}

type ValueOf<D extends InputDefinition> = D extends { readonly kind: 'number' | 'duration' }
  ? number
  : D extends { readonly kind: 'flag' }
    ? boolean
    : D extends { readonly kind: 'list' }
      ? readonly string[]
      : D extends { readonly kind: 'choice'; readonly choices: readonly (infer Choice)[] }
        ? Choice
        : string;

type Given<D extends InputDefinition> = D extends { readonly required: true } | { readonly default: unknown } ? never : undefined;

/** The inputs of a contract by name, parsed; what may be left out may be undefined. Durations are seconds. */
export type InputsOf<C extends ActionContract> = {
  readonly [Name in keyof C['inputs']]: ValueOf<C['inputs'][Name]> | Given<C['inputs'][Name]>;
};

export type OutputName<C extends ActionContract> = keyof C['outputs'] & string;

/** Keeps the literal types of what it is given. */
export function contract<const C extends ActionContract>(definition: C): C {
  return definition;
}

/** @param read the text of an input, empty when it is not given. @throws a Failure `action/inputs` that names every problem */
export function parseInputs<C extends ActionContract>(definition: C, read: (name: string) => string): InputsOf<C> {
  const parsed = Object.entries(definition.inputs).map(([name, input]) => [name, parseInput(input, read(name).trim())] as const);
  const problems = parsed.flatMap(([name, result]) => ('problem' in result ? [`- ${name}: ${result.problem}`] : []));
  if (problems.length > 0) {
    throw failure({
      code: 'action/inputs',
      what: `Bad inputs for ${definition.name}:\n${problems.join('\n')}`,
      next: 'Correct them in the workflow, under the step\'s "with".',
    });
  }
  return Object.fromEntries(parsed.map(([name, result]) => [name, 'value' in result && result.value])) as InputsOf<C>;
}

type Parsed = { readonly value: unknown } | { readonly problem: string };

function parseInput(input: InputDefinition, text: string): Parsed {
  if (text !== '') return parseValue(input, text);
  if (input.default === undefined) return input.required ? { problem: 'required' } : { value: undefined };
  return input.kind === 'duration' ? parseValue(input, input.default) : { value: input.default };
}

function parseValue(input: InputDefinition, text: string): Parsed {
  switch (input.kind) {
    case 'text':
      return { value: text };
    case 'number':
      return parseNumber(input, text);
    case 'flag':
      return /^(true|false)$/i.test(text) ? { value: text.toLowerCase() === 'true' } : wrong('true or false', text);
    case 'choice':
      return input.choices.includes(text) ? { value: text } : wrong(`one of ${input.choices.join(', ')}`, text);
    case 'list':
      return { value: text.split(/[,\n]/).flatMap((entry) => entry.trim() || []) };
    case 'duration': {
      const seconds = parseDuration(text);
      return seconds === undefined ? wrong('a duration such as 90m, 36h or 3d', text) : { value: seconds };
    }
    default:
      throw new Error(`no such input: ${input satisfies never}`);
  }
}

function parseNumber({ least = 0, most = Number.MAX_SAFE_INTEGER }: { least?: number; most?: number }, text: string): Parsed {
  const value = Number(text);
  const isGood = /^\d+$/.test(text) && value >= least && value <= most;
  return isGood ? { value } : wrong(`a whole number from ${least} to ${most}`, text);
}

function wrong(expected: string, text: string): Parsed {
  return { problem: `expected ${expected}; got ${JSON.stringify(text.slice(0, 60))}` };
}

const unitSeconds: Readonly<Record<string, number>> = { m: 60, h: 3600, d: 86_400 };

/** `90m`, `36h`, `3d`. @returns seconds, or nothing if it is no duration */
export function parseDuration(text: string): number | undefined {
  const [, digits, unit] = /^(\d{1,3})([mhd])$/.exec(text) ?? [];
  return digits && unit ? Number(digits) * (unitSeconds[unit] ?? 0) : undefined;
}
