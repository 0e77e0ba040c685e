// A Terraform in memory: states in the bucket, locks beside them, resources in the cloud; it can die after each of them.
import { type Failure, failure } from '../../../../src/define/failure.ts';
import type {
  ApplySummary,
  PlanSummary,
  StateResource,
  Terraform,
  TerraformFolders,
  TerraformJson,
} from '../../../../src/ports/terraform.ts';
import { type Cloud, type FakeResource, keyOf } from './cloud.ts';
import type { FakeProcess } from './process.ts';
import { type Made, stackOf } from './stacks.ts';

/** What a person would have to arrange in a real cloud: commands that fail, by name, as often as it says. */
export type Troubles = Map<string, { times: number; readonly failure: Failure }>;

export interface FakeTerraformSetup {
  readonly cloud: Cloud;
  readonly process: FakeProcess;
  readonly troubles: Troubles;
}

type State = Readonly<Record<string, FakeResource>>;

interface Operation {
  readonly address: string;
  readonly kind: 'create' | 'replace' | 'delete';
  readonly made?: Made;
}

const counts = { add: 0, change: 0, remove: 0, import: 0 };
const done: ApplySummary = { counts, diagnostics: [] };

export function fakeTerraform(setup: FakeTerraformSetup): TerraformFolders {
  return {
    open: (folder) => stack(setup, (variables) => stackOf(folder, variables), undefined),
    withConfiguration: async (configuration, use) => use(stack(setup, () => new Map(), configuration)),
  };
}

/** What a plan of the folder would say now: what a comment shows. */
export function plannedBytes(
  cloud: Cloud,
  folder: string,
  key: string,
  variables: Readonly<Record<string, unknown>>,
): Uint8Array {
  return bytesOf(operations(cloud, stackOf(folder, variables), readState(cloud, key)), variables);
}

type DesiredBy = (variables: Readonly<Record<string, unknown>>) => ReadonlyMap<string, Made>;

function stack(
  { cloud, process, troubles }: FakeTerraformSetup,
  desiredBy: DesiredBy,
  configuration: TerraformJson | undefined,
): Terraform {
  let key = configuration === undefined ? undefined : keyOfBackend(configuration);
  let planned: { readonly operations: readonly Operation[]; readonly state: State; readonly bytes: Uint8Array } | undefined;
  const stateKey = (): string => {
    if (key === undefined) throw new Error('not initialized');
    return key;
  };
  const command = async <T>(name: string, effect: () => T | Promise<T>): Promise<T> => {
    const trouble = troubles.get(name);
    if (trouble && trouble.times > 0) {
      trouble.times -= 1;
      throw trouble.failure;
    }
    return process.act(name, effect);
  };
  const locked = <T>(effect: () => Promise<T>): Promise<T> => withStateLock(cloud, process, stateKey(), effect);
  return {
    init: ({ backendConfig } = {}) =>
      command('init', () => {
        key = backendConfig?.key ?? key;
      }),
    validate: async () => [],
    plan: ({ variables = {} } = {}) =>
      command('plan', () =>
        locked(async () => {
          const state = readState(cloud, stateKey());
          const planOperations = operations(cloud, desiredBy(variables), state);
          planned = { operations: planOperations, state, bytes: bytesOf(planOperations, variables) };
          return summary(planOperations);
        }),
      ),
    show: async () => ({}),
    showBytes: async () => planned?.bytes ?? new Uint8Array(),
    apply: () =>
      command('apply', () =>
        locked(async () => {
          const { operations: todo = [], state = {} } = planned ?? {};
          if (JSON.stringify(state) !== JSON.stringify(readState(cloud, stateKey())))
            throw refused('plan-stale', 'the plan is stale');
          await perform(cloud, process, stateKey(), todo, state);
          return done;
        }),
      ),
    destroy: () =>
      command('destroy', () =>
        locked(async () => {
          if (configuration?.resource) throw refused('destroy-failed', 'Missing required argument');
          const state = readState(cloud, stateKey());
          const todo = Object.keys(state).map((address) => ({ address, kind: 'delete' }) as const);
          await perform(cloud, process, stateKey(), todo, state);
          return done;
        }),
      ),
    importResource: (address, id) =>
      command('import', () =>
        locked(async () => {
          const [resourceType = '', label = ''] = address.split('.');
          const block = (configuration?.resource as Record<string, Record<string, unknown>> | undefined)?.[resourceType]?.[label];
          if (!block) throw refused('import-failed', `${address} is not in the configuration`);
          const found = cloud.resources.get(keyOf({ resourceType, importId: id }));
          if (!found) throw refused('nothing-to-import', `${id} does not exist`);
          writeState(cloud, stateKey(), { ...readState(cloud, stateKey()), [address]: found });
        }),
      ),
    output: async () => ({}),
    stateList: async () => Object.keys(readState(cloud, stateKey())),
    stateResources: async () => Object.entries(readState(cloud, stateKey())).map(([address, one]) => stateResource(address, one)),
    forceUnlock: async () => undefined,
  };
}

