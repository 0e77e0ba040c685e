// `/preview extend`: more time for the preview.
import { command } from '../../../define/command.ts';

const daySeconds = 86_400;

export const previewExtend = command({
  name: 'preview extend',
  about: 'Let the preview live longer',
  details: 'Counted from when it would expire. What is then left is never more than the longest that can be asked for.',
  examples: ['/preview extend 24h', '/preview extend 3d'],
  arguments: {
    duration: { kind: 'duration', form: 'word', required: true, mostSeconds: 14 * daySeconds, about: 'By how much' },
  },
  permission: 'write',
  mutates: true,
  needsTerraformJson: false,
  job: 'preview',
});
