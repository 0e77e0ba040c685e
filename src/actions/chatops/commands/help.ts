// `/help`: which commands there are, or all about one.
import { command } from '../../../define/command.ts';

export const help = command({
  name: 'help',
  about: 'List the commands, or explain one',
  examples: ['/help', '/help preview extend', '/help preview'],
  arguments: {
    command: {
      kind: 'command',
      form: 'word',
      about: 'The command to explain, without its slash; `preview` explains all that begin so',
    },
  },
  permission: 'read',
  on: 'both',
  mutates: false,
  needsTerraformJson: false,
  job: 'reply',
});
