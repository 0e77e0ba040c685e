// Listens to what a step prints: workflow commands are obeyed, everything else is masked and passed on.
import type { AnnotationLevel, StepIdentity } from '../records.ts';
import { type Command, knownCommands, parseCommand } from '../rules/commands.ts';
import type { Masker } from '../rules/mask.ts';
import type { JobRecorder, StepOutput } from './runtime.ts';

export interface OutputFacts {
  readonly recorder: JobRecorder;
  readonly step: StepIdentity;
  readonly masker: Masker;
}

const levels: readonly string[] = ['error', 'warning', 'notice'];

/** Why a command that GitHub knows, or knew, fails the step. */
const refusals: Readonly<Record<string, string>> = {
  'set-env': 'it is disabled; use the environment file GITHUB_ENV instead',
  'add-path': 'it is disabled; use the environment file GITHUB_PATH instead',
  'set-output': 'it is deprecated and disabled; use the environment file GITHUB_OUTPUT instead',
  'save-state': 'it is deprecated and disabled; use the environment file GITHUB_STATE instead',
  'add-matcher': 'the workflow runner does not support problem matchers',
  'remove-matcher': 'the workflow runner does not support problem matchers',
};

export function openStepOutput({ recorder, step, masker }: OutputFacts): StepOutput {
  let stopToken: string | undefined;
  let echo = false;
  let failed = false;

  const print = (text: string): void => recorder.line(step, masker.mask(text));
  const annotate: StepOutput['annotate'] = (level, message, properties = {}) => {
    const masked = Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, masker.mask(value)]));
    print(`##[${level}]${message}`);
    recorder.annotate(level, masker.mask(message), masked, step);
  };
  const fail = (command: string, why: string): void => {
    annotate('error', `Unable to process command '${command}' successfully: ${why}.`);
    failed = true;
  };

  const obey = ({ name, properties, data }: Command): void => {
    if (levels.includes(name)) annotate(name as AnnotationLevel, data, properties);
    else if (name === 'group') print(`##[group]${data}`);
    else if (name === 'endgroup') print('##[endgroup]');
    else if (name === 'add-mask') addMask(data);
    else if (name === 'echo') setEcho(data);
    else if (name !== 'debug') fail(name, refusals[name] ?? 'it is not known');
  };
  const addMask = (secret: string): void => {
    if (secret.trim() === '') annotate('warning', "Can't add secret mask for empty string in ##[add-mask] command.");
    else masker.add(secret);
    if (echo) print('::add-mask::***');
  };
  const setEcho = (data: string): void => {
    const wanted = data.trim().toLowerCase();
    if (wanted === 'on' || wanted === 'off') echo = wanted === 'on';
    else fail('echo', `it takes 'on' or 'off', not '${data}'`);
  };

  const line = (text: string): void => {
    // While commands are stopped, the token that resumes them is the only one.
    const command = parseCommand(text, stopToken === undefined ? knownCommands : [stopToken]);
    if (command === undefined) print(text);
    else if (stopToken !== undefined) {
      print(text);
      stopToken = undefined;
    } else if (command.name === 'stop-commands') {
      print(text);
      if (isGoodStopToken(command.data)) stopToken = command.data;
      else fail('stop-commands', 'the token must be a word that nobody can guess, not a command');
    } else obey(command);
  };

  return { line, annotate, failed: () => failed };
}

/** https://github.blog/changelog/2021-06-23-github-actions-stop-commands-token-requirements */
function isGoodStopToken(token: string): boolean {
  return token !== '' && token !== 'pause-logging' && !knownCommands.includes(token.toLowerCase());
}
