// Renders docs/configuration.md: every key of `.github/opsdeck.json`, from its schema, and where everything else is set.

import { configPath } from '../define/config-file.ts';
import type { ActionContract } from '../define/contract.ts';
import { defaultStacksConfig } from '../define/stacks-config.ts';
import type { OpsdeckConfig } from './config.ts';

/** The part of JSON schema that ours is written in. */
export interface SchemaNode {
  readonly description?: string;
  readonly type?: string;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly default?: unknown;
  readonly items?: SchemaNode;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | SchemaNode;
}

export interface ConfigKey {
  /** `gameDays.exams[].from`, `commands.<command>.users` */
  readonly path: string;
  readonly node: SchemaNode;
  readonly isRequired: boolean;
}

/** What holds where a key is left out, for people, where the schema has no value for it. */
const otherwise: Readonly<Record<string, string>> = {
  'commands.<command>': 'as [the command](commands.md) itself says',
  'commands.<command>.permission': "the command's own",
  'commands.<command>.users': 'everybody who has the role',
  'commands.<command>.teams': 'everybody who has the role',
  'commands.<command>.roles': 'everybody who has the role',
  'gameDays.environments': '`["staging"]`',
  'gameDays.exams': '`[]`',
  'gameDays.window': 'every hour is as good as any other',
  'gameDays.window.timeZone': '`"UTC"`',
  'runbooks.automatic': '`[]`',
  'runbooks.automatic[].inputs': '`{}`',
  'stacks.prefix': `\`"${defaultStacksConfig.prefix}"\`; required with the layout \`platform\``,
  'stacks.tags': 'those of the reference platform; none with the layout `platform`',
  'stacks.allow': '`{}`',
  'stacks.allow.resourceTypes': '`[]`',
  'stacks.allow.roleTakers': '`[]`',
  'stacks.allow.resourceUsers': '`[]`',
  'stacks.allow.managedPolicies': '`[]`',
  'stacks.allow.actionServices': '`[]`',
};

/** Every key has its example here. */
export const exampleConfig = {
  commands: {
    apply: { permission: 'maintain', teams: ['sre'] },
    'preview deploy': { permission: 'write', users: ['kim'] },
    'runbook run aurora-failover': { roles: ['operator'] },
  },
  gameDays: {
    environments: ['staging'],
    exams: [{ from: '2027-05-10', to: '2027-06-25', about: 'GCSE' }],
    window: { days: ['tuesday', 'wednesday'], from: '09:30', to: '16:00', timeZone: 'Europe/London' },
    latestStartMinutes: 30,
    leastBudgetPercent: 50,
    quietHours: 6,
  },
  runbooks: {
    quietSeconds: 900,
    automatic: [
      {
        runbook: 'collect-diagnostics',
        environments: ['staging', 'production'],
        inputs: { since: '90m' },
        mostPerDay: 4,
        cooldownMinutes: 60,
      },
    ],
  },
  stacks: {
    layout: 'platform',
    prefix: 'shop',
    tags: { Owner: 'shop' },
    allow: {
      resourceTypes: ['aws_ses_domain_identity'],
      roleTakers: ['lambda.amazonaws.com'],
      resourceUsers: ['ses.amazonaws.com'],
      managedPolicies: ['arn:aws:iam::aws:policy/ReadOnlyAccess'],
      actionServices: ['ses'],
    },
  },
} as const satisfies OpsdeckConfig;

/** What stands for a name that a person chooses. */
const chosenNames: Readonly<Record<string, string>> = { commands: '<command>' };

/** In the order of the schema; an object comes before its own keys. */
export function keysOf(node: SchemaNode, path = ''): readonly ConfigKey[] {
  const { properties = {}, required = [], items, additionalProperties } = node;
  const at = path === '' ? '' : `${path}.`;
  const own = Object.entries(properties).flatMap(([name, child]) => [
    { path: `${at}${name}`, node: child, isRequired: required.includes(name) },
    ...keysOf(child, `${at}${name}`),
  ]);
  const ofItems = items === undefined ? [] : keysOf(items, `${path}[]`);
  const chosen = chosenNames[path];
  if (typeof additionalProperties !== 'object' || chosen === undefined) return [...own, ...ofItems];
  const each = { path: `${at}${chosen}`, node: additionalProperties, isRequired: false };
  return [...own, ...ofItems, each, ...keysOf(additionalProperties, each.path)];
}

