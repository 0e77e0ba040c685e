// The list of runbooks.
import type { Project } from 'projen';
import { DefinitionIndex } from './definition-index.ts';

export class RunbookIndex extends DefinitionIndex {
  constructor(project: Project) {
    super(project, {
      folder: 'src/runbooks',
      one: 'runbook',
      name: 'runbooks',
      type: 'Runbook',
      typeFrom: './asking.ts',
      also: ['asking', 'type Runbook'],
      besides: ['asking.ts', 'document.ts'],
    });
  }
}
