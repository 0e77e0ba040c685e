// All of Opsdeck for somebody's repository, as one component: workflows, configuration, documentation and tasks.
import { Component, JsonFile, type Project, TextFile } from 'projen';
import { contracts } from '../actions/contracts.ts';
import { configPath } from '../define/config-file.ts';
import { ownActionsFolder, ownBundlesFolder, ownSourcePath } from '../define/own-definitions.ts';
import { type PartName, partNames } from '../define/parts.ts';
import { parseStacksConfig } from '../define/stacks-config.ts';
import { ActionFiles } from './action-files.ts';
import type { OpsdeckConfig } from './config.ts';
import { configSchema } from './config-schema.ts';
import { environmentsOf, type OpsdeckOptions, type OwnSource, partsOfOptions, siteOf } from './options.ts';
import { actionsWithDefinitions } from './own-definitions.ts';
import { ChatOps, Deploys, GameDays, KpiReports, PullRequestPreviews, Runbooks } from './parts.ts';
import { renderSetupPage } from './setup-page.ts';

export interface OpsdeckProps extends OpsdeckOptions {
  /** What stands in `.github/opsdeck.json`. @default nothing but what `layout` asks for */
  readonly config?: OpsdeckConfig;
}

const parts = { PullRequestPreviews, ChatOps, Deploys, GameDays, Runbooks, KpiReports } as const satisfies Record<
  PartName,
  unknown
>;

export class Opsdeck extends Component {
  constructor(project: Project, props: OpsdeckProps) {
    super(project);
    const { config = {} } = props;
    const chosen = partsOfOptions(props);
    for (const name of partNames) if (chosen.includes(name)) new parts[name](project, props);
    writeConfig(project, withLayout(config, props));
    new TextFile(project, 'docs/opsdeck.md', {
      marker: true,
      lines: renderSetupPage({ options: props, parts: chosen }).split('\n'),
    });
    addTasks(project, props);
    if (props.own) addOwnDefinitions(project, props.own);
  }
}

/** What the actions are told of the layout must be what the workflows were written for. */
function withLayout(config: OpsdeckConfig, { layout }: OpsdeckOptions): OpsdeckConfig {
  return layout === undefined ? config : { ...config, stacks: { layout, ...config.stacks } };
}

/** @throws a Failure `stacks/config`: better here than in the first pull request */
function writeConfig(project: Project, config: OpsdeckConfig): void {
  parseStacksConfig(JSON.stringify(config));
  new JsonFile(project, configPath, { obj: { $schema: './opsdeck.schema.json', ...config } });
  new JsonFile(project, '.github/opsdeck.schema.json', { obj: configSchema, marker: false });
}

/** After everything that projen itself writes, and the installation of what it needs. */
function addOwnDefinitions(project: Project, { file }: OwnSource): void {
  const known = contracts.filter(({ name }) => actionsWithDefinitions.some((each) => each === name));
  new ActionFiles(project, known, ownActionsFolder);
  new JsonFile(project, ownSourcePath, { obj: { file } });
  const task = project.addTask('own', {
    description: 'Bundle the actions with the commands, KPIs, drills and runbooks of this repository, and document them',
    steps: [{ exec: `opsdeck-own ${file}` }],
  });
  project.defaultTask?.spawn(task);
  project.gitattributes.addAttributes(`/${ownBundlesFolder}/**`, 'linguist-generated', '-diff');
}

/** What a repository has by that name already, stays. */
function addTasks(project: Project, props: OpsdeckOptions): void {
  const [environment = ''] = environmentsOf(props);
  const { synth } = siteOf(props);
  const tasks = [
    {
      name: 'synth',
      description: 'Write the stacks of an environment as Terraform JSON',
      exec: synth.environment,
      env: { ENVIRONMENT: environment },
    },
    {
      name: 'gate',
      description: 'Hold what a pull request would synthesize against the rules',
      exec: `${synth.pullRequest} && npx opsdeck gate --pull-request "$PULL_REQUEST" --environment ${environment}`,
      env: { PULL_REQUEST: '1' },
    },
    { name: 'rehearse', description: 'Play a pull request of this repository on this machine', exec: 'opsdeck rehearse own' },
  ];
  for (const { name, description, exec, env = {} } of tasks) {
    if (project.tasks.tryFind(name)) continue;
    project.addTask(name, { description, env, steps: [{ exec, receiveArgs: name === 'rehearse' }] });
  }
}
