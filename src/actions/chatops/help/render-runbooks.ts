// The reply to `/runbook list`: all runbooks, or one with what it asks for.
import type { RunbookRisk } from '../../../define/runbook.ts';
import type { RunbookInput, RunbookInputs } from '../../../define/runbook-inputs.ts';
import type { Runbook } from '../../../runbooks/asking.ts';
import { fence, inlineCode } from '../../comment/text.ts';
import { codeCell, renderTable } from './table.ts';

const risks: Readonly<Record<RunbookRisk, string>> = {
  none: 'none: it only reads',
  low: 'low: it can be undone, and users do not notice',
  medium: 'medium: users may notice for seconds',
  high: 'high: somebody approves it first',
};

/** @param id of the one that is asked for; that it is there has been checked */
export function renderRunbooks(runbooks: readonly Runbook[], id?: string): string {
  const one = runbooks.find((runbook) => runbook.id === id);
  return one === undefined ? renderOverview(runbooks) : renderRunbook(one);
}

function renderOverview(runbooks: readonly Runbook[]): string {
  const rows = runbooks.map(({ id, title, risk, permission, symptoms }) => [
    codeCell(id),
    title,
    risk,
    `${permission} and above`,
    symptoms.map(codeCell).join(', '),
  ]);
  const table = renderTable(['runbook', 'what it does', 'risk', 'who may run it', 'answers'], rows);
  return `${table}\n\n\`/runbook list <runbook>\` tells what one asks for, \`/runbook plan <runbook>\` what it would change now.`;
}

function renderRunbook(runbook: Runbook): string {
  const { id, title, about, when, risk, permission } = runbook;
  const inputs: RunbookInputs = runbook.inputs;
  return [
    `### ${inlineCode(id)}: ${title}`,
    about,
    when.map((line) => `- ${line}`).join('\n'),
    inputsTable(inputs),
    `Risk ${risks[risk]}. Who may run it: ${permission} and above.`,
    fence([`/runbook plan ${id}${examples(inputs)}`, `/runbook run ${id}${examples(inputs)}`].join('\n')),
  ].join('\n\n');
}

function inputsTable(inputs: RunbookInputs): string {
  const rows = Object.entries(inputs).map(([name, input]) => [
    codeCell(name),
    input.about,
    codeCell(input.example),
    ifLeftOut(input),
  ]);
  return rows.length === 0 ? 'It asks for nothing.' : renderTable(['input', 'what', 'for example', 'if left out'], rows);
}

function ifLeftOut({ default: otherwise, optional }: RunbookInput): string {
  if (otherwise !== undefined) return codeCell(otherwise);
  return optional ? '' : '**required**';
}

/** Of those that have to be given. */
function examples(inputs: RunbookInputs): string {
  const needed = Object.entries(inputs).filter(([, input]) => input.default === undefined && !input.optional);
  return needed.map(([name, { example }]) => ` ${name}=${example}`).join('');
}
