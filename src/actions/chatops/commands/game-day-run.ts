// `/game-day run`: breaks something on purpose, and puts it right.
import { command } from '../../../define/command.ts';
import { drills } from '../../../drills/index.ts';

export const gameDayRun = command({
  name: 'game-day run',
  about: 'Play a drill: break something on purpose, watch, put it right, report',
  details:
    'It is refused while an alarm rings, while something is deployed, in exam times and outside of opening hours. The first alarm that users would notice ends it.',
  examples: ['/game-day run az-failure zone=a', '/game-day run task-loss environment=staging'],
  arguments: {
    drill: { kind: 'choice', form: 'word', required: true, choices: drills.map(({ id }) => id), about: 'Which drill' },
    zone: { kind: 'choice', form: 'pair', choices: ['a', 'b', 'c'], about: 'Which zone; else the one whose turn it is' },
    environment: { kind: 'environment', form: 'pair', about: 'Where; else the environment that hosts previews' },
  },
  permission: 'maintain',
  on: 'both',
  mutates: true,
  needsTerraformJson: false,
  job: 'game-day',
});
