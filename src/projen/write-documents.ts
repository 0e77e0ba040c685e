// Writes the documentation that derives from definitions, once projen has written the lists of them.
import { writeFileSync } from 'node:fs';
import { commands } from '../actions/chatops/commands/index.ts';
import { renderCommandsDocument } from '../actions/chatops/help/commands-document.ts';
import { renderDrillsDocument } from '../drills/document.ts';
import { drills } from '../drills/index.ts';
import { renderKpisDocument } from '../kpis/document.ts';
import { catalogue } from '../kpis/index.ts';

writeFileSync('docs/commands.md', renderCommandsDocument(commands));
writeFileSync('docs/kpis.md', renderKpisDocument(catalogue));
writeFileSync('docs/drills.md', renderDrillsDocument({ drills, kpis: catalogue.kpis }));
