// Writes actions/<name>/action.yml and README.md from each action's contract.
import { Component, type Project, TextFile, YamlFile } from 'projen';
import type { ActionContract, InputDefinition } from '../define/contract.ts';

export class ActionFiles extends Component {
  /** @param folder beside which the folder `dist` with the bundles is */
  constructor(project: Project, contracts: readonly ActionContract[], folder = 'actions') {
    super(project);
    for (const contract of contracts) {
      new YamlFile(project, `${folder}/${contract.name}/action.yml`, { obj: actionYml(contract), marker: true });
      new TextFile(project, `${folder}/${contract.name}/README.md`, { lines: readme(contract).split('\n'), marker: true });
    }
  }
}

/** https://docs.github.com/en/actions/reference/workflows-and-actions/metadata-syntax */
export function actionYml(contract: ActionContract): object {
  const main = `../../dist/${contract.name}.js`;
  return {
    name: contract.title,
    description: contract.about,
    branding: { icon: 'activity', color: 'purple' },
    inputs: mapValues(contract.inputs, (input) => ({
      description: describeInput(input),
      required: input.required === true,
      ...(defaultText(input) !== undefined && { default: defaultText(input) }),
    })),
    outputs: mapValues(contract.outputs, ({ about }) => ({ description: about })),
    runs: { using: 'node24', main, ...(contract.post && { post: `../../dist/${contract.name}-post.js`, 'post-if': 'always()' }) },
  };
}

export function readme(contract: ActionContract): string {
  const { name, title, about, inputs, outputs, permissions, role, triggers } = contract;
  const permissionRows = Object.entries(permissions).map(([scope, access]) => `      ${scope}: ${access}`);
  return [
    `# ${title}`,
    '',
    about,
    '',
    '```yaml',
    'jobs:',
    `  ${name}:`,
    '    permissions:',
    ...permissionRows,
    ...(role ? [`    environment: ${role} # its OIDC subject is what the role trusts`] : []),
    '    steps:',
    `      - uses: OWNER/opsdeck/actions/${name}@COMMIT`,
    '```',
    '',
    `Made for ${triggers.map((trigger) => `\`${trigger}\``).join(', ')}.${role ? ` Acts as the AWS role \`opsdeck-${role}\`.` : ' Needs no AWS credentials.'}`,
    '',
    '## Inputs',
    '',
    '| input | | default |',
    '|---|---|---|',
    ...Object.entries(inputs).map(([key, input]) => `| \`${key}\` | ${describeInput(input)} | ${defaultCell(input)} |`),
    '',
    '## Outputs',
    '',
    '| output | |',
    '|---|---|',
    ...Object.entries(outputs).map(([key, output]) => `| \`${key}\` | ${output.about} |`),
    '',
  ].join('\n');
}

function describeInput(input: InputDefinition): string {
  if (input.kind !== 'choice') return input.about;
  return `${input.about}: ${input.choices.map((choice) => `\`${choice}\``).join(', ')}`;
}

function defaultText(input: InputDefinition): string | undefined {
  if (input.default === undefined) return undefined;
  return Array.isArray(input.default) ? input.default.join(',') : String(input.default);
}

function defaultCell(input: InputDefinition): string {
  const text = defaultText(input);
  if (text) return `\`${text}\``;
  return input.required ? '**required**' : '';
}

function mapValues<V, W>(record: Readonly<Record<string, V>>, map: (value: V) => W): Readonly<Record<string, W>> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
