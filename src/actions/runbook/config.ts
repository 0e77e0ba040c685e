// The section `runbooks` of `.github/opsdeck.json`: how long an alarm has to be quiet, and what one may start by itself.
import { isJsonObject, readSection, type SectionReader, unknownKeys, unusable } from '../../define/config-file.ts';
import { type Failure, isFailure } from '../../define/failure.ts';
import {
  count,
  type Field,
  type Fields,
  list,
  matching,
  optional,
  parseRecord,
  text,
  wholeNumberWithin,
} from '../../define/fields.ts';
import { parseRunbookInputs } from '../../define/runbook-inputs.ts';
import type { Runbook } from '../../runbooks/asking.ts';
import { nearestOf } from '../chatops/language/nearness.ts';

/** A runbook that an alarm may start without anybody being asked; never one of high risk. */
export interface AutomaticRule {
  readonly runbook: string;
  readonly environments: readonly string[];
  /** Texts, as a person would give them. */
  readonly inputs: Readonly<Record<string, string>>;
  /** In an environment, within 24 hours. */
  readonly mostPerDay: number;
  /** Between two of them in an environment. */
  readonly cooldownMinutes: number;
}

export interface RunbooksConfig {
  /** For how long an alarm has to be OK before its incident is over. */
  readonly quietSeconds: number;
  readonly automatic: readonly AutomaticRule[];
}

export const defaultRunbooksConfig: RunbooksConfig = { quietSeconds: 600, automatic: [] };

const defaultCooldownMinutes = 30;

interface RuleAsWritten {
  readonly runbook: string;
  readonly environments: readonly string[];
  readonly inputs?: Readonly<Record<string, string>>;
  readonly mostPerDay: number;
  readonly cooldownMinutes?: number;
}

const inputTexts: Field<Readonly<Record<string, string>>> = {
  expected: 'an object of texts, such as {"desired": "6"}',
  isOptional: false,
  read: (value) =>
    isJsonObject(value) && Object.values(value).every((each) => typeof each === 'string')
      ? (value as Record<string, string>)
      : undefined,
};

const ruleFields: Fields<RuleAsWritten> = {
  runbook: text,
  environments: list(matching('the name of an environment', /^[a-z][a-z\d-]{1,11}$/)),
  inputs: optional(inputTexts),
  mostPerDay: wholeNumberWithin('a whole number from 1 to 24', { least: 1, most: 24 }),
  cooldownMinutes: optional(count),
};

const known = ['quietSeconds', 'automatic'] as const;
const quiet = wholeNumberWithin('a whole number of seconds from 60 to 86400', { least: 60, most: 86_400 });

const reader: SectionReader = {
  section: 'runbooks',
  code: 'runbook/config',
  subject: 'The configuration of runbooks',
  untilThen: 'no alarm starts anything',
};

/**
 * @param content of the file; nothing when there is none
 * @throws a Failure `runbook/config` that names every problem: what cannot be read may have forbidden it
 */
export function parseRunbooksConfig(content: string | undefined, runbooks: readonly Runbook[]): RunbooksConfig {
  if (content === undefined) return defaultRunbooksConfig;
  const section = readSection(content, reader);
  if (section === undefined) return defaultRunbooksConfig;
  const { quietSeconds = defaultRunbooksConfig.quietSeconds, automatic = [] } = section;
  const rules = Array.isArray(automatic) ? automatic.map((rule, index) => readRule(rule, `automatic[${index}]`, runbooks)) : [];
  const problems = [
    ...(quiet.read(quietSeconds) === undefined ? [`quietSeconds: expected ${quiet.expected}`] : []),
    ...(Array.isArray(automatic) ? [] : ['automatic: expected a list of rules']),
    ...rules.flatMap((rule) => rule.problems),
    ...repeated(rules.flatMap(({ rule }) => rule ?? [])),
    ...unknownKeys(section, known),
  ];
  if (problems.length > 0) {
    throw unusable(
      reader,
      problems.map((problem) => `runbooks.${problem}`),
    );
  }
  return { quietSeconds: Number(quietSeconds), automatic: rules.flatMap(({ rule }) => rule ?? []) };
}

interface ReadRule {
  readonly rule?: AutomaticRule;
  readonly problems: readonly string[];
}

function readRule(value: unknown, at: string, runbooks: readonly Runbook[]): ReadRule {
  const parsed = parseRecord(value, ruleFields);
  const strange = unknownKeys(value, Object.keys(ruleFields));
  // What is wrong with the runbook is told even where something else is, too.
  const asked =
    isJsonObject(value) && typeof value.runbook === 'string' ? problemsOfRunbook(value.runbook, value.inputs, runbooks) : [];
  const problems = [...(parsed.kind === 'corrupt' ? parsed.problems : []), ...asked, ...strange].map((problem) =>
    isJsonObject(value) ? `${at}.${problem}` : `${at}: ${problem}`,
  );
  if (parsed.kind === 'corrupt' || problems.length > 0) return { problems };
  const { inputs = {}, cooldownMinutes = defaultCooldownMinutes, ...rule } = parsed.value;
  return { rule: { ...rule, inputs, cooldownMinutes }, problems };
}

function problemsOfRunbook(id: string, inputs: unknown, runbooks: readonly Runbook[]): readonly string[] {
  const runbook = runbooks.find((each) => each.id === id);
  if (!runbook) {
    const ids = runbooks.map((each) => each.id);
    const nearest = nearestOf(id, ids);
    return [`runbook: there is no ${quoted(id)}; ${nearest ? `did you mean ${nearest}` : `there are ${ids.join(', ')}`}`];
  }
  const given = inputTexts.read(inputs ?? {});
  const read = given && parseRunbookInputs(runbook.inputs, given);
  return [
    ...(runbook.risk === 'high' ? [`runbook: ${id} is of high risk, which only a person may start`] : []),
    ...(read?.kind === 'bad' ? read.problems.map((problem) => `inputs: ${problem}`) : []),
  ];
}

/** Two rules for the same would make two of what each of them limits. */
function repeated(rules: readonly AutomaticRule[]): readonly string[] {
  const pairs = rules.flatMap(({ runbook, environments }) => environments.map((environment) => `${runbook} in ${environment}`));
  const twice = pairs.filter((pair, index) => pairs.indexOf(pair) < index);
  return [...new Set(twice)].map((pair) => `automatic: more than one rule for ${pair}`);
}

function quoted(word: string): string {
  return JSON.stringify(word.length > 60 ? `${word.slice(0, 59)}…` : word);
}

/** For alarms: people are told of those even while nobody may trust the configuration; then nothing starts by itself. */
export function configForAlarms(
  content: string | undefined,
  runbooks: readonly Runbook[],
): { readonly config: RunbooksConfig; readonly problem?: Failure } {
  try {
    return { config: parseRunbooksConfig(content, runbooks) };
  } catch (error) {
    if (!isFailure(error)) throw error;
    return { config: defaultRunbooksConfig, problem: error };
  }
}
