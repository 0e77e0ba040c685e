// `/ack`: somebody looks after an incident.
import { command } from '../../../define/command.ts';

export const ack = command({
  name: 'ack',
  about: 'Acknowledge an incident: it is yours from now on',
  details: 'The issue is assigned to you, and tells how long it took until somebody looked after it.',
  examples: ['/ack'],
  arguments: {},
  permission: 'write',
  on: 'incident',
  assigns: true,
  mutates: true,
  needsTerraformJson: false,
  job: 'runbook',
});
