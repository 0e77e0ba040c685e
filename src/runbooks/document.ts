// The documentation of the runbooks: an index by symptom and by name, and a page for each, from nothing but their definitions.
import type { Kpi, Slo } from '../define/kpi.ts';
import type { RunbookInput, RunbookInputs } from '../define/runbook-inputs.ts';
import type { Runbook } from './asking.ts';
import { duration, kindWords, lines, link, riskNames, riskWords, sentence, table } from './shared/document-words.ts';

export interface RunbooksDocument {
  readonly runbooks: readonly Runbook[];
  /** Of the catalogue: their alarms are the symptoms. */
  readonly kpis: readonly Kpi[];
  readonly slos: readonly Slo[];
  /** By the id of a runbook; what is left out has not been measured. */
  readonly measured: Readonly<Record<string, MeasuredRun>>;
}

/** How long it took in the rehearsal, against the emulated AWS. */
export interface MeasuredRun {
  readonly runSeconds: number;
  /** Of one that changes something. */
  readonly undoSeconds?: number;
}

/** @returns what every file says, by its name in docs/runbooks; pages that are not among them belong to no runbook any more */
export function renderRunbookDocuments(document: RunbooksDocument): Readonly<Record<string, string>> {
  const pages = document.runbooks.map((runbook) => [`${runbook.id}.md`, page(runbook, document)] as const);
  return { 'README.md': indexPage(document), ...Object.fromEntries(pages) };
}

/** @param text of docs/runbooks/measured.json. @throws Error where it is no such table */
export function parseMeasured(text: string): RunbooksDocument['measured'] {
  const table = JSON.parse(text) as Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  for (const [id, { runSeconds, undoSeconds = 0 }] of Object.entries(table)) {
    const isGood = [runSeconds, undoSeconds].every((seconds) => typeof seconds === 'number' && seconds >= 0);
    if (!isGood) throw new Error(`docs/runbooks/measured.json: ${id} has to have runSeconds, and may have undoSeconds`);
  }
  return table as unknown as RunbooksDocument['measured'];
}

function indexPage({ runbooks, kpis, slos }: RunbooksDocument): string {
  const alarms = [...kpis, ...slos.map(({ id, ...slo }) => ({ ...slo, id: `slo-${id}` }))];
  const bySymptom = alarms.flatMap(({ id, title, about, runbook }) => {
    const others = runbooks.filter((one) => one.id !== runbook && one.symptoms.includes(id)).map((one) => one.id);
    const known = runbooks.some((one) => one.id === runbook) ? [runbook] : [];
    return known.length + others.length === 0
      ? []
      : [[`${title} (\`${id}\`)`, about, [...known, ...others].map(link).join(', ')]];
  });
  const byId = runbooks.map((runbook) => [link(runbook.id), runbook.title, riskNames[runbook.risk], runbook.permission]);
  return lines(
    '# Runbooks',
    'What whoever is on call does, as a definition: looked at first, changed step by step, proven, and undone when it does not help. One engine runs them from a comment, a workflow, an alarm and the terminal.',
    '## By symptom',
    table(['what rings', 'what is bad', 'runbook, the likeliest first'], bySymptom),
    '## All',
    table(['runbook', 'what it does', 'risk', 'who may'], byId),
    '## What holds for all',
    rules,
  );
}

const rules = [
  '- `plan` reads the real world, says what would change, and changes nothing: a call that is no read is refused before it is sent.',
  '- One run at a time works on a target. What it does is written down before and after each step, so that it can be gone on with, or undone, after a crash.',
  '- A step is proven, not waited for. When one fails, runs out of time or is cancelled, all steps are undone in the reverse order.',
  '- After the last step the alarms of the environment are watched for as long as the page says. One that begins to ring undoes the run.',
  '- Risk: **none** reads only. **low** can be undone at once, and users do not notice. **medium**: users may notice for seconds, or it costs money. **high**: users notice, or it cannot be undone; it waits for a person in the GitHub environment `ops-approval`, and no alarm starts it.',
  '- To plan takes the role `write` in the repository; to run, the role that the page names, unless `.github/opsdeck.json` says otherwise.',
].join('\n');

