// The list of ChatOps commands.
import type { Project } from 'projen';
import { DefinitionIndex } from './definition-index.ts';

export class CommandIndex extends DefinitionIndex {
  constructor(project: Project) {
    super(project, {
      folder: 'src/actions/chatops/commands',
      one: 'command',
      name: 'commands',
      type: 'CommandDefinition',
      typeFrom: '../../../define/command.ts',
    });
  }
}