/** As the real ones do: a run that dies leaves its lock; one that fails does not. */
async function withStateLock<T>(cloud: Cloud, process: FakeProcess, key: string, effect: () => Promise<T>): Promise<T> {
  const lockKey = `${key}.tflock`;
  const holder = cloud.bucket.get(lockKey)?.value as { readonly runId: number } | undefined;
  if (holder) {
    if (cloud.activeRuns.has(holder.runId)) cloud.collisions.push(`${key}: ${holder.runId} and ${process.runId}`);
    throw refused('state-locked', 'the state is locked');
  }
  cloud.bucket.set(lockKey, { value: { runId: process.runId }, version: 'lock' });
  await process.point('the state is locked');
  try {
    return await effect();
  } finally {
    cloud.bucket.delete(lockKey);
  }
}

/** The state is written when all is done, which is where a kill hurts most. */
async function perform(cloud: Cloud, process: FakeProcess, key: string, todo: readonly Operation[], state: State): Promise<void> {
  const next: Record<string, FakeResource> = { ...state };
  try {
    for (const { address, kind, made } of todo) {
      const old = next[address];
      if (kind !== 'create' && old) cloud.resources.delete(keyOf(old));
      delete next[address];
      if (made) next[address] = create(cloud, made);
      await process.point(`${kind} ${address}`);
    }
  } finally {
    writeState(cloud, key, next);
  }
}

function create(cloud: Cloud, made: Made): FakeResource {
  const resource = made(() => {
    cloud.nextNumber += 1;
    return cloud.nextNumber;
  });
  if (cloud.resources.has(keyOf(resource))) throw refused('apply-failed', `${resource.id} already exists`);
  cloud.resources.set(keyOf(resource), resource);
  return resource;
}

function operations(cloud: Cloud, desired: ReadonlyMap<string, Made>, state: State): readonly Operation[] {
  const wanted = [...desired].flatMap(([address, made]): Operation[] => {
    const there = state[address];
    if (!there || !cloud.resources.has(keyOf(there))) return [{ address, kind: 'create', made }];
    const next = made(() => 0);
    return next.made === there.made && next.id === there.id ? [] : [{ address, kind: 'replace', made }];
  });
  const unwanted = Object.keys(state).filter((address) => !desired.has(address));
  return [...unwanted.map((address) => ({ address, kind: 'delete' }) as const), ...wanted];
}

function summary(planned: readonly Operation[]): PlanSummary {
  return { hasChanges: planned.length > 0, counts, changes: [], drift: [], diagnostics: [] };
}

function bytesOf(planned: readonly Operation[], variables: Readonly<Record<string, unknown>>): Uint8Array {
  return Buffer.from(JSON.stringify([planned.map(({ address, kind }) => [address, kind]), variables]));
}

function readState(cloud: Cloud, key: string): State {
  return (cloud.bucket.get(key)?.value as { readonly resources: State } | undefined)?.resources ?? {};
}

function writeState(cloud: Cloud, key: string, resources: State): void {
  cloud.bucket.set(key, { value: { resources }, version: 'state' });
}

function stateResource(address: string, { resourceType, id, arn }: FakeResource): StateResource {
  return { address, resourceType, id, arn };
}

function keyOfBackend({ terraform }: TerraformJson): string {
  return (terraform as { backend: { s3: { key: string } } }).backend.s3.key;
}

export function refused(code: string, what: string): Failure {
  return failure({ code: `terraform/${code}`, what, next: 'Do something about it.' });
}
