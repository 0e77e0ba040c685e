// What the gate hands to the jobs that perform the accepted commands: one row of their matrix each.

import { type Command, type CommandDefinition, type CommandJob, commandJobs } from '../../define/command.ts';
import { failure } from '../../define/failure.ts';
import { commit, type Field, type Fields, oneOf, optional, parseRecord, text, wholeNumber } from '../../define/fields.ts';
import type { CommandComment } from './event.ts';

export interface Leg {
  /** `<comment>-<index>`: the same however often the run is run again. */
  readonly id: string;
  readonly comment: number;
  readonly commentUrl: string;
  /** From 1. */
  readonly index: number;
  readonly of: number;
  readonly job: CommandJob;
  /** The command as it is written properly: `/preview extend 24h`. */
  readonly text: string;
  /** What follows the first word: `deploy`, `destroy`; empty for commands of one word. */
  readonly mode: string;
  readonly by: string;
  /** Number of the issue or pull request that it was given on. */
  readonly issue: number;
  /** The same, if it is a pull request. */
  readonly pullRequest?: number;
  /** Of the pull request: what it was about when the command was given. */
  readonly headSha?: string;
  /** Of the run that made the Terraform JSON of the commit. */
  readonly runId?: number;
  /** As text, flags as `true`. */
  readonly arguments: Readonly<Record<string, string>>;
}

export interface LegFacts {
  readonly comment: Pick<CommandComment, 'id' | 'url' | 'author' | 'issue' | 'place'>;
  readonly command: Command;
  readonly definition: CommandDefinition;
  readonly text: string;
  readonly index: number;
  readonly of: number;
  readonly pin: { readonly headSha?: string; readonly runId?: number };
}

export function legOf({ comment, command, definition, text: written, index, of, pin }: LegFacts): Leg {
  const [first = '', ...rest] = definition.name.split(' ');
  return {
    id: `${comment.id}-${index}`,
    comment: comment.id,
    commentUrl: comment.url,
    index,
    of,
    job: definition.job,
    text: written,
    mode: rest.join(' ') || first,
    by: comment.author,
    issue: comment.issue,
    ...(comment.place.kind === 'pull-request' && { pullRequest: comment.issue }),
    ...(pin.headSha !== undefined && { headSha: pin.headSha }),
    ...(pin.runId !== undefined && { runId: pin.runId }),
    arguments: Object.fromEntries(Object.entries(command.arguments).map(([name, value]) => [name, String(value)])),
  };
}

const argumentTexts: Field<Readonly<Record<string, string>>> = {
  expected: 'texts by name',
  isOptional: false,
  read: (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    return Object.values(value).every((each) => typeof each === 'string') ? (value as Record<string, string>) : undefined;
  },
};

const fields: Fields<Leg> = {
  id: text,
  comment: wholeNumber,
  commentUrl: text,
  index: wholeNumber,
  of: wholeNumber,
  job: oneOf(...commandJobs),
  text,
  mode: text,
  by: text,
  issue: wholeNumber,
  pullRequest: optional(wholeNumber),
  headSha: optional(commit),
  runId: optional(wholeNumber),
  arguments: argumentTexts,
};

/** @throws a Failure `action/inputs`: only the gate writes legs */
export function parseLeg(json: string): Leg {
  const parsed = parseRecord(fromJson(json), fields);
  if (parsed.kind === 'valid') return parsed.value;
  throw failure({
    code: 'action/inputs',
    what: `Bad input "command": ${parsed.problems.join('; ')}`,
    next: 'Pass on one element of the output "commands" of the gate, as it is.',
  });
}

/** @returns nothing for what is no JSON */
export function fromJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
