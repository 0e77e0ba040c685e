// `/preview deploy`: a preview of the pull request, or a newer one.
import { command } from '../../../define/command.ts';

export const previewDeploy = command({
  name: 'preview deploy',
  about: 'Deploy a preview of this pull request, or bring it to the latest commit',
  details: 'From then on the preview follows every push, until it expires, is destroyed, or the pull request is closed.',
  examples: ['/preview deploy'],
  arguments: {},
  permission: 'write',
  mutates: true,
  needsTerraformJson: true,
  job: 'deploy-preview',
});
