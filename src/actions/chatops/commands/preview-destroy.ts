// `/preview destroy`: the preview goes now, not when it expires.
import { command } from '../../../define/command.ts';

export const previewDestroy = command({
  name: 'preview destroy',
  about: 'Destroy the preview, with its database and all that is in it',
  details: 'The environment that hosts it stays as it is. A new preview can be deployed at any time.',
  examples: ['/preview destroy'],
  arguments: {},
  permission: 'write',
  mutates: true,
  needsTerraformJson: false,
  job: 'preview',
});
