// `/preview status`: where the preview is, and until when.
import { command } from '../../../define/command.ts';

export const previewStatus = command({
  name: 'preview status',
  about: 'Tell where the preview is, which commit it runs, and when it expires',
  examples: ['/preview status'],
  arguments: {},
  permission: 'triage',
  mutates: false,
  needsTerraformJson: false,
  job: 'preview',
});
