// Writes the documentation that derives from definitions, once projen has written the lists of them.
import { writeFileSync } from 'node:fs';
import { commands } from '../actions/chatops/commands/index.ts';
import { renderCommandsDocument } from '../actions/chatops/help/commands-document.ts';
import { renderKpisDocument } from '../kpis/document.ts';
import { catalogue } from '../kpis/index.ts';

writeFileSync('docs/commands.md', renderCommandsDocument(commands));
writeFileSync('docs/kpis.md', renderKpisDocument(catalogue));
