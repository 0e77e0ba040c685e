// The environment action's contract: people hold an environment as it is, let it go again, and ask how it stands.
import { contract } from '../../define/contract.ts';
import { commonInputs, commonOutputs } from '../common-inputs.ts';

export const environmentContract = contract({
  name: 'environment',
  title: 'Opsdeck environment',
  about:
    'Holds an environment for a person: until it is unlocked or has expired, nobody else deploys there, and no preview of it comes up or changes. What is removed or extended is never held.',
  inputs: {
    mode: { kind: 'choice', choices: ['lock', 'unlock', 'status'], about: 'What to do', required: true },
    environment: { kind: 'text', about: 'Which one', default: commonInputs.environment.default },
    environments: {
      kind: 'list',
      about: 'Those that there are: a slip of the pen must not hold nothing',
      default: ['staging', 'production'],
    },
    actor: { kind: 'text', about: 'lock, unlock: login of who commands it; that it may be commanded has been checked' },
    reason: { kind: 'text', about: 'lock: why, in up to 500 characters' },
    for: { kind: 'duration', about: 'lock: how long, at most `7d`', default: '8h' },
    force: { kind: 'flag', about: "unlock: also somebody else's, and one that cannot be read", default: false },
    'pull-request': { kind: 'number', about: 'Number of the pull request where it is commanded, if it is one', least: 1 },
    command: commonInputs.command,
    'comment-url': { kind: 'text', about: 'lock: address of the comment that commands it' },
    region: commonInputs.region,
    'state-bucket': commonInputs['state-bucket'],
    'github-token': commonInputs['github-token'],
    'comment-author': commonInputs['comment-author'],
  },
  outputs: {
    status: {
      about: 'What became of it: `locked`, `renewed`, `unlocked`, `not-locked`, `refused`; of the mode status `locked` or `free`',
    },
    message: { about: 'What to reply, in Markdown: one line, or a few of the mode status' },
    failure: commonOutputs.failure,
  },
  permissions: {
    actions: 'read',
    'id-token': 'write',
    'pull-requests': 'write',
  },
  role: 'preview',
  triggers: ['issue_comment', 'workflow_dispatch'],
});
