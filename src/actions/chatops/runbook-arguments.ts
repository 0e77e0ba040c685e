// The arguments that runbooks give to commands, and the roles that they ask for.
import type { ArgumentDefinition, RepositoryRole } from '../../define/command.ts';
import type { Runbook } from '../../runbooks/asking.ts';

type Choice = Extract<ArgumentDefinition, { readonly kind: 'choice' }>;
type Inputs = Extract<ArgumentDefinition, { readonly kind: 'inputs' }>;

export function whichRunbook(runbooks: readonly Runbook[]): Choice {
  return { kind: 'choice', form: 'word', choices: runbooks.map(({ id }) => id), about: 'Which runbook' };
}

/** Of the runbook that the argument `runbook` names. */
export function inputsOfRunbook(runbooks: readonly Runbook[]): Inputs {
  return {
    kind: 'inputs',
    form: 'pairs',
    of: 'runbook',
    about: 'What the runbook asks for',
    inputs: Object.fromEntries(runbooks.map(({ id, inputs }) => [id, inputs])),
  };
}

/** Of each runbook its own, for `argumentPermissions`. */
export function rolesOfRunbooks(runbooks: readonly Runbook[]): { readonly runbook: Readonly<Record<string, RepositoryRole>> } {
  return { runbook: Object.fromEntries(runbooks.map(({ id, permission }) => [id, permission])) };
}
