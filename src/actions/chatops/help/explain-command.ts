// All that there is to say about one command, for whoever asks for help and for its documentation.
import type { ArgumentDefinition, CommandDefinition, CommandJob, CommandPlace } from '../../../define/command.ts';
import { fence } from '../../comment/text.ts';
import { expectedOf, isValued } from '../language/values.ts';
import { codeCell, renderTable } from './table.ts';
import { usageOf } from './usage.ts';
import { whoMay, whoMayBy } from './who-may.ts';

const starts: Readonly<Record<CommandJob, string>> = {
  reply: 'only a reply to the comment',
  plan: 'the job `plan`, which can read but not change the environment',
  preview: 'the job `preview`, which can change previews alone',
  'deploy-preview': 'the job `deploy-preview`, which can change previews alone',
  apply: 'the job `apply`, in the GitHub environment `deploy`, with the reviewers and the branches which that asks for',
  environment: 'the job `environment`, which can read and hold the environment but not change it',
  kpi: 'the job `kpi`, which can read metrics and change nothing',
  rollback: 'the job `rollback`, in the GitHub environment `deploy`, with the reviewers and the branches which that asks for',
  'game-day':
    'the job `game-day`, in the GitHub environment of that name, which can run and end experiments and put right what they broke',
  runbook:
    'the job `runbook`, in the GitHub environment `ops`; what is of high risk, in `ops-approval`, with the reviewers which that asks for',
  cancel: 'the job `cancel`, which has no credentials of the cloud',
};

const places: Readonly<Record<CommandPlace, string>> = {
  'pull-request': 'on pull requests',
  incident: 'on issues that an alarm has opened',
  both: 'on issues and pull requests',
};

const whileOpen: Readonly<Record<CommandPlace, string>> = {
  'pull-request': 'Only while the pull request is open, and for the commit that was its latest when the command was given.',
  incident: 'Only while the issue is open.',
  both: 'Only while the issue or pull request is open; on a pull request, for the commit that was its latest when the command was given.',
};

/** Blocks of Markdown, without a heading. */
export function explainCommand(definition: CommandDefinition): readonly string[] {
  const { about, details, examples = [], mutates, needsTerraformJson, on = 'pull-request' } = definition;
  return [
    fence(usageOf(definition)),
    `${about}.${details === undefined ? '' : ` ${details}`}`,
    ...argumentsTable(definition),
    [
      `- **Who may:** ${whoMay(definition)}.`,
      ...whoMayBy(definition).map((line) => `  - ${line}`),
      `- **Where:** ${places[on]}.`,
      `- **Starts:** ${starts[definition.job]}.`,
      ...(mutates ? [`- ${whileOpen[on]}`] : []),
      ...(needsTerraformJson ? ['- Needs the Terraform JSON that the workflow of the pull request made of that commit.'] : []),
    ].join('\n'),
    ...(examples.length > 0 ? [fence(examples.join('\n'))] : []),
  ];
}

function argumentsTable(definition: CommandDefinition): readonly string[] {
  const rows = Object.entries(definition.arguments).map(([name, argument]) => [
    argument.form === 'pairs' ? 'others' : codeCell(argument.form === 'flag' ? `--${name}` : name),
    argument.about,
    hasToBe(argument).replaceAll('|', '\\|'),
    ifLeftOut(argument),
  ]);
  return rows.length === 0 ? [] : [renderTable(['argument', 'what', 'has to be', 'if left out'], rows)];
}

function hasToBe(argument: ArgumentDefinition): string {
  if (argument.form === 'pairs') return `\`key=value\` pairs; \`/runbook list <${argument.of}>\` tells which`;
  return argument.form === 'flag' ? 'a flag' : expectedOf(argument);
}

function ifLeftOut(argument: ArgumentDefinition): string {
  if (!isValued(argument)) return '';
  if (argument.required) return '**required**';
  return argument.default === undefined ? '' : codeCell(argument.default);
}