function page(runbook: Runbook, { kpis, slos, measured }: RunbooksDocument): string {
  const { id, title, about, when, risk, permission, settleSeconds, steps } = runbook;
  const rings = [
    ...kpis.filter((kpi) => kpi.runbook === id || runbook.symptoms.includes(kpi.id)),
    ...slos.filter((slo) => slo.runbook === id),
  ];
  const symptoms = [...new Set(rings.map((one) => one.title))];
  const facts = [
    `- **Risk:** ${riskNames[risk]}. ${riskWords[risk]}`,
    `- **Who may run it:** \`${permission}\` and above. To plan it takes \`write\`.`,
    ...(symptoms.length === 0 ? [] : [`- **Symptoms:** ${symptoms.join('; ')}.`]),
    `- **Alarms:** ${settleSeconds === 0 ? 'not watched after the last step: users cannot notice it' : `watched for ${duration(settleSeconds)} after the last step; one that begins to ring undoes it all`}.`,
    ...measuredLine(measured[id]),
  ];
  return lines(
    `# ${title}`,
    `\`${id}\`. ${sentence(about)}`,
    facts.join('\n'),
    '## When',
    when.map((each) => `- ${sentence(each)}`).join('\n'),
    '## Inputs',
    inputsTable(runbook.inputs),
    '## How',
    commandsBlock(runbook),
    '## Steps',
    steps.map((each, index) => stepLines(each, index + 1)).join('\n\n'),
    '## Permissions',
    'What it may call: anything else is refused before it is sent. The role `ops`, of the bootstrap stack, is allowed what all runbooks together declare.',
    callsTable(runbook),
    'All runbooks: [index](README.md).',
  );
}

function measuredLine(run: MeasuredRun | undefined): readonly string[] {
  if (!run) return [];
  const undo = run.undoSeconds === undefined ? '' : `, and ${duration(run.undoSeconds)} to undo`;
  return [
    `- **How long:** ${duration(run.runSeconds)} in the rehearsal, against the emulated AWS${undo}. The real one may take longer.`,
  ];
}

function inputsTable(inputs: RunbookInputs): string {
  const rows = Object.entries(inputs).map(([name, input]) => [
    `\`${name}\``,
    input.about,
    formOf(input),
    input.default !== undefined ? `\`${input.default}\`` : input.optional ? 'may be left out' : 'required',
    `\`${name}=${input.example}\``,
  ]);
  return rows.length === 0
    ? 'It asks for nothing but the environment.'
    : table(['input', 'what', 'form', 'default', 'for example'], rows);
}

function formOf(input: RunbookInput): string {
  switch (input.kind) {
    case 'number':
      return `a whole number, ${input.least} to ${input.most.toLocaleString('en')}`;
    case 'choice':
      return input.choices.map((choice) => `\`${choice}\``).join(', ');
    case 'duration':
      return `a duration, ${duration(input.leastSeconds)} to ${duration(input.mostSeconds)}`;
    case 'instant':
      return 'an instant in UTC, not in the future';
    case 'name':
      return 'a name: lower case letters, digits and hyphens';
    case 'address':
      return 'an IPv4 address or range';
    case 'flag':
      return '`true` or `false`';
    default:
      return input satisfies never;
  }
}

function commandsBlock(runbook: Runbook): string {
  const words = `${runbook.id} environment=staging${exampleInputs(runbook.inputs)}`;
  const target = runbook.target(exampleValues(runbook.inputs));
  return [
    'In a comment on an issue or a pull request, or in a terminal as `opsdeck runbook ...` with the same words:',
    '',
    '```',
    `/runbook plan ${words}`,
    `/runbook run ${words}`,
    `/runbook resume ${target} environment=staging`,
    `/runbook resume ${target} environment=staging --undo`,
    '```',
    '',
    '`resume` is for a run whose job has died: it goes on, or undoes what was begun. Of a run that is done, `--undo` takes it back. By hand it is the workflow `runbook`.',
  ].join('\n');
}

/** Those that have to be given; where none has to, the first one, so that it is seen how. */
function exampleInputs(inputs: RunbookInputs): string {
  const all = Object.entries(inputs);
  const required = all.filter(([, { optional, default: fallback }]) => !optional && fallback === undefined);
  return (required.length > 0 ? required : all.slice(0, 1)).map(([name, { example }]) => ` ${name}=${example}`).join('');
}

/** A target may be named after an input. */
function exampleValues(inputs: RunbookInputs): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(inputs).map(([name, { example }]) => [name, example]));
}

function stepLines({ title, about, timeoutSeconds, retries, compensate }: Runbook['steps'][number], number: number): string {
  const again =
    retries === 0 ? '' : `; tried ${retries === 1 ? 'once' : `${retries} times`} more when AWS throttles or does not answer`;
  const undone =
    'impossible' in compensate
      ? `not at all. ${sentence(compensate.impossible)}`
      : `${sentence(compensate.about)} Within ${duration(compensate.timeoutSeconds)}.`;
  return [
    `${number}. **${title}.** ${sentence(about)}`,
    `   - Proven within ${duration(timeoutSeconds)}${again}.`,
    `   - Undone: ${undone}`,
  ].join('\n');
}

function callsTable({ calls: { reads, writes, implied = {} } }: Runbook): string {
  const rows = [
    ...Object.entries(writes).map(([call, kind]) => [`\`${call}\``, 'changes', kindWords[kind]]),
    ...Object.entries(implied).map(([call, kind]) => [`\`${call}\``, 'is needed on the way', kindWords[kind]]),
    ...[...reads].sort().map((call) => [`\`${call}\``, 'reads', '']),
  ];
  return table(['call', 'what', 'of what'], rows);
}
