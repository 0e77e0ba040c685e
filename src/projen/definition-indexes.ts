// The folders that have one file for each definition, as data.
import type { IndexOptions } from './definition-index.ts';

export const definitionIndexes: readonly IndexOptions[] = [
  {
    folder: 'src/actions/chatops/commands',
    one: 'command',
    name: 'commands',
    type: 'CommandDefinition',
    typeFrom: '../../../define/command.ts',
  },
  {
    folder: 'src/drills',
    one: 'drill',
    name: 'drills',
    type: 'DrillDefinition',
    typeFrom: '../define/drill.ts',
    besides: ['document.ts', 'timeline.ts'],
  },
  {
    folder: 'src/runbooks',
    one: 'runbook',
    name: 'runbooks',
    type: 'Runbook',
    typeFrom: './asking.ts',
    also: ['asking', 'type Runbook'],
    besides: ['asking.ts', 'document.ts'],
  },
];
