// A Terraform in memory for the service of an environment: its state in the bucket, its task definitions, its rollouts.
import type { ApplySummary, Terraform, TerraformFolders, TerraformJson } from '../../../../src/ports/terraform.ts';
import { identity, openServices, registerTaskDefinition, type Stage, versionOf, watched } from './stage.ts';

const stateKey = 'staging/service.tfstate';
const counts = { add: 0, change: 0, remove: 0, import: 0 };
const done: ApplySummary = { counts, diagnostics: [] };

export interface State {
  readonly serial: number;
  readonly version: string;
  readonly image: string;
  readonly taskDefinition: string;
}

export function stateOf(stage: Stage): State | undefined {
  return stage.bucket.get(stateKey)?.value as State | undefined;
}

export function fakeTerraform(stage: Stage, stacks: ReadonlyMap<string, unknown>): TerraformFolders {
  const host: Folder = { from: 'host', configuration: stacks.get('host/stacks/service'), image: '' };
  return {
    open: (folder) => (folder.endsWith('platform') ? platformStack(stage) : serviceStack(stage, host)),
    withConfiguration: (configuration, use) => use(serviceStack(stage, { from: 'good', configuration, image: '' })),
  };
}

const idle: Terraform = {
  init: async () => undefined,
  validate: async () => [],
  plan: async () => ({ hasChanges: false, counts, changes: [], drift: [], diagnostics: [] }),
  show: async () => ({}),
  showBytes: async () => new Uint8Array(),
  apply: async () => done,
  destroy: async () => done,
  output: async () => ({}),
  stateList: async () => [],
  stateResources: async () => [],
  importResource: async () => undefined,
  forceUnlock: async () => undefined,
};

interface Folder {
  /** It is part of the commands that `stage.before` is told. */
  readonly from: 'host' | 'good';
  readonly configuration: unknown;
  /** Of the plan that lies there. */
  image: string;
}

function serviceStack(stage: Stage, folder: Folder): Terraform {
  const { from } = folder;
  const { version } = (folder.configuration as TerraformJson & { locals: { version: string } }).locals;
  const differs = async (): Promise<boolean> => {
    const state = stateOf(stage);
    const running = (await stage.services?.describe(identity))?.taskDefinition;
    return (
      state?.version !== version ||
      state.image !== folder.image ||
      state.taskDefinition !== running ||
      (stage.makesAlarms && stage.absent.size > 0)
    );
  };
  const step = (command: string): void => stage.before(`${command} ${from}`);
  return {
    ...idle,
    init: async () => step('init'),
    plan: async ({ variables = {} } = {}) => {
      step('plan');
      folder.image = String(variables.image);
      const hasChanges = await differs();
      return { hasChanges, counts, changes: [], drift: [], diagnostics: [] };
    },
    showBytes: async () => planBytes((await differs()) ? changesOf(stage, folder.image) : []),
    apply: async ({ signal } = {}) => {
      const { image } = folder;
      step('apply');
      const { serial = 0 } = stateOf(stage) ?? {};
      const taskDefinition = registerTaskDefinition(stage, image);
      stage.bucket.set(stateKey, { value: { serial: serial + 1, version, image, taskDefinition }, version: `"${serial}"` });
      if (stage.makesAlarms) stage.absent.clear();
      if (stage.services) await stage.services.deploy(identity, taskDefinition);
      else stage.services = openServices(stage, taskDefinition);
      stage.applied.push(`${versionOf(image)} ${from}`);
      stage.rolledOut = versionOf(image);
      stage.onRollout(stage.rolledOut);
      step('applied');
      signal?.throwIfAborted();
      return done;
    },
    output: async () => ({ task_definition_arn: { value: stateOf(stage)?.taskDefinition, sensitive: false } }),
  };
}

function platformStack(stage: Stage): Terraform {
  return {
    ...idle,
    plan: async () => {
      stage.before('plan platform');
      return { hasChanges: stage.platform.length > 0, counts, changes: [], drift: [], diagnostics: [] };
    },
    showBytes: async () => planBytes(stage.platform.map((name) => ['aws_sqs_queue', name, { name }])),
    apply: async () => {
      stage.before('apply platform');
      stage.applied.push(...stage.platform.splice(0).map((name) => `platform ${name}`));
      return done;
    },
  };
}

type Change = readonly [type: string, name: string, after: Readonly<Record<string, string>>];

function changesOf({ absent, makesAlarms }: Stage, image: string): readonly Change[] {
  return [
    ['aws_ecs_task_definition', 'task', { image }],
    ...[...(makesAlarms ? absent : [])].map((name): Change => {
      return ['aws_cloudwatch_metric_alarm', `alarm_${watched.indexOf(name)}`, { alarm_name: name }];
    }),
  ];
}

/** https://developer.hashicorp.com/terraform/internals/json-format */
function planBytes(changes: readonly Change[]): Uint8Array {
  const plan = {
    format_version: '1.2',
    terraform_version: '1.11.4',
    resource_changes: changes.map(([type, name, after]) => ({
      address: `${type}.${name}`,
      mode: 'managed',
      type,
      name,
      provider_name: 'registry.terraform.io/hashicorp/aws',
      change: { actions: ['create'], before: null, after, after_unknown: {}, before_sensitive: false, after_sensitive: {} },
    })),
    complete: true,
    errored: false,
  };
  return Buffer.from(JSON.stringify(plan));
}
