// Renders one changed resource: a line that says what happens to it and why, and what changes in it.
import { fence, inlineCode } from '../../comment/text.ts';
import type { TreeNode } from '../../comment/tree.ts';
import type { ResourceChange } from '../model.ts';
import type { Redactor } from '../redact/redact.ts';
import { heldByType } from '../resource-kinds.ts';
import { riskOf } from '../risk.ts';
import { type Limits, renderAttributes, renderPath } from './attributes.ts';
import { orderWords, reasonWords } from './words.ts';

export function resourceNode(change: ResourceChange, redactor: Redactor, limits: Limits): TreeNode {
  return {
    risk: riskOf(change),
    text: () => resourceLine(change, redactor),
    body: () => {
      const lines = renderAttributes(change, redactor, limits);
      return lines === '' ? '' : fence(lines, 'diff');
    },
  };
}

/** `aws_db_instance.main` · forced by `engine`, cannot be updated in place · ... */
export function resourceLine(change: ResourceChange, redactor: Redactor): string {
  const { address, forcedBy, reason, movedFrom, importId, deposed } = change;
  const paths = forcedBy.map((path) =>
    inlineCode(
      renderPath(
        path.map((step) => ({ step })),
        redactor,
      ),
    ),
  );
  const facts = [
    paths.length > 0 ? `forced by ${paths.join(', ')}` : undefined,
    paths.length > 0 && reason === 'replace_because_cannot_update' ? undefined : reasonWords(reason),
    change.action === 'replace' && change.replaceOrder !== undefined ? orderWords[change.replaceOrder] : undefined,
    movedFrom === undefined ? undefined : `moved from ${code(movedFrom, redactor)}`,
    importId === undefined ? undefined : `imported${importId === '' ? '' : ` from ${code(importId, redactor)}`}`,
    deposed === undefined ? undefined : `an old object left behind (deposed ${code(deposed, redactor)})`,
  ];
  return [code(address, redactor), ...facts.filter((fact) => fact !== undefined)].join(' · ');
}

/** The same with what is lost, for the block that nobody may miss. */
export function dangerLine(change: ResourceChange, verb: string, redactor: Redactor): string {
  const holds = heldByType(change.type);
  return `**${verb}** ${resourceLine(change, redactor)}${holds === undefined ? '' : ` · **holds ${holds}**`}`;
}

export function code(text: string, redactor: Redactor): string {
  return inlineCode(redactor.text(text));
}
