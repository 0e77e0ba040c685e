// Whether the text of an argument is good for its kind, and what would be.
import type { ArgumentDefinition, CommandDefinition } from '../../../define/command.ts';
import { parseDuration } from '../../../define/contract.ts';
import { durationText } from '../../preview/duration.ts';
import { isTopic } from './verbs.ts';

/** What has one value: all but flags, and the pairs that a runbook asks for. */
export type ValuedArgument = Exclude<ArgumentDefinition, { readonly form: 'flag' | 'pairs' }>;

export function isValued(argument: ArgumentDefinition): argument is ValuedArgument {
  return argument.form === 'word' || argument.form === 'pair';
}

/** As the stacks name environments: much of AWS allows no longer names with what comes before and after them. */
export const environmentPattern = /^(?!.*--)[a-z][a-z0-9-]{0,10}[a-z0-9]$/;

const digestPattern = /^[0-9a-f]{12,64}$/;
const namePattern = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** @returns whether it is what `expectedOf` says */
export function isGood(argument: ValuedArgument, text: string, commands: readonly CommandDefinition[]): boolean {
  switch (argument.kind) {
    case 'text':
      return text.trim() !== '' && [...text].length <= argument.mostCharacters;
    case 'environment':
      return environmentPattern.test(text);
    case 'choice':
      return argument.choices.includes(text);
    case 'duration': {
      const seconds = parseDuration(text) ?? 0;
      return seconds > 0 && seconds <= argument.mostSeconds;
    }
    case 'digest':
      return digestPattern.test(text);
    case 'command':
      return isTopic(text, commands);
    case 'name':
      return namePattern.test(text);
    default:
      return argument satisfies never;
  }
}

/** What a good value is, in words that go on with "has to be". */
export function expectedOf(argument: ValuedArgument): string {
  switch (argument.kind) {
    case 'text':
      return `a text of at most ${argument.mostCharacters} characters`;
    case 'environment':
      return 'the name of an environment (2 to 12 lower case letters, digits, single hyphens)';
    case 'choice':
      return `one of ${argument.choices.map((choice) => `\`${choice}\``).join(', ')}`;
    case 'duration':
      return `a duration such as \`90m\`, \`24h\` or \`3d\`, at most ${durationText(argument.mostSeconds)}`;
    case 'digest':
      return 'the digest of a plan (12 to 64 of 0-9 and a-f)';
    case 'command':
      return 'the name of a command, without its slash';
    case 'name':
      return 'a name (lower case letters, digits and hyphens, at most 63)';
    default:
      return argument satisfies never;
  }
}
