// The list of drills.
import type { Project } from 'projen';
import { DefinitionIndex } from './definition-index.ts';

export class DrillIndex extends DefinitionIndex {
  constructor(project: Project) {
    super(project, {
      folder: 'src/drills',
      one: 'drill',
      name: 'drills',
      type: 'DrillDefinition',
      typeFrom: '../define/drill.ts',
      besides: ['document.ts', 'timeline.ts'],
    });
  }
}
