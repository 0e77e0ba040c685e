// `/cancel`: what runs for the pull request stops.
import { command } from '../../../define/command.ts';

export const cancel = command({
  name: 'cancel',
  about: 'Cancel the runs of the pull request: its plan, its preview',
  details: 'Terraform is asked to stop, and finishes what it has begun: the state stays whole.',
  examples: ['/cancel'],
  arguments: {},
  permission: 'write',
  mutates: true,
  needsTerraformJson: false,
  job: 'cancel',
});
