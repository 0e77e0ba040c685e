// Writes the documentation that derives from definitions, once projen has written the lists of them.
import { writeFileSync } from 'node:fs';
import { commands } from '../actions/chatops/commands/index.ts';
import { renderCommandsDocument } from '../actions/chatops/help/commands-document.ts';

writeFileSync('docs/commands.md', renderCommandsDocument(commands));