export function renderConfigurationPage(
  schema: SchemaNode,
  contracts: readonly Pick<ActionContract, 'name' | 'title' | 'inputs'>[],
): string {
  const sections = Object.entries(schema.properties ?? {}).filter(([, { properties, type }]) => properties ?? type === 'object');
  const others = Object.keys(schema.properties ?? {}).filter((name) => !sections.some(([section]) => section === name));
  return [
    '# Configuration',
    `Three places: [\`${configPath}\`](#githubopsdeckjson) says who may do what, and when; the [inputs of the actions](#inputs-of-the-actions) stand in the workflows, which projen writes; [variables and environments](opsdeck.md#variables) are set on GitHub. The sizes of the platform are none of these: they are [its profiles](explanation/capacity-and-cost.md).`,
    `## \`${configPath}\``,
    `It is read from the default branch, never as a pull request has it, and read strictly: what a section does not know is an error, and all that is wrong is told at once. Every section may be left out. Where projen writes it, it is the option \`config\` of \`new Opsdeck(...)\` in \`.projenrc.ts\`. Its [schema](../.github/opsdeck.schema.json) stands beside it, so that an editor tells what may stand where. ${others.map((name) => `\`${name}\``).join(' and ')} are for the editor and for people.`,
    ...sections.flatMap(([name, node]) => section(name, node)),
    '## Inputs of the actions',
    'What each one means, and its default, stands on the page of the action.',
    table(
      ['action', '', 'inputs'],
      contracts.map(({ name, title, inputs }) => [
        `[\`${name}\`](../actions/${name}/README.md)`,
        title,
        Object.keys(inputs)
          .map((input) => `\`${input}\``)
          .join(', '),
      ]),
    ),
    '## On GitHub',
    '[Variables](opsdeck.md#variables) and [environments](opsdeck.md#github-environments) are on the page that projen writes for this repository; `npx opsdeck init` sets them, and `npx opsdeck doctor` tells which are missing.',
    '',
  ].join('\n\n');
}

function section(name: string, node: SchemaNode): readonly string[] {
  const example: unknown = (exampleConfig as Readonly<Record<string, unknown>>)[name];
  const rows = keysOf(node, name).map((key) => [
    `\`${key.path}\``,
    key.node.description ?? '',
    formOf(key.node),
    defaultOf(key),
    exampleOf(key),
  ]);
  return [
    `### \`${name}\``,
    `${node.description ?? ''}.`,
    table(['key', 'what', 'form', 'if left out', 'for example'], rows),
    ['```json', jsonOf({ [name]: example }), '```'].join('\n'),
  ];
}

/** Lists of texts on one line. */
function jsonOf(value: unknown): string {
  const oneLine = (_: string, inner: string): string => `[${inner.replaceAll(/\n\s+/g, ' ')}]`;
  return JSON.stringify(value, null, 2).replaceAll(/\[\n\s+("[^[\]{}]*")\n\s+\]/g, oneLine);
}

function formOf({ type, enum: choices, pattern, minimum, maximum, items }: SchemaNode): string {
  if (choices) return `one of ${choices.map((choice) => `\`${choice}\``).join(', ')}`;
  switch (type) {
    case 'array':
      return `list; each ${formOf(items ?? {})}`;
    case 'object':
      return 'object';
    case 'string':
      return pattern === undefined ? 'text' : `text of the form \`${pattern}\``;
    case 'integer':
    case 'number': {
      const kind = type === 'integer' ? 'whole number' : 'number';
      if (minimum === undefined) return kind;
      return maximum === undefined ? `${kind}, at least ${minimum}` : `${kind}, ${minimum} to ${maximum}`;
    }
    default:
      return 'any';
  }
}

function defaultOf({ path, node, isRequired }: ConfigKey): string {
  if (isRequired) return '**required**';
  return node.default === undefined ? (otherwise[path] ?? '') : `\`${JSON.stringify(node.default)}\``;
}

/** Of an object its keys have one each. */
function exampleOf({ path, node }: ConfigKey): string {
  if (node.properties || node.items?.properties) return '';
  const [found] = valuesAt(exampleConfig, path);
  return found === undefined ? '' : `\`${JSON.stringify(found)}\``;
}

/** All that stand at a path; `<command>` and `[]` are each of those that are there. */
export function valuesAt(value: unknown, path: string): readonly unknown[] {
  const steps = path.replaceAll('[]', '.[]').split('.');
  return steps.reduce<readonly unknown[]>((found, step) => found.flatMap((one) => inside(one, step)), [value]);
}

function inside(value: unknown, step: string): readonly unknown[] {
  if (typeof value !== 'object' || value === null) return [];
  if (step === '[]' || step.startsWith('<')) return Object.values(value);
  return Object.entries(value).flatMap(([name, one]) => (name === step ? [one] : []));
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}
