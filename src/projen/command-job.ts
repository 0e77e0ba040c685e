// The job that performs one kind of command: what is the same of all of them, so that none forgets its part.
import type { ActionContract, OutputName } from '../define/contract.ts';
import { base, trusted } from './command-context.ts';
import { outputsOf } from './steps.ts';
import type { Job, Step } from './workflow-file.ts';

interface Performing<C extends ActionContract> {
  readonly name: string;
  readonly if: string;
  readonly needs?: string;
  readonly minutes: number;
  /** Whose identity it has. @default the role of the contract */
  readonly environment?: string;
  /** What other jobs need to know, beside what is told to whoever gave the command. */
  readonly outputs?: readonly OutputName<C>[];
  /** After the default branch is checked out. */
  readonly steps: readonly Step[];
}

type TellingContract = ActionContract & { readonly outputs: { readonly message: unknown; readonly failure: unknown } };

/** With the permissions that the action asks for, and no more. */
export function commandJob<C extends TellingContract>(contract: C, performing: Performing<C>): Job {
  const { name, needs, minutes, environment = contract.role, outputs = [], steps } = performing;
  return {
    ...base,
    name,
    ...(needs !== undefined && { needs }),
    if: performing.if,
    'timeout-minutes': minutes,
    permissions: contract.permissions,
    ...(environment !== undefined && { environment }),
    outputs: outputsOf(contract, [...outputs, 'message', 'failure']),
    steps: [trusted, ...steps],
  };
}
