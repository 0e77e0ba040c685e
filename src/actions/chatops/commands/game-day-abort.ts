// `/game-day abort`: the drill that is being played ends now.
import { command } from '../../../define/command.ts';

export const gameDayAbort = command({
  name: 'game-day abort',
  about: 'End the drill that is being played, and put everything right',
  details:
    'With `--all`, the safety lever of the account is engaged, too: every experiment ends, and none begins until somebody disengages it.',
  examples: ['/game-day abort', '/game-day abort staging --all'],
  arguments: {
    environment: { kind: 'environment', form: 'word', about: 'Where; else the environment that hosts previews' },
    all: { kind: 'flag', form: 'flag', about: 'Also every other experiment of the account and region' },
  },
  permission: 'write',
  flagPermissions: { all: 'maintain' },
  on: 'both',
  // Whoever wants to end it must not be kept from it by a push, or because the pull request was closed.
  mutates: false,
  needsTerraformJson: false,
  job: 'game-day',
});
