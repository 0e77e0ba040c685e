// `/apply`: exactly the plan that was reviewed, and no other.
import { command } from '../../../define/command.ts';

export const apply = command({
  name: 'apply',
  about: 'Apply the plan that was reviewed',
  details: 'It is planned again first: if what would change is no longer what the digest stands for, nothing is applied.',
  examples: ['/apply plan=3f9c0a71b2de'],
  arguments: {
    plan: { kind: 'digest', form: 'pair', required: true, about: 'The digest that the comment shows with the plan' },
  },
  permission: 'maintain',
  mutates: true,
  needsTerraformJson: true,
  job: 'apply',
});
