// `/runbook run`: does what the plan of a runbook says, and undoes it when it does not help.
import { command } from '../../../define/command.ts';
import { runbooks } from '../../../runbooks/index.ts';
import { inputsOfRunbook, rolesOfRunbooks, whichRunbook } from '../runbook-arguments.ts';

export const runbookRun = command({
  name: 'runbook run',
  about: 'Run a runbook: every step is proved, and all are undone when one fails',
  details:
    'What is of high risk waits for the approval of the GitHub environment `ops-approval`. One run of a runbook at a time works on the same thing.',
  examples: [
    '/runbook run ecs-scale desired=12',
    '/runbook run ecs-scale environment=production desired=12 reason="exam at nine"',
  ],
  arguments: {
    runbook: { ...whichRunbook(runbooks), required: true },
    environment: { kind: 'environment', form: 'pair', about: 'Where; else the environment that hosts previews' },
    inputs: inputsOfRunbook(runbooks),
    reason: { kind: 'text', form: 'pair', mostCharacters: 200, about: 'Why, for whoever reads of it later' },
  },
  permission: 'write',
  argumentPermissions: rolesOfRunbooks(runbooks),
  on: 'both',
  mutates: true,
  needsTerraformJson: false,
  job: 'runbook',
});
