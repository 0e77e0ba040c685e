// `/lock`: nobody deploys to an environment for a while.
import { command } from '../../../define/command.ts';

const daySeconds = 86_400;

export const lock = command({
  name: 'lock',
  about: 'Hold all deploys and previews of an environment',
  details: 'Whoever is refused because of it gets to read the reason. It ends by itself.',
  examples: ['/lock reason="load test until five"', '/lock staging reason="restoring the database" for=4h'],
  arguments: {
    environment: { kind: 'environment', form: 'word', about: 'What to hold; else the environment that hosts previews' },
    reason: { kind: 'text', form: 'pair', required: true, mostCharacters: 200, about: 'Why, for those who have to wait' },
    for: { kind: 'duration', form: 'pair', default: '8h', mostSeconds: 7 * daySeconds, about: 'For how long' },
  },
  permission: 'write',
  on: 'both',
  mutates: true,
  needsTerraformJson: false,
  job: 'environment',
});
