// `/kpi`: how the preview does, beside what it would replace.
import { command } from '../../../define/command.ts';

const daySeconds = 86_400;

export const kpi = command({
  name: 'kpi',
  about: 'Show the KPIs of the preview, and hold them against those of the environment',
  details:
    'On a pull request there has to be a preview; on an issue they are those of the environment, against the window before. What has no data is said to have none, and only what is more than noise counts as a difference.',
  examples: ['/kpi', '/kpi window=3h compare=previous', '/kpi environment=production'],
  arguments: {
    window: {
      kind: 'duration',
      form: 'pair',
      default: '1h',
      mostSeconds: 14 * daySeconds,
      about: 'How far back to look',
    },
    compare: {
      kind: 'choice',
      form: 'pair',
      choices: ['main', 'previous', 'none'],
      default: 'main',
      about: 'With what: what runs on the environment, the window before, or nothing',
    },
    environment: { kind: 'environment', form: 'pair', about: 'Which one; else the environment that hosts previews' },
  },
  permission: 'triage',
  on: 'both',
  mutates: false,
  needsTerraformJson: false,
  job: 'kpi',
});
