// Turns the action's inputs into a command, and tells everything that is wrong with them at once.
import type { InputsOf } from '../../define/contract.ts';
import { failure } from '../../define/failure.ts';
import { type Fields, matching, oneOf, optional, parseRecord, wholeNumber, wholeNumberWithin } from '../../define/fields.ts';
import type { environmentContract } from './contract.ts';
import { type LockRequest, login, type UnlockRequest, webAddress } from './hold.ts';

export type EnvironmentInputs = InputsOf<typeof environmentContract>;

export type EnvironmentCommand =
  | { readonly mode: 'lock'; readonly environment: string; readonly request: LockRequest }
  | {
      readonly mode: 'unlock';
      readonly environment: string;
      readonly request: UnlockRequest;
      readonly pullRequest: number | undefined;
    }
  | { readonly mode: 'status'; readonly environment: string; readonly pullRequest: number | undefined };

interface Asked {
  readonly environment: string;
  readonly 'pull-request'?: number;
}

interface LockAsked extends Asked {
  readonly actor: string;
  readonly reason: string;
  /** Seconds. */
  readonly for: number;
  readonly 'comment-url': string;
}

interface UnlockAsked extends Asked {
  readonly actor: string;
}

const daySeconds = 24 * 3600;

const reason = matching('a text of up to 500 characters', /^[\s\S]{0,499}\S$/);

/** @throws a Failure `action/inputs` that names every problem */
export function commandOf(inputs: EnvironmentInputs): EnvironmentCommand {
  const environment = oneOf(...inputs.environments);
  const anywhere: Fields<Asked> = { environment, 'pull-request': optional(wholeNumber) };
  switch (inputs.mode) {
    case 'lock': {
      const asked = check<LockAsked>(inputs, {
        ...anywhere,
        actor: login,
        reason,
        for: wholeNumberWithin('a duration from 1m to 7d', { least: 60, most: 7 * daySeconds }),
        'comment-url': webAddress,
      });
      const { 'pull-request': pullRequest, 'comment-url': commentUrl, for: seconds } = asked;
      return {
        mode: 'lock',
        environment: asked.environment,
        request: {
          by: asked.actor,
          reason: asked.reason,
          seconds,
          ...(pullRequest !== undefined && { pullRequest }),
          commentUrl,
        },
      };
    }
    case 'unlock': {
      const asked = check<UnlockAsked>(inputs, { ...anywhere, actor: login });
      const request = { by: asked.actor, isForced: inputs.force };
      return { mode: 'unlock', environment: asked.environment, request, pullRequest: asked['pull-request'] };
    }
    case 'status': {
      const asked = check(inputs, anywhere);
      return { mode: 'status', environment: asked.environment, pullRequest: asked['pull-request'] };
    }
    default:
      return inputs.mode satisfies never;
  }
}

function check<T>(inputs: EnvironmentInputs, fields: Fields<T>): T {
  const parsed = parseRecord(inputs, fields);
  if (parsed.kind === 'valid') return parsed.value;
  throw failure({
    code: 'action/inputs',
    what: `Bad inputs for environment:\n${parsed.problems.map((problem) => `- ${problem}`).join('\n')}`,
    next: 'Correct them: in the comment that commands it, or in the workflow, under the step\'s "with".',
  });
}
