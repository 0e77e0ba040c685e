// The documentation that derives from definitions, as pages by their paths.
import { commands } from '../actions/chatops/commands/index.ts';
import { renderCommandsDocument } from '../actions/chatops/help/commands-document.ts';
import { renderDrillsDocument } from '../drills/document.ts';
import { drills } from '../drills/index.ts';
import { renderKpisDocument } from '../kpis/document.ts';
import { catalogue } from '../kpis/index.ts';
import { parseMeasured, renderRunbookDocuments } from '../runbooks/document.ts';
import { runbooks } from '../runbooks/index.ts';

export interface Documents {
  /** Contents by path. */
  readonly pages: Readonly<Record<string, string>>;
  /** Contents by name, in a folder that has no others. */
  readonly runbookPages: Readonly<Record<string, string>>;
}

export const runbooksFolder = 'docs/runbooks';

/** @param measured what the rehearsal of the runbooks has recorded; nothing where it has not */
export function renderDocuments(measured?: string): Documents {
  return {
    pages: {
      'docs/commands.md': renderCommandsDocument(commands),
      'docs/kpis.md': renderKpisDocument(catalogue),
      'docs/drills.md': renderDrillsDocument({ drills, kpis: catalogue.kpis }),
    },
    runbookPages: renderRunbookDocuments({
      runbooks,
      ...catalogue,
      measured: measured === undefined ? {} : parseMeasured(measured),
    }),
  };
}
