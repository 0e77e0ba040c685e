// `/game-day plan`: everything that a drill looks at, and nothing broken.
import { command } from '../../../define/command.ts';
import { drills } from '../../../drills/index.ts';

export const gameDayPlan = command({
  name: 'game-day plan',
  about: 'Look whether a drill may be played, and what it would hit',
  details: 'AWS resolves the targets, and does nothing to them. What is in the way is told all at once.',
  examples: ['/game-day plan az-failure', '/game-day plan az-failure zone=b'],
  arguments: {
    drill: { kind: 'choice', form: 'word', required: true, choices: drills.map(({ id }) => id), about: 'Which drill' },
    zone: { kind: 'choice', form: 'pair', choices: ['a', 'b', 'c'], about: 'Which zone; else the one whose turn it is' },
    environment: { kind: 'environment', form: 'pair', about: 'Where; else the environment that hosts previews' },
  },
  permission: 'write',
  on: 'both',
  mutates: false,
  needsTerraformJson: false,
  job: 'game-day',
});
