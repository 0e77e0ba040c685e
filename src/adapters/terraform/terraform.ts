// Implements the Terraform port with the real binary, working in one folder.
import { tmpdir } from 'node:os';
import type { Terraform } from '../../ports/terraform.ts';
import { diagnosticsOf, outputsOf, parseAnswer, stateResourcesOf, unreadable } from './answers.ts';
import { applyArguments, destroyArguments, importArguments, initArguments, planArguments } from './arguments.ts';
import { applySummary, planSummary } from './events.ts';
import { readBytes, readEvents, type TerraformSetup } from './run.ts';
import { withVariablesFile } from './variables-file.ts';

export type { TerraformSetup };

/** To Terraform that is an error; to us it is a list without entries. */
const noStateYet = /No state file was found!/;

/**
 * Every method throws a `Failure` when Terraform fails, and `terraform/cancelled` when its signal was heeded. A run that
 * came to a good end although it was asked to stop is no failure.
 */
export function openTerraform(setup: TerraformSetup): Terraform {
  return { ...readers(setup), ...workers(setup) };
}

/** What asks Terraform something, and gets one answer. */
function readers(setup: TerraformSetup): Omit<Terraform, 'init' | 'plan' | 'apply' | 'destroy' | 'importResource'> {
  const showBytes = (planFile: string): Promise<Buffer> => {
    return readBytes(setup, { command: 'show', args: ['show', '-json', '-no-color', planFile] });
  };
  return {
    showBytes,
    validate: async () => {
      // 1: the stack is not valid; the answer says why.
      const run = { command: 'validate', args: ['validate', '-json', '-no-color'], goodExitCodes: [0, 1] } as const;
      return diagnosticsOf(parseAnswer('validate', await readBytes(setup, run)));
    },
    show: async (planFile) => parseAnswer('show', await showBytes(planFile)),
    output: async () => {
      const args = ['output', '-json', '-no-color'];
      return outputsOf(parseAnswer('output', await readBytes(setup, { command: 'output', args })));
    },
    stateList: async () => {
      const args = ['state', 'list', '-no-color'];
      const answer = await readBytes(setup, { command: 'state-list', args, alsoGood: noStateYet });
      return answer.toString('utf8').split('\n').filter(Boolean);
    },
    stateResources: async () => {
      const args = ['show', '-json', '-no-color'];
      return stateResourcesOf(parseAnswer('show', await readBytes(setup, { command: 'show', args })));
    },
    forceUnlock: async (lockId) => {
      await readBytes(setup, { command: 'force-unlock', args: ['force-unlock', '-force', '-no-color', lockId] });
    },
  };
}

/** What takes its time, and tells how it goes. */
function workers(setup: TerraformSetup): Pick<Terraform, 'init' | 'plan' | 'apply' | 'destroy' | 'importResource'> {
  const { temporaryFolder = tmpdir() } = setup;
  return {
    init: async (options = {}) => {
      await readEvents(setup, { command: 'init', args: initArguments(options), ...options });
    },
    plan: ({ variables, ...options } = {}) =>
      withVariablesFile({ variables, temporaryFolder }, async (file) => {
        const args = planArguments(options, file);
        const { exitCode, summary } = await readEvents(setup, { command: 'plan', args, goodExitCodes: [0, 2], ...options });
        return planSummary(summary, exitCode === 2) ?? refuse(unreadable({ command: 'plan' }));
      }),
    apply: ({ variables, ...options } = {}) =>
      // A saved plan carries its variables; Terraform refuses to be given others.
      withVariablesFile({ variables: options.planFile === undefined ? variables : undefined, temporaryFolder }, async (file) => {
        const { summary } = await readEvents(setup, { command: 'apply', args: applyArguments(options, file), ...options });
        return applySummary(summary) ?? refuse(unreadable({ command: 'apply' }));
      }),
    destroy: ({ variables, ...options } = {}) =>
      withVariablesFile({ variables, temporaryFolder }, async (file) => {
        const { summary } = await readEvents(setup, { command: 'destroy', args: destroyArguments(options, file), ...options });
        return applySummary(summary) ?? refuse(unreadable({ command: 'destroy' }));
      }),
    importResource: (address, id, { variables, signal, ...options } = {}) =>
      withVariablesFile({ variables, temporaryFolder }, async (file) => {
        const args = importArguments({ address, id }, options, file);
        await readBytes(setup, { command: 'import', args, ...(signal && { signal }) });
      }),
  };
}

function refuse(error: Error): never {
  throw error;
}
