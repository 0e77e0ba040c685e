// `/plan`: what the pull request would change, asked for again.
import { command } from '../../../define/command.ts';

export const plan = command({
  name: 'plan',
  about: 'Plan the pull request again and update its comment',
  details: 'Worth it when the environment has changed since the last push. It locks and changes nothing.',
  examples: ['/plan', '/plan staging'],
  arguments: {
    environment: { kind: 'environment', form: 'word', about: 'What to plan against; else the environment that hosts previews' },
  },
  permission: 'write',
  mutates: false,
  needsTerraformJson: true,
  job: 'plan',
});
