// One runbook, for a terminal: when to reach for it, what it asks for, does, calls, and how it is undone.
import pc from 'picocolors';
import type { RunbookInput } from '../../define/runbook-inputs.ts';
import type { Runbook } from '../../runbooks/asking.ts';
import { paintRisk, riskWords } from './render-list.ts';
import { renderColumns, wrap } from './wrap.ts';

export function renderExplanation(runbook: Runbook, width: number): readonly string[] {
  const { id, title, about, when, risk, permission, symptoms, calls, settleSeconds } = runbook;
  const inputs = Object.entries(runbook.inputs as Readonly<Record<string, RunbookInput>>);
  const bullet = (text: string): string => `  - ${wrap(text, width, 4)}`;
  return [
    `${pc.bold(title)} ${pc.dim(`(${id})`)}`,
    wrap(about, width),
    '',
    pc.bold('When'),
    ...when.map(bullet),
    '',
    `${pc.bold('Risk')} ${paintRisk(risk)}: ${riskWords[risk]}`,
    `${pc.bold('Role')} ${permission}, in a comment`,
    ...(symptoms.length === 0 ? [] : [`${pc.bold('Symptoms')} ${wrap(symptoms.join(', '), width, 9)}`]),
    '',
    pc.bold('Inputs'),
    ...(inputs.length === 0 ? ['  none'] : renderColumns(inputs.map(inputRow), { width, paint: firstBold })),
    '',
    pc.bold('Steps'),
    ...runbook.steps.flatMap((step, index) => [
      `  ${index + 1}. ${pc.bold(step.title)} ${pc.dim(`within ${step.timeoutSeconds} s`)}`,
      `     ${wrap(step.about, width, 5)}`,
      `     ${pc.dim(wrap(undoOf(step.compensate), width, 5))}`,
    ]),
    ...(settleSeconds === 0 ? [] : [`  Then alarms are watched for ${settleSeconds} s: one that begins to ring undoes it all.`]),
    '',
    pc.bold('Calls'),
    ...Object.keys(calls.writes).map((call) => `  ${pc.yellow('changes')}  ${call}`),
    ...calls.reads.map((call) => `  ${pc.dim('reads')}    ${call}`),
  ];
}

function undoOf(compensate: Runbook['steps'][number]['compensate']): string {
  return 'impossible' in compensate ? `Cannot be undone: ${compensate.impossible}` : `Undone: ${compensate.about}`;
}

function firstBold(cell: string, column: number): string {
  return column === 0 ? pc.bold(cell) : cell;
}

function inputRow([name, input]: readonly [string, RunbookInput]): readonly string[] {
  const needed = input.default === undefined ? (input.optional ? 'may be left out' : 'needed') : `${input.default} if left out`;
  return [name, needed, `${input.about}; for example ${name}=${input.example}`];
}
