// `/rollback`: back to the good service before the one that runs.
import { command } from '../../../define/command.ts';

export const rollback = command({
  name: 'rollback',
  about: 'Go back to the good service before the one that runs',
  details:
    'Only what was deployed, watched and kept counts as good; the platform stays as it is. Given again, it goes back one further. What the default branch says is deployed again by the next merge: revert what does harm first.',
  examples: ['/rollback reason="logins fail since the last deploy"', '/rollback production reason="wrong totals in reports"'],
  arguments: {
    environment: { kind: 'environment', form: 'word', about: 'Where; else the environment that hosts previews' },
    reason: { kind: 'text', form: 'pair', required: true, mostCharacters: 200, about: 'Why, for whoever reads of it later' },
  },
  permission: 'maintain',
  on: 'both',
  mutates: true,
  needsTerraformJson: false,
  job: 'rollback',
});
