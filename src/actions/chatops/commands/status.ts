// `/status`: who holds or locks the environment, and what goes on in it.
import { command } from '../../../define/command.ts';

export const status = command({
  name: 'status',
  about: 'Tell who holds or locks the environment, and which previews it hosts',
  examples: ['/status'],
  arguments: {},
  permission: 'triage',
  on: 'both',
  mutates: false,
  needsTerraformJson: false,
  job: 'environment',
});
