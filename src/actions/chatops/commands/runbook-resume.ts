// `/runbook resume`: brings a run to its end whose job has died, forward or back.
import { command } from '../../../define/command.ts';

export const runbookResume = command({
  name: 'runbook resume',
  about: 'Bring a run to its end whose job has died, or take one back',
  details:
    'What was begun goes on where it stands, after the approval of the GitHub environment `ops-approval`; with `--undo` it is undone instead, which waits for nobody; so is one that is done, unless it is of high risk. What is stuck, because it could not be undone, is released with `--accept`, once somebody has put it right.',
  examples: [
    '/runbook resume service',
    '/runbook resume service environment=production --undo',
    '/runbook resume environment --accept reason="put right by hand"',
  ],
  arguments: {
    target: { kind: 'name', form: 'word', required: true, about: 'What the run works on, as its report says' },
    environment: { kind: 'environment', form: 'pair', about: 'Where; else the environment that hosts previews' },
    undo: { kind: 'flag', form: 'flag', about: 'Undo what was begun, or take back what is done' },
    accept: { kind: 'flag', form: 'flag', about: 'Take what is stuck as it is; takes a reason' },
    reason: { kind: 'text', form: 'pair', mostCharacters: 200, about: 'Why, for whoever reads of it later' },
  },
  permission: 'maintain',
  on: 'both',
  // Whoever wants to end it must not be kept from it by a push, or because the conversation was closed.
  mutates: false,
  needsTerraformJson: false,
  job: 'runbook',
});
