// `/runbook list`: which runbooks there are, or what one asks for.
import { command } from '../../../define/command.ts';
import { runbooks } from '../../../runbooks/index.ts';
import { whichRunbook } from '../runbook-arguments.ts';

export const runbookList = command({
  name: 'runbook list',
  about: 'List the runbooks, or tell what one does and asks for',
  examples: ['/runbook list', '/runbook list ecs-scale'],
  arguments: { runbook: whichRunbook(runbooks) },
  permission: 'write',
  on: 'both',
  mutates: false,
  needsTerraformJson: false,
  job: 'reply',
});
