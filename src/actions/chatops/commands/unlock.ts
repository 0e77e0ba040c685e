// `/unlock`: ends a hold, one's own or with force anybody's.
import { command } from '../../../define/command.ts';

export const unlock = command({
  name: 'unlock',
  about: 'End your hold of an environment',
  examples: ['/unlock', '/unlock staging --force'],
  arguments: {
    environment: { kind: 'environment', form: 'word', about: 'What to release; else the environment that hosts previews' },
    force: { kind: 'flag', form: 'flag', about: "Even if it is somebody else's" },
  },
  permission: 'write',
  flagPermissions: { force: 'maintain' },
  on: 'both',
  mutates: true,
  needsTerraformJson: false,
  job: 'environment',
});
