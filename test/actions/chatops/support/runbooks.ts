// Two runbooks that only say what they ask for and who may run them, and the command that runs them.
import { inputsOfRunbook, rolesOfRunbooks, whichRunbook } from '../../../../src/actions/chatops/runbook-arguments.ts';
import { type CommandDefinition, command, type RepositoryRole } from '../../../../src/define/command.ts';
import type { RunbookRisk } from '../../../../src/define/runbook.ts';
import type { RunbookInputs } from '../../../../src/define/runbook-inputs.ts';
import { asking, type Runbook } from '../../../../src/runbooks/asking.ts';

function runbookOf(id: string, risk: RunbookRisk, permission: RepositoryRole, inputs: RunbookInputs): Runbook {
  const { runbook } = asking(inputs);
  const texts = { title: `Do ${id}`, about: `It does ${id}.`, when: ['When it is needed.'], symptoms: ['errors'] };
  return runbook({
    ...{ id, ...texts, risk, permission },
    calls: { reads: [], writes: {} },
    target: () => id,
    check: async () => [],
    steps: [],
    settleSeconds: 0,
  });
}

export const runbookList: readonly Runbook[] = [
  runbookOf('ecs-scale', 'low', 'write', {
    desired: { kind: 'number', least: 1, most: 500, about: 'Tasks that it is to have', example: '12' },
    until: { kind: 'duration', leastSeconds: 60, mostSeconds: 86_400, optional: true, about: 'For how long', example: '2h' },
    'allow-fewer': { kind: 'flag', default: 'false', about: 'Whether there may be fewer', example: 'true' },
  }),
  runbookOf('aurora-failover', 'high', 'maintain', {}),
];

export function runbookCommand(runbooks: readonly Runbook[]): CommandDefinition {
  return command({
    name: 'runbook run',
    about: 'Run a runbook',
    arguments: {
      runbook: { ...whichRunbook(runbooks), required: true },
      environment: { kind: 'environment', form: 'pair', about: 'Where' },
      inputs: inputsOfRunbook(runbooks),
      reason: { kind: 'text', form: 'pair', mostCharacters: 200, about: 'Why' },
    },
    permission: 'write',
    argumentPermissions: rolesOfRunbooks(runbooks),
    on: 'both',
    mutates: true,
    needsTerraformJson: false,
    job: 'runbook',
  });
}
