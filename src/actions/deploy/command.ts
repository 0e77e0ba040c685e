// Turns the action's inputs into a command, and tells everything that is wrong with them at once.
import type { InputsOf } from '../../define/contract.ts';
import { failure } from '../../define/failure.ts';
import { commit, type Field, type Fields, matching, optional, parseRecord } from '../../define/fields.ts';
import { login } from '../environment/hold.ts';
import type { deployContract } from './contract.ts';
import type { ServiceRequest } from './deploy-service.ts';
import type { RollbackRequest } from './roll-back-by-hand.ts';

export type DeployInputs = InputsOf<typeof deployContract>;

export type DeployCommand =
  | { readonly mode: 'plan'; readonly commit: string }
  | { readonly mode: 'platform'; readonly digest: string }
  | { readonly mode: 'service'; readonly request: ServiceRequest }
  | { readonly mode: 'rollback'; readonly request: RollbackRequest };

interface Asked {
  readonly environment: string;
}

/** Paths and names are made of it: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_Limits.html takes no two hyphens. */
const environmentName = matching(
  '2 to 12 lower case letters, digits and single hyphens',
  /^(?!.*--)[a-z][a-z0-9-]{0,10}[a-z0-9]$/,
);
const words: Field<string> = matching('a text of up to 500 characters', /^[\s\S]{0,499}\S$/);
const digest = matching('the digest of a plan, 64 hex digits', /^[0-9a-f]{64}$/);

/** @throws a Failure `action/inputs` that names every problem */
export function commandOf(inputs: DeployInputs): DeployCommand {
  const { mode } = inputs;
  const anywhere: Fields<Asked> = { environment: environmentName };
  switch (mode) {
    case 'plan': {
      const asked = check<Asked & { commit: string }>(inputs, { ...anywhere, commit });
      return { mode, commit: asked.commit };
    }
    case 'platform': {
      const asked = check<Asked & { 'digest-platform': string }>(inputs, { ...anywhere, 'digest-platform': digest });
      return { mode, digest: asked['digest-platform'] };
    }
    case 'service': {
      const fields = { ...anywhere, commit, by: optional(login), reason: optional(words) };
      const { environment: _, ...asked } = check<Asked & Omit<ServiceRequest, 'isRecovery'>>(inputs, fields);
      return { mode, request: { ...asked, isRecovery: inputs.recovery } };
    }
    case 'rollback': {
      const { by, reason } = check<Asked & RollbackRequest>(inputs, { ...anywhere, by: login, reason: words });
      return { mode, request: { by, reason } };
    }
    default:
      return mode satisfies never;
  }
}

function check<T>(inputs: DeployInputs, fields: Fields<T>): T {
  const parsed = parseRecord(inputs, fields);
  if (parsed.kind === 'valid') return parsed.value;
  throw failure({
    code: 'action/inputs',
    what: `Bad inputs for deploy:\n${parsed.problems.map((problem) => `- ${problem}`).join('\n')}`,
    next: 'Correct them: in the comment that commands it, or in the workflow, under the step\'s "with".',
  });
}
