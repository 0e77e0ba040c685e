// `/runbook plan`: what a runbook would change now, and nothing changed.
import { command } from '../../../define/command.ts';
import { runbooks } from '../../../runbooks/index.ts';
import { inputsOfRunbook, whichRunbook } from '../runbook-arguments.ts';

export const runbookPlan = command({
  name: 'runbook plan',
  about: 'Tell what a runbook would change now, and what is in its way',
  details: 'It reads, and makes no call that changes anything.',
  examples: ['/runbook plan ecs-scale desired=12', '/runbook plan ecs-scale environment=production desired=12'],
  arguments: {
    runbook: { ...whichRunbook(runbooks), required: true },
    environment: { kind: 'environment', form: 'pair', about: 'Where; else the environment that hosts previews' },
    inputs: inputsOfRunbook(runbooks),
  },
  permission: 'write',
  on: 'both',
  mutates: false,
  needsTerraformJson: false,
  job: 'runbook',
});
